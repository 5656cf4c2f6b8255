package memory

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"rapporteur/record"
)

// chosen gives the descriptions that a query chooses, in its order.
func (t *tables) chosen(q record.Query) ([]description, error) {
	if len(q.All) == 0 {
		return nil, fmt.Errorf("a query of entries needs a term")
	}
	in := t.narrow(q)
	var out []description
	for _, d := range t.at(q.AsOf) {
		if in(d.entry) && t.fits(d, q) {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b description) int {
		order := cmp.Or(cmp.Compare(a.sort, b.sort), cmp.Compare(a.entry, b.entry))
		if q.Oldest {
			return order
		}
		return -order
	})
	return out, nil
}

// at gives how entries are found at a time, zero for now.
func (t *tables) at(at time.Time) []description {
	var out []description
	for _, n := range numbers(t.found) {
		if d := t.found[n]; at.IsZero() || !d.since.After(at) {
			out = append(out, d)
		}
	}
	for _, d := range t.was {
		if !at.IsZero() && !d.since.After(at) && d.until.After(at) {
			out = append(out, d)
		}
	}
	return out
}

func (t *tables) fits(d description, q record.Query) bool {
	for _, some := range q.All {
		if !slices.ContainsFunc(some, func(term record.Term) bool { return slices.Contains(d.terms, term) }) {
			return false
		}
	}
	if d.sort < q.From || d.sort > q.To || !q.Minted.IsZero() && t.entries[d.entry].Minted.Before(q.Minted) {
		return false
	}
	return len(q.Numbers) == 0 || slices.Contains(q.Numbers, d.entry)
}

// narrow reports of an entry whether a member, now or formerly, is in a sentence and one
// of a report that a query asks for.
func (t *tables) narrow(q record.Query) func(entry int64) bool {
	var all []map[int64]bool
	if q.Text != "" {
		all = append(all, t.saying(q.Text))
	}
	if len(q.Reports) > 0 {
		all = append(all, t.standing(func(m record.MemberRow) bool { return slices.Contains(q.Reports, t.reports[m.Report].ID) }))
	}
	return func(entry int64) bool {
		return !slices.ContainsFunc(all, func(some map[int64]bool) bool { return !some[entry] })
	}
}

// Entries implements record.View.
func (t entryTable) Entries(q record.Query) ([]record.EntryRow, error) {
	found, err := t.chosen(q)
	var out []record.EntryRow
	for _, d := range page(found, q.Limit, q.Offset) {
		e := t.entries[d.entry]
		e.Sort = d.sort
		out = append(out, e)
	}
	return out, err
}

// EntriesOfEach implements record.View.
func (t entryTable) EntriesOfEach(queries ...record.Query) ([][]record.EntryRow, error) {
	out := make([][]record.EntryRow, len(queries))
	for i, q := range queries {
		var err error
		if out[i], err = t.Entries(q); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Count implements record.View.
func (t entryTable) Count(q record.Query) (int, error) {
	found, err := t.chosen(q)
	return len(found), err
}
