package record

import (
	"maps"
	"slices"
	"strings"
)

// Sink takes in what is extracted from the record, one thing after the other: entries
// first, then the actors that they name and the reports that they are of. What it is
// given it may change and keep.
type Sink interface {
	Entry(*Entry) error
	Actor(*Party) error
	Report(*Report) error
}

// Choosing is a sink that takes in entries of some kinds alone, and neither actors nor
// reports, so that nothing else need be read.
type Choosing interface {
	Sink
	Kinds() []Kind
}

// Wanting is a sink of which no entry is any use that lacks a field.
type Wanting interface {
	Choosing
	Wants() Field
}

// Selective is a sink that passes over the entries of a kind which have none of some values
// of a field, as if they were not there.
type Selective interface {
	Choosing
	// Useful gives the field and the values; without a field, all entries of the kind are
	// of use.
	Useful(Kind) (Field, []string)
}

// Extract gives a sink the entries that a filter chooses, kind by kind, then
// the actors whom they name by their ids, and the reports that tell of them in the order
// of arrival, without their texts. With all it gives the reports too that tell of
// nothing. Of entries few are held at once; of actors and reports their ids.
func (l *Look) Extract(f Filter, all bool, to Sink) error {
	if c, ok := to.(Choosing); ok {
		return l.extractSome(f, c)
	}
	actors, reports := map[string]bool{}, map[int64]bool{}
	if err := l.extractPersons(to); err != nil {
		return err
	}
	err := l.extractEntries(f, to, func(s *sight, found []*Entry) {
		for n := range s.rows {
			reports[n] = true
		}
		for _, e := range found {
			for id := range e.Names {
				actors[id] = true
			}
		}
	})
	if err != nil {
		return err
	}
	if err := l.extractParties(slices.Sorted(maps.Keys(actors)), to); err != nil {
		return err
	}
	return sideBySide(composed(func(give func(composing) error) error {
		do := func(some []ReportRow) error { return l.extractReports(some, to, give) }
		if all {
			return l.eachReport(do)
		}
		for some := range slices.Chunk(slices.Sorted(maps.Keys(reports)), portion) {
			rows, err := l.store.ReportRows(some...)
			if err == nil {
				err = do(rows)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}), func(write func() error) error { return write() })
}

// extractSome gives a sink the entries of the kinds that it takes.
func (l *Look) extractSome(f Filter, to Choosing) error {
	kinds := slices.DeleteFunc(to.Kinds(), func(k Kind) bool { return len(f.Kinds) > 0 && !slices.Contains(f.Kinds, k) })
	if len(kinds) == 0 {
		return nil
	}
	f.Kinds = kinds
	if w, ok := to.(Wanting); ok {
		f.having = w.Wants()
	}
	if s, ok := to.(Selective); ok {
		f.useful = s.Useful
	}
	return l.extractEntries(f, to, func(*sight, []*Entry) {})
}

// inHand is the number of entries that are extracted at once. Several times as many are
// held: some wait to be put together, others to be written.
const inHand = portion / 4

// extractEntries gives a sink entries. While it writes one portion, the next is put
// together and that behind it is read; each is noted before it is given away.
func (l *Look) extractEntries(f Filter, to Sink, note func(*sight, []*Entry)) error {
	read := func(give func(*material) error) error { return l.each(f, inHand, give) }
	compose := func(give func([]*Entry) error) error {
		return sideBySide(read, func(m *material) error {
			found, err := m.found()
			if err != nil {
				return err
			}
			note(m.sight, found)
			return give(found)
		})
	}
	return sideBySide(compose, func(found []*Entry) error {
		for _, e := range found {
			if err := to.Entry(e); err != nil {
				return err
			}
		}
		return nil
	})
}

func (l *Look) extractParties(ids []string, to Sink) error {
	for some := range slices.Chunk(ids, portion) {
		found, err := l.store.Parties(PartyQuery{IDs: some})
		if err != nil {
			return err
		}
		slices.SortFunc(found, func(a, b Party) int { return strings.Compare(a.ID, b.ID) })
		for i := range found {
			if err := to.Actor(&found[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// eachReport calls do for the reports in the order of arrival, some at a time, as far
// as they were there at the time of the look.
func (l *Look) eachReport(do func([]ReportRow) error) error {
	for after := int64(0); ; {
		rows, err := l.store.ReportsAfter(after, portion)
		if err != nil || len(rows) == 0 {
			return err
		}
		after = rows[len(rows)-1].Number
		rows = slices.DeleteFunc(rows, func(r ReportRow) bool { return !l.at.IsZero() && r.Arrived.After(l.at) })
		if err := do(rows); err != nil {
			return err
		}
	}
}

// composing puts together what was read of reports and gives what writes it to a sink.
type composing func() (write func() error, err error)

// composed has what is read put together while what comes behind it is read.
func composed(read func(give func(composing) error) error) func(give func(func() error) error) error {
	return func(give func(func() error) error) error {
		return sideBySide(read, func(compose composing) error {
			write, err := compose()
			if err != nil {
				return err
			}
			return give(write)
		})
	}
}

// extractReports reads reports and gives away what writes them to a sink.
func (l *Look) extractReports(rows []ReportRow, to Sink, give func(composing) error) error {
	page := newLook(l.store, l.at)
	kept, err := page.kept(rows)
	if err != nil {
		return err
	}
	out := make([]Report, len(kept))
	for i, row := range kept {
		out[i] = reportOf(row)
	}
	if err := page.complete(kept, out); err != nil {
		return err
	}
	write := func() error {
		for i := range out {
			if err := to.Report(&out[i]); err != nil {
				return err
			}
		}
		return nil
	}
	if err := give(func() (func() error, error) { return write, nil }); err != nil {
		return err
	}
	return page.extractTold(rows, to, give)
}
