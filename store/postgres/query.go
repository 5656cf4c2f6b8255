package postgres

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"rapporteur/record"
	"rapporteur/store/packed"
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
		one, err := choose(c, q, terms)
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
	}, "SELECT "+entryColumns+", c.query, c.sort FROM ("+strings.Join(parts, " UNION ALL ")+") c JOIN entries e ON e.n = c.entry ORDER BY c.query, c.place", c.args...)
}

// Count implements record.View.
func (s entryTable) Count(q record.Query) (int, error) {
	if err := s.aloneOnly(); err != nil {
		return 0, err
	}
	terms, err := s.termsOf(q)
	if err != nil {
		return 0, err
	}
	if t, ok := onlyTerm(q); ok { // which the table of terms has counted
		return int(terms[t].entries), nil
	}
	c := &conditions{}
	one, err := choose(c, q, terms)
	if err != nil || one == nil {
		return 0, err
	}
	n, err := s.numbers("SELECT count(DISTINCT f.entry) FROM "+one.from(), c.args...)
	if err != nil {
		return 0, err
	}
	return int(n[0]), nil
}

// onlyTerm gives the term of a query that asks for nothing but one term that holds now.
func onlyTerm(q record.Query) (record.Term, bool) {
	if len(q.All) != 1 || len(q.All[0]) != 1 {
		return record.Term{}, false
	}
	alone := record.Query{All: q.All, From: math.MinInt, To: math.MaxInt, Limit: q.Limit, Offset: q.Offset, Oldest: q.Oldest}
	if !reflect.DeepEqual(q, alone) {
		return record.Term{}, false
	}
	return q.All[0][0], true
}

// choice is the part of a statement that chooses entries, f.
type choice struct {
	*conditions
	// first are the terms of the condition that drives it, table where they stand, rest
	// the other conditions.
	first       []int64
	table, rest string
}

// from is what entries are chosen from.
func (c *choice) from() string {
	return fmt.Sprintf("%s f WHERE %s", c.table, c.has("f", c.first)) + c.rest
}

// firsts is what a page is chosen from: of several terms, the first entries of each, in
// the order of the index. Where words, reports, numbers or times leave few entries, these
// are looked at instead.
func (c *choice) firsts(q record.Query, direction string) (distinct, from string) {
	switch {
	case len(c.first) == 1:
		return "", c.from()
	case q.Limit <= 0 || q.Text != "" || len(q.Reports) > 0 || len(q.Numbers) > 0 || !q.Minted.IsZero():
		return "DISTINCT", c.from()
	}
	return "DISTINCT", fmt.Sprintf("unnest(%[1]s::bigint[]) w(term) CROSS JOIN LATERAL (SELECT f.sort, f.entry FROM %[2]s f WHERE f.term = w.term%[3]s ORDER BY f.sort %[4]s, f.entry %[4]s LIMIT %[5]s::bigint) f",
		c.arg(c.first), c.table, c.rest, direction, c.arg(int64(q.Limit+q.Offset)))
}

// page is the statement that gives a page of what is chosen, each entry with its
// place in the order.
func (c *choice) page(query int, q record.Query) string {
	direction := "DESC"
	if q.Oldest {
		direction = "ASC"
	}
	distinct, from := c.firsts(q, direction)
	return fmt.Sprintf("SELECT %d AS query, entry, sort, row_number() OVER (ORDER BY sort %[2]s, entry %[2]s) AS place FROM (SELECT %[3]s f.sort, f.entry FROM %[4]s ORDER BY f.sort %[2]s, f.entry %[2]s LIMIT %[5]s OFFSET %[6]s) p%[1]d",
		query, direction, distinct, from, c.arg(limit(q.Limit))+"::bigint", c.arg(int64(q.Offset))+"::bigint")
}

// condition is some terms of which one must hold.
type condition struct {
	terms []int64
	// entries is how many have them.
	entries int64
}

