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
	return t.chosenOf(q, t.at(q.AsOf)), nil
}

// chosenOf gives those of some descriptions that a query chooses, in its order.
func (t *tables) chosenOf(q record.Query, of []description) []description {
	in := t.narrow(q)
	var out []description
	for _, d := range of {
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
	return out
}

// at gives how entries are found at a time, zero for now, in any order.
func (t *tables) at(at time.Time) []description {
	var out []description
	for _, d := range t.found {
		if at.IsZero() || !d.since.After(at) {
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
	return t.pageOf(found, q), err
}

// pageOf gives the entries of a page of descriptions.
func (t *tables) pageOf(found []description, q record.Query) []record.EntryRow {
	var out []record.EntryRow
	for _, d := range page(found, q.Limit, q.Offset) {
		e := t.entries[d.entry]
		e.Sort = d.sort
		out = append(out, e)
	}
	return out
}

// EntriesOfEach implements record.View. Many of them ask for one term each, a line's, so
// that descriptions are put in order by their terms once.
func (t entryTable) EntriesOfEach(queries ...record.Query) ([][]record.EntryRow, error) {
	out, byTerm := make([][]record.EntryRow, len(queries)), map[time.Time]map[record.Term][]description{}
	for i, q := range queries {
		if len(queries) > 1 && len(q.All) > 0 && len(q.All[0]) == 1 {
			if byTerm[q.AsOf] == nil {
				byTerm[q.AsOf] = ofTerms(t.at(q.AsOf))
			}
			out[i] = t.pageOf(t.chosenOf(q, byTerm[q.AsOf][q.All[0][0]]), q)
			continue
		}
		var err error
		if out[i], err = t.Entries(q); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// ofTerms gives descriptions by each of their terms.
func ofTerms(all []description) map[record.Term][]description {
	out := map[record.Term][]description{}
	for _, d := range all {
		for _, term := range d.terms {
			out[term] = append(out[term], d)
		}
	}
	return out
}

// Count implements record.View.
func (t entryTable) Count(q record.Query, most int) (int, error) {
	found, err := t.chosen(q)
	return atMost(len(found), most), err
}
