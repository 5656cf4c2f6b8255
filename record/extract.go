package record

import (
	"maps"
	"slices"
	"strings"
)

// Sink takes in what is extracted from the record, one thing after the other: entries
// first, then the actors that they name and the reports that they are of. What it is
// given it may change, and not keep.
type Sink interface {
	Entry(*Entry) error
	Actor(*Party) error
	Report(*Report) error
}

// Extract gives a sink the entries that a filter chooses, kind by kind, then
// the actors whom they name by their ids, and the reports that tell of them in the order
// of arrival, without their texts. With all it gives the reports too that tell of
// nothing. Of entries few are held at once; of actors and reports their ids.
func (l *Look) Extract(f Filter, all bool, to Sink) error {
	actors, reports := map[string]bool{}, map[int64]bool{}
	if err := l.extractPersons(to); err != nil {
		return err
	}
	err := l.each(f, func(s *sight, found []*Entry) error {
		for n := range s.rows {
			reports[n] = true
		}
		for _, e := range found {
			for id := range e.Names {
				actors[id] = true
			}
			if err := to.Entry(e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := l.extractParties(slices.Sorted(maps.Keys(actors)), to); err != nil {
		return err
	}
	if all {
		return l.eachReport(func(some []ReportRow) error { return l.extractReports(some, to) })
	}
	for some := range slices.Chunk(slices.Sorted(maps.Keys(reports)), portion) {
		rows, err := l.store.ReportRows(some...)
		if err != nil {
			return err
		}
		if err := l.extractReports(rows, to); err != nil {
			return err
		}
	}
	return nil
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

func (l *Look) extractReports(rows []ReportRow, to Sink) error {
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
	for i := range out {
		if err := to.Report(&out[i]); err != nil {
			return err
		}
	}
	return page.extractTold(rows, to)
}
