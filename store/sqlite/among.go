package sqlite

import (
	"fmt"
	"slices"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// described is how an entry is found now: its place in the order and its terms, rising.
type described struct {
	placed
	terms []int64
}

// among gives all entries that a query chooses, in its order, where a condition that is no
// term leaves few of them: how these are found is read once a view, whatever else is asked
// of them. It gives false for other queries.
func (s entryTable) among(q record.Query) ([]placed, bool, error) {
	if !narrow(q) || !q.AsOf.IsZero() {
		return nil, false, nil
	}
	few, left, err := s.few(q)
	if few == nil || err != nil || narrow(left) {
		return nil, false, err
	}
	all, err := s.descriptionsOf(few)
	if err != nil {
		return nil, false, err
	}
	terms, err := s.lookUp(slices.Concat(q.All...))
	if err != nil {
		return nil, false, err
	}
	var wanted [][]int64
	for _, some := range q.All {
		wanted = append(wanted, slices.Sorted(slices.Values(conditionOf(some, terms).terms)))
	}
	out := []placed{}
	for i := range all {
		if e := &all[i]; int64(q.From) <= e.sort && e.sort <= int64(q.To) && e.fulfils(wanted) {
			out = append(out, e.placed)
		}
	}
	return ahead{oldest: q.Oldest}.first(out), true, nil
}

// pagesAmong gives the pages of queries each of which few entries can match, false for
// others.
func pagesAmong(s entryTable, queries []record.Query) ([][]placed, bool, error) {
	out := make([][]placed, len(queries))
	for i, q := range queries {
		all, few, err := s.among(q)
		if !few || err != nil {
			return nil, false, err
		}
		out[i] = page(all, q)
	}
	return out, true, nil
}

// fulfils reports whether an entry has one of the terms of each condition, which rise.
func (e *described) fulfils(conditions [][]int64) bool {
	for _, some := range conditions {
		fewer, among := some, e.terms
		if len(fewer) > len(among) {
			fewer, among = among, fewer
		}
		if !slices.ContainsFunc(fewer, func(term int64) bool {
			_, has := slices.BinarySearch(among, term)
			return has
		}) {
			return false
		}
	}
	return true
}

// descriptionsKept is the number of lists of entries whose descriptions a view remembers.
const descriptionsKept = 8

// descriptionsOf gives how some entries are found. A view reads it once, of few lists.
func (s *session) descriptionsOf(entries []int64) ([]described, error) {
	from, args, err := theseEntries(entries)
	if err != nil {
		return nil, err
	}
	key := fmt.Sprint(from, args)
	if out, known := s.described[key]; known {
		return out, nil
	}
	out := make([]described, 0, len(entries))
	err = s.each(func(r row) error {
		var e described
		var rising []byte
		err := r.Scan(&e.entry, &e.sort, &rising)
		e.terms = packed.ReadRising(rising)
		out = append(out, e)
		return err
	}, "SELECT e.n, e.sort, e.terms FROM "+from, args...)
	if s.described != nil && err == nil {
		if len(s.described) >= descriptionsKept {
			clear(s.described)
		}
		s.described[key] = out
	}
	return out, err
}

// theseEntries is the part of a statement that goes through some entries, which rise:
// from the first to the last, where they are all that are between.
func theseEntries(entries []int64) (string, []any, error) {
	if n := len(entries); n > 0 && entries[n-1]-entries[0] == int64(n-1) && slices.IsSorted(entries) {
		return "entries e WHERE e.n BETWEEN ? AND ?", []any{entries[0], entries[n-1]}, nil
	}
	ns, err := list(entries)
	return "json_each(?) j CROSS JOIN entries e ON e.n = j.value", []any{ns}, err
}

// page is the part of the entries that are chosen which a query asks for.
func page(all []placed, q record.Query) []placed {
	all = all[min(q.Offset, len(all)):]
	if q.Limit > 0 {
		all = all[:min(q.Limit, len(all))]
	}
	return all
}
