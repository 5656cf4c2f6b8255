package dataset

import (
	"slices"

	"rapporteur/gazetteer"
	"rapporteur/ontology"
	"rapporteur/record"
)

// book is what flat tables are written to: files of a folder, or sheets of a workbook.
type book interface {
	// add writes a row of the table at a place of the list.
	add(table int, row Row) error
	close() error
}

// Tabular writes flat tables.
type Tabular struct {
	tables []Table
	to     book
	make   maker
}

// newTabular writes some tables, all if none is named.
func newTabular(only []string, open func([]Table) (book, error)) (*Tabular, error) {
	all, err := Tables()
	if err != nil {
		return nil, err
	}
	if len(only) > 0 {
		all = slices.DeleteFunc(all, func(t Table) bool { return !slices.Contains(only, t.Name) })
	}
	t := &Tabular{tables: all}
	if t.make.codes, err = ontology.Load(); err != nil {
		return nil, err
	}
	if t.make.places, err = gazetteer.Load(); err != nil {
		return nil, err
	}
	t.to, err = open(all)
	return t, err
}

// add writes rows of a table if it is one of those that are written.
func (t *Tabular) add(table string, rows ...Row) error {
	at := slices.IndexFunc(t.tables, func(have Table) bool { return have.Name == table })
	if at < 0 {
		return nil
	}
	for _, row := range rows {
		if err := t.to.add(at, row); err != nil {
			return err
		}
	}
	return nil
}

// Entry implements record.Sink. A notice is about a report and not about the world; it
// has no table.
func (t *Tabular) Entry(e *record.Entry) error {
	var err error
	switch {
	case e.Event != nil:
		err = t.add(eventTable, t.make.event(e))
	case e.Meeting != nil:
		if err = t.add(meetingTable, t.make.meeting(e)); err == nil {
			err = t.add(participantTable, participants(e)...)
		}
	case e.Statement != nil:
		err = t.add(statementTable, statement(e))
	case e.Position != nil:
		err = t.add(positionTable, position(e))
	default:
		return nil
	}
	if err != nil {
		return err
	}
	return t.add(sourceTable, sources(e)...)
}

// Actor implements record.Sink.
func (t *Tabular) Actor(p *record.Party) error { return t.add(actorTable, actor(p)) }

// Report implements record.Sink.
func (t *Tabular) Report(r *record.Report) error { return t.add(reportTable, report(r)) }

// Close ends what is written.
func (t *Tabular) Close() error { return t.to.close() }
