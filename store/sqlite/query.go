package sqlite

import (
	"slices"
	"strings"

	"rapporteur/record"
)

// searched is the number of sentences that a search by text looks at, the last
// to arrive: a word that stands in every report needs a bound.
const searched = 5000

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
	if found, err := s.tracks(queries); found != nil || err != nil {
		return found, err
	}
	if pages, few, err := pagesAmong(s, queries); few || err != nil {
		if err != nil {
			return nil, err
		}
		return s.placedRows(pages)
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

// termsOf looks up the terms of some queries at once.
func (s entryTable) termsOf(queries ...record.Query) (map[record.Term]termRow, error) {
	var terms []record.Term
	for _, q := range queries {
		if len(q.All) == 1 || narrow(q) {
			continue // there is nothing to choose from, or few entries
		}
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
	var args []any
	for i, q := range queries {
		c, err := s.choose(q, terms)
		if err != nil {
			return nil, err
		}
		if c != nil {
			part, of := c.page(i, q)
			parts, args = append(parts, part), append(args, of...)
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
	}, "SELECT "+entryColumns+", c.query, c.sort FROM ("+strings.Join(parts, " UNION ALL ")+") c JOIN entries e ON e.n = c.entry ORDER BY c.query, c.place", args...)
}

// Count implements record.View.
func (s entryTable) Count(q record.Query, most int) (int, error) {
	n, err := howMany(s, q, most)
	if most > 0 {
		n = min(n, most)
	}
	return n, err
}

// howMany counts what a query chooses, and may stop at most.
func howMany(s entryTable, q record.Query, most int) (int, error) {
	if t, ok := q.Alone(); ok { // which the table of terms has counted
		found, err := s.lookUp([]record.Term{t})
		return int(found[t].entries), err
	}
	if all, few, err := s.among(q); few || err != nil {
		return len(all), err
	}
	if n, is, err := s.countNew(q); is || err != nil {
		return n, err
	}
	terms, err := s.termsOf(q)
	if err != nil {
		return 0, err
	}
	c, err := s.choose(q, terms)
	if err != nil || c == nil {
		return 0, err
	}
	from, args := c.from()
	n, err := s.numbers("SELECT count(*) FROM (SELECT DISTINCT f.entry FROM "+from+limited(most, 0)+")", args...)
	if err != nil {
		return 0, err
	}
	return int(n[0]), nil
}