// choose writes the statement; nil if nothing can match. The condition that the
// fewest entries fulfil drives it, in the order of its index.
func choose(args *conditions, q record.Query, found map[record.Term]termRow) (*choice, error) {
	if len(q.All) == 0 {
		return nil, fmt.Errorf("a query of entries needs a term")
	}
	var all []condition
	for _, some := range q.All {
		c := conditionOf(some, found)
		if len(c.terms) == 0 {
			return nil, nil
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b condition) int {
		if (len(a.terms) == 1) != (len(b.terms) == 1) {
			return len(a.terms) - len(b.terms)
		}
		return int(min(a.entries, math.MaxInt32) - min(b.entries, math.MaxInt32))
	})
	out := &choice{conditions: args, first: all[0].terms}
	out.table = out.foundAt(q)
	for _, c := range all[1:] {
		out.rest += fmt.Sprintf(" AND EXISTS (SELECT 1 FROM %s g WHERE %s AND g.sort = f.sort AND g.entry = f.entry)", out.table, out.has("g", c.terms))
	}
	out.further(q)
	return out, nil
}

// has is the condition that a row has one of some terms.
func (c *choice) has(table string, terms []int64) string {
	if len(terms) == 1 { // then the index has them in order
		return table + ".term = " + c.arg(terms[0])
	}
	return table + ".term = ANY(" + c.arg(terms) + "::bigint[])"
}

// further adds the conditions that are no terms.
func (c *choice) further(q record.Query) {
	if q.From != math.MinInt {
		c.rest += " AND f.sort >= " + c.arg(int64(q.From))
	}
	if q.To != math.MaxInt {
		c.rest += " AND f.sort <= " + c.arg(int64(q.To))
	}
	// What is found now has the place in the order that its entry has, by which the index
	// of terms leads to it.
	which, what := "f.entry", "n"
	if q.AsOf.IsZero() {
		which, what = "(f.sort, f.entry)", "sort, n"
	}
	if len(q.Numbers) > 0 {
		c.rest += " AND " + which + " IN (SELECT " + what + " FROM entries WHERE n = ANY(" + c.arg(q.Numbers) + "::bigint[]))"
	}
	if !q.Minted.IsZero() {
		c.rest += " AND " + which + " IN (SELECT " + what + " FROM entries WHERE minted >= " + c.arg(packed.Millis(q.Minted)) + ")"
	}
	if q.Text != "" {
		c.ofPlaces(fmt.Sprintf(spoken, c.arg(match(q.Text))))
	}
	if len(q.Reports) > 0 {
		c.ofPlaces("SELECT m.place FROM reports r JOIN members m ON m.place BETWEEN r.n << 12 AND (r.n << 12 | 4095) WHERE r.id = ANY(" + c.arg(q.Reports) + "::text[])")
	}
}

// ofPlaces adds that a member of the entry, now or formerly, stands at one of the
// places that a query gives.
func (c *choice) ofPlaces(places string) {
	c.rest += ` AND f.entry IN (WITH here AS MATERIALIZED (` + places + `),
  there AS MATERIALIZED (SELECT m.n FROM here JOIN members m ON m.place = here.place UNION SELECT x.member FROM here JOIN further x ON x.place = here.place)
SELECT m.entry FROM there JOIN members m ON m.n = there.n UNION SELECT p.entry FROM there JOIN memberships p ON p.member = there.n)`
}

// foundAt is the table of what is found by what, now or at a past time.
func (c *choice) foundAt(q record.Query) string {
	if q.AsOf.IsZero() {
		return "found"
	}
	t := c.arg(packed.Millis(q.AsOf))
	return "(SELECT term, sort, entry FROM found WHERE since <= " + t + " UNION ALL SELECT term, sort, entry FROM found_past WHERE since <= " + t + " AND until > " + t + ")"
}

// conditionOf is the condition that one of some terms holds.
func conditionOf(terms []record.Term, found map[record.Term]termRow) condition {
	var c condition
	for _, t := range terms {
		if row, ok := found[t]; ok {
			c.terms, c.entries = append(c.terms, row.number), c.entries+row.entries
		}
	}
	return c
}
