package postgres

import (
	"slices"
	"strings"

	"rapporteur/record"
)

// Entries implements record.View.
func (s entryTable) Entries(q record.Query) ([]record.EntryRow, error) {
	found, err := s.EntriesOfEach(q)
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// asked is the number of queries that are answered by one statement.
const asked = 100

// EntriesOfEach implements record.View.
func (s entryTable) EntriesOfEach(queries ...record.Query) ([][]record.EntryRow, error) {
	if err := s.followAll(queries); err != nil {
		return nil, err
	}
	if len(queries) > 1 && !slices.ContainsFunc(queries, func(q record.Query) bool { return !stretch(q) }) {
		return s.entriesInStretches(queries)
	}
	terms, err := s.termsOf(queries...)
	if err != nil {
		return nil, err
	}
	out := make([][]record.EntryRow, 0, len(queries))
	for some := range slices.Chunk(queries, asked) {
		found, err := s.entriesOf(some, terms)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// followAll claims what queries ask for: stretches of lines can be claimed, and nothing
// else.
func (s entryTable) followAll(queries []record.Query) error {
	if s.claims == nil {
		return nil
	}
	for _, q := range queries {
		if len(q.All) != 1 || len(q.Reports) > 0 || q.Text != "" || !q.AsOf.IsZero() {
			return s.aloneOnly()
		}
		if err := s.follow(q.All[0]); err != nil {
			return err
		}
	}
	return nil
}

// termsOf looks up the terms of some queries at once.
func (s entryTable) termsOf(queries ...record.Query) (map[record.Term]termRow, error) {
	var terms []record.Term
	for _, q := range queries {
		for _, some := range q.All {
			terms = append(terms, some...)
		}
	}
	return s.lookUp(terms)
}

// entriesOf answers some queries with one statement: of each, its number, then
// entries.
func (s entryTable) entriesOf(queries []record.Query, terms map[record.Term]termRow) ([][]record.EntryRow, error) {
	var parts []string
	c := &conditions{}
	for i, q := range queries {
		one, err := s.choose(c, q, terms, q.Limit)
		if err != nil {
			return nil, err
		}
		if one != nil {
			parts = append(parts, one.page(i, q))
		}
	}
	out := make([][]record.EntryRow, len(queries))
	if len(parts) == 0 {
		return out, nil
	}
	return out, s.each(func(r row) error {
		var i, sort int
		e, err := scanEntry(r, &i, &sort)
		e.Sort = sort
		out[i] = append(out[i], e)
		return err
	}, c.with()+"SELECT "+entryColumns+", c.query, c.sort FROM ("+strings.Join(parts, " UNION ALL ")+") c JOIN entries e ON e.n = c.entry ORDER BY c.query, c.place", c.args...)
}

// Count implements record.View.
func (s entryTable) Count(q record.Query, most int) (int, error) {
	if err := s.aloneOnly(); err != nil {
		return 0, err
	}
	terms, err := s.termsOf(q)
	if err != nil {
		return 0, err
	}
	if t, ok := q.Alone(); ok { // which the table of terms has counted
		n := int(terms[t].entries)
		if most > 0 {
			n = min(n, most)
		}
		return n, nil
	}
	if n, is, err := countNew(s.session, q, most); is || err != nil {
		return n, err
	}
	c := &conditions{}
	one, err := s.choose(c, q, terms, most)
	if err != nil || one == nil {
		return 0, err
	}
	n, err := s.numbers(c.with()+one.counted(most), c.args...)
	if err != nil {
		return 0, err
	}
	return int(n[0]), nil
}
