package record

import (
	"context"
	"maps"
	"slices"
	"time"

	"rapporteur"
)

// Outcome is what became of a report that was added.
type Outcome string

// What becomes of a report that is added.
const (
	// Added is a report that the record did not know.
	Added Outcome = "added"
	// Known is one that it had already, found in the same place.
	Known Outcome = "known"
	// Again is one that it had already, in the same place under another date or title.
	Again Outcome = "again"
	// Revised is a new version of an article of which it had another.
	Revised Outcome = "revised"
	// Copied is a report whose text another outlet carries too.
	Copied Outcome = "copied"
)

// Add puts readings on the record, all or none of them, and says what became of
// each. What becomes of the entries does not depend on their order, nor on what
// is added together.
func (r *Record) Add(ctx context.Context, readings ...*rapporteur.Reading) ([]Outcome, error) {
	out := make([]Outcome, len(readings))
	err := r.update(ctx, func(b *batch) error {
		fresh := 0
		var texts []string
		for _, reading := range readings {
			texts = append(texts, reading.Report.TextID())
		}
		if err := b.corrections.load(texts...); err != nil {
			return err
		}
		in := intake{b.versions()}
		if err := in.foresee(readings); err != nil {
			return err
		}
		for i, reading := range readings {
			var err error
			if out[i], err = in.add(reading); err != nil {
				return err
			}
			if out[i].isNew() {
				fresh++
			}
		}
		return brought(b.tx, r.Namespace(ctx), b.at.Format(time.DateOnly), fresh)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// intake takes reports in, and off.
type intake struct{ versions }

func (b intake) add(reading *rapporteur.Reading) (Outcome, error) {
	row, id, err := identify(b.foreseen.named, &reading.Report)
	if err != nil {
		return "", err
	}
	draft := b.foreseen.drafts[reading]
	if id != reading.Report.ID {
		placed := *reading
		placed.Report.ID = id
		reading = &placed
	}
	if row == nil {
		return b.addNew(draft, reading)
	}
	row, err = b.report(row.Number)
	if err != nil {
		return "", err
	}
	here := appearance(&reading.Report)
	if slices.Contains(row.Appearances, here) {
		return Known, nil
	}
	return Again, b.addAgain(row, here, reading)
}

// foresee looks up at once what readings are, if they are there, and what those that are new
// have their keys in common with.
func (b intake) foresee(readings []*rapporteur.Reading) error {
	f := b.foreseen
	for _, reading := range readings {
		text := reading.Report.TextID()
		f.ids[text], f.ids[placedID(text, appearance(&reading.Report))] = nil, nil
	}
	rows, err := b.tx.ReportsNamed(slices.Sorted(maps.Keys(f.ids))...)
	if err != nil {
		return err
	}
	for _, row := range b.keep(rows) {
		f.ids[row.ID] = row
	}
	var keys []uint64
	for _, reading := range readings {
		if row, id, err := identify(f.named, &reading.Report); row == nil && err == nil {
			draft, err := b.draft(reading, id)
			if err != nil {
				return err
			}
			f.drafts[reading] = draft
			keys = append(append(keys, reportKeys(draft)...), textKey(draft))
		}
	}
	return b.foreseeOwners(keys)
}

// foreseeOwners looks up what has some keys.
func (b intake) foreseeOwners(keys []uint64) error {
	if len(keys) == 0 {
		return nil
	}
	owners, err := b.tx.Owners(OfReports, keys...)
	if err != nil {
		return err
	}
	var numbers []int64
	for _, key := range keys {
		b.foreseen.owners[key] = owners[key]
		numbers = append(numbers, candidates(owners[key])...)
	}
	_, err = b.reports(distinct(numbers))
	return err
}

// draft is the row that a reading of a new report will have under an id. What persons said
// of the report before it came, as of one that comes back or comes from another record,
// holds at once.
func (b intake) draft(reading *rapporteur.Reading, id string) (*ReportRow, error) {
	row := &ReportRow{Report: reading.Report, Arrived: b.at, Appearances: []Appearance{appearance(&reading.Report)},
		Credit: credit(&reading.Report), Length: len(reading.Report.Text), Sketch: sketch(&reading.Report)}
	row.ID, row.Text, row.Paragraphs = id, "", nil
	return row, b.corrections.amend(row)
}

// addNew puts a report on the record that was not on it; row is nil unless it was drafted.
func (b intake) addNew(row *ReportRow, reading *rapporteur.Reading) (Outcome, error) {
	var err error
	if row == nil || row.Number != 0 || row.ID != reading.Report.ID {
		if row, err = b.draft(reading, reading.Report.ID); err != nil {
			return "", err
		}
	}
	body := bodyOf(reading)
	if row.Number, err = b.tx.PutReport(*row, body); err != nil {
		return "", err
	}
	b.rows[row.Number], b.own[row.Number], b.foreseen.ids[row.ID] = row, []*piece{}, row
	if err := b.offices.keep(row, &body); err != nil {
		return "", err
	}
	if err := b.putMembers(row, reading); err != nil {
		return "", err
	}
	return b.place(row)
}

// addAgain notes that a known report was found with another date, title or byline.
// Where that is the first one, the report is dated by it, and what was read with it takes the place
// of what was read before.
func (b intake) addAgain(row *ReportRow, here Appearance, reading *rapporteur.Reading) error {
	if err := b.lift(row); err != nil {
		return err
	}
	row.Appearances = append(row.Appearances, here)
	slices.SortFunc(row.Appearances, first)
	put, err := b.corrections.ofReport(row)
	if err != nil {
		return err
	}
	if row.Appearances[0] == here && len(put) == 0 {
		row.Report = reading.Report
		row.Text, row.Paragraphs = "", nil
		b.forget() // their report has another day now
		body := bodyOf(reading)
		if err := b.tx.SetReport(*row, &body); err != nil {
			return err
		}
		if err := b.replaceMembers(row, reading); err != nil {
			return err
		}
	} else {
		if err := b.corrections.amend(row); err != nil {
			return err
		}
		b.forget()
		if err := b.tx.SetReport(*row, nil); err != nil {
			return err
		}
	}
	if err := b.offices.keepStored(row); err != nil {
		return err
	}
	_, err = b.place(row)
	return err
}
