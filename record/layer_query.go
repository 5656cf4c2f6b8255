package record

import (
	"cmp"
	"slices"
	"time"
)

// searched is the number of sentences that a question with words looks at, the last to
// arrive, as in the stores.
const searched = 5000

// layeredQueries are the entries that queries choose, as a desk sees them.
type layeredQueries struct{ layered }

// Entries implements View: those of the shared record without those that the layer hides,
// and the layer's, in one order.
func (l layeredQueries) Entries(q Query) ([]EntryRow, error) {
	out, err := l.EntriesOfEach(q)
	if err != nil {
		return nil, err
	}
	return out[0], nil
}

// EntriesOfEach implements View.
func (l layeredQueries) EntriesOfEach(queries ...Query) ([][]EntryRow, error) {
	if len(l.entries) == 0 {
		return l.base.EntriesOfEach(queries...)
	}
	wider := make([]Query, len(queries))
	for i, q := range queries {
		if q.Limit > 0 {
			q.Limit += q.Offset + len(l.hidden(q.AsOf))
		}
		q.Offset = 0
		wider[i] = q
	}
	out, err := l.base.EntriesOfEach(wider...)
	if err != nil {
		return nil, err
	}
	for i, q := range queries {
		mine, err := l.chosen(q)
		if err != nil {
			return nil, err
		}
		out[i] = l.merged(q, out[i], mine)
	}
	return out, nil
}

// merged puts what a query chooses of both in one order and cuts the page.
func (l layeredQueries) merged(q Query, shared, mine []EntryRow) []EntryRow {
	all := slices.DeleteFunc(shared, func(e EntryRow) bool { return l.has(e.Number, q.AsOf) })
	if len(mine) > 0 {
		all = append(all, mine...)
		slices.SortFunc(all, func(a, b EntryRow) int {
			order := cmp.Or(cmp.Compare(a.Sort, b.Sort), cmp.Compare(a.Number, b.Number))
			if q.Oldest {
				return order
			}
			return -order
		})
	}
	all = all[min(q.Offset, len(all)):]
	if q.Limit > 0 {
		all = all[:min(q.Limit, len(all))]
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// Count implements View.
func (l layeredQueries) Count(q Query, most int) (int, error) {
	hidden := l.hidden(q.AsOf)
	if len(q.Numbers) > 0 {
		hidden = slices.DeleteFunc(hidden, func(n int64) bool { return !slices.Contains(q.Numbers, n) })
	}
	further := 0
	if most > 0 {
		further = most + len(hidden) // what is hidden may be among them
	}
	all, err := l.base.Count(q, further)
	if err != nil {
		return 0, err
	}
	if len(hidden) > 0 {
		less := q
		less.Numbers = hidden
		n, err := l.base.Count(less, 0)
		if err != nil {
			return 0, err
		}
		all -= n
	}
	mine, err := l.chosen(q)
	if all += len(mine); most > 0 {
		all = min(all, most)
	}
	return all, err
}

// chosen gives the entries of the layer that a query chooses, in any order.
func (l layeredQueries) chosen(q Query) ([]EntryRow, error) {
	var fit []description
	for _, d := range l.at(q.AsOf) {
		if l.fits(d, q) {
			fit = append(fit, d)
		}
	}
	if len(fit) == 0 {
		return nil, nil
	}
	in, err := l.narrow(q)
	if err != nil {
		return nil, err
	}
	var out []EntryRow
	for _, d := range fit {
		if in(d.entry) {
			e := l.entries[d.entry]
			e.Sort = d.sort
			out = append(out, e)
		}
	}
	return out, nil
}

// at gives how entries of the layer are found at a time, zero for now.
func (l layeredQueries) at(at time.Time) []description {
	var out []description
	for _, d := range l.found {
		if at.IsZero() || !d.since.After(at) {
			out = append(out, d)
		}
	}
	for _, d := range l.was {
		if !at.IsZero() && !d.since.After(at) && d.until.After(at) {
			out = append(out, d)
		}
	}
	return out
}

func (l layeredQueries) fits(d description, q Query) bool {
	for _, some := range q.All {
		if !slices.ContainsFunc(some, func(t Term) bool { return slices.Contains(d.terms, t) }) {
			return false
		}
	}
	if d.sort < q.From || d.sort > q.To || !q.Minted.IsZero() && l.entries[d.entry].Minted.Before(q.Minted) {
		return false
	}
	return len(q.Numbers) == 0 || slices.Contains(q.Numbers, d.entry)
}

// narrow reports of an entry whether a member, now or formerly, is in a sentence and one
// of a report that a query asks for.
func (l layeredQueries) narrow(q Query) (func(entry int64) bool, error) {
	var all []map[int64]bool
	if q.Text != "" {
		hits, err := l.base.Search(q.Text, searched, 0)
		if err != nil {
			return nil, err
		}
		places := map[Hit]bool{}
		for _, h := range hits {
			places[h] = true
		}
		all = append(all, l.standingAt(func(m *MemberRow) bool {
			return slices.ContainsFunc(append([]int{m.Sentence}, m.Further...), func(at int) bool { return places[Hit{m.Report, at}] })
		}))
	}
	if len(q.Reports) > 0 {
		ids, err := l.reportIDs()
		if err != nil {
			return nil, err
		}
		all = append(all, l.standingAt(func(m *MemberRow) bool { return slices.Contains(q.Reports, ids[m.Report]) }))
	}
	return func(entry int64) bool {
		return !slices.ContainsFunc(all, func(some map[int64]bool) bool { return !some[entry] })
	}, nil
}

// standingAt are the entries of the layer of which a member, now or formerly, passes a
// test.
func (l layeredQueries) standingAt(test func(*MemberRow) bool) map[int64]bool {
	out, there := map[int64]bool{}, map[int64]bool{}
	for n, m := range l.members {
		if test(&m) {
			out[m.Entry], there[n] = true, true
		}
	}
	for _, o := range l.over {
		if there[o.member] {
			out[o.entry] = true
		}
	}
	return out
}
