package sqlite

import (
	"fmt"
	"math"
	"reflect"
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
		if len(q.All) == 1 {
			continue // there is nothing to choose from
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
		c, err := choose(q, terms)
		if err != nil {
			return nil, err
		}
		if c != nil {
			parts = append(parts, c.page(i, q))
			args = append(args, c.args...)
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

// page is the statement that gives a page of what is chosen, each entry with its
// place in the order.
func (c *choice) page(query int, q record.Query) string {
	direction, sign := "DESC", "-"
	if q.Oldest {
		direction, sign = "ASC", ""
	}
	limit := -1
	if q.Limit > 0 {
		limit = q.Limit
	}
	c.args = append(c.args, limit, q.Offset)
	return fmt.Sprintf("SELECT %d AS query, entry, sort, row_number() OVER (ORDER BY %[2]ssort, %[2]sentry) AS place FROM (SELECT %[3]s f.sort, f.entry FROM %[4]s ORDER BY f.sort %[5]s, f.entry %[5]s LIMIT ? OFFSET ?)",
		query, sign, c.distinct, c.from, direction)
}

// Count implements record.View.
func (s entryTable) Count(q record.Query) (int, error) {
	if t, ok := onlyTerm(q); ok { // which the table of terms has counted
		found, err := s.lookUp([]record.Term{t})
		return int(found[t].entries), err
	}
	terms, err := s.termsOf(q)
	if err != nil {
		return 0, err
	}
	c, err := choose(q, terms)
	if err != nil || c == nil {
		return 0, err
	}
	n, err := s.numbers("SELECT count(DISTINCT f.entry) FROM "+c.from, c.args...)
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
	distinct, from string
	args           []any
}

// condition is some terms of which one must hold.
type condition struct {
	terms []int64
	// entries is how many have them.
	entries int64
}

// choose writes the statement; nil if nothing can match. The condition that the
// fewest entries fulfil drives it, in the order of its index.
func choose(q record.Query, found map[record.Term]termRow) (*choice, error) {
	if len(q.All) == 0 {
		return nil, fmt.Errorf("a query of entries needs a term")
	}
	if len(q.All) == 1 {
		return chooseBy(q, q.All[0])
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
	out := &choice{}
	table, tableArgs := foundAt(q)
	out.add(table+" f WHERE f.term IN "+places(len(all[0].terms)), append(tableArgs, numbersOf(all[0].terms)...)...)
	if len(all[0].terms) > 1 {
		out.distinct = "DISTINCT"
	}
	for _, c := range all[1:] {
		out.add(fmt.Sprintf(" AND EXISTS (SELECT 1 FROM %s g WHERE g.term IN %s AND g.sort = f.sort AND g.entry = f.entry)", table, places(len(c.terms))),
			append(slices.Clone(tableArgs), numbersOf(c.terms)...)...)
	}
	return out, out.rest(q)
}

// chooseBy writes the statement for a query of one condition.
func chooseBy(q record.Query, terms []record.Term) (*choice, error) {
	var pairs [][2]string
	for _, t := range terms {
		pairs = append(pairs, [2]string{t.Name, t.Value})
	}
	wanted, err := list(pairs)
	if err != nil || len(terms) == 0 {
		return nil, err
	}
	out := &choice{}
	table, args := foundAt(q)
	if len(terms) == 1 { // then the index has them in order
		out.add(table+` f WHERE f.term = (SELECT n FROM terms WHERE name = ? AND value = ?)`, append(args, terms[0].Name, terms[0].Value)...)
		return out, out.rest(q)
	}
	out.add(table+` f WHERE f.term IN (SELECT t.n FROM json_each(?) j CROSS JOIN terms t ON t.name = j.value ->> 0 AND t.value = j.value ->> 1)`, append(args, wanted)...)
	out.distinct = "DISTINCT"
	return out, out.rest(q)
}

func (c *choice) add(text string, args ...any) {
	c.from += text
	c.args = append(c.args, args...)
}

// rest adds the conditions that are no terms.
func (c *choice) rest(q record.Query) error {
	if q.From != math.MinInt || q.To != math.MaxInt {
		c.add(" AND f.sort BETWEEN ? AND ?", q.From, q.To)
	}
	if len(q.Numbers) > 0 {
		ns, err := list(q.Numbers)
		if err != nil {
			return err
		}
		c.add(" AND f.entry IN (SELECT value FROM json_each(?))", ns)
	}
	if !q.Minted.IsZero() {
		c.add(" AND f.entry IN (SELECT n FROM entries WHERE minted >= ?)", millis(q.Minted))
	}
	if q.Text != "" {
		c.ofPlaces(fmt.Sprintf("SELECT rowid FROM sentences WHERE sentences MATCH ? ORDER BY rowid DESC LIMIT %d", searched), match(q.Text))
	}
	if len(q.Reports) > 0 {
		ids, err := list(q.Reports)
		if err != nil {
			return err
		}
		c.ofPlaces("SELECT m.place FROM reports r JOIN members m ON m.place BETWEEN r.n << 12 AND r.n << 12 | 4095 WHERE r.id IN (SELECT value FROM json_each(?))", ids)
	}
	return nil
}

// ofPlaces adds that a member of the entry, now or formerly, stands at one of the
// places that a query gives.
func (c *choice) ofPlaces(places string, arg any) {
	c.add(` AND f.entry IN (WITH here AS (`+places+`),
  there AS (SELECT n FROM members WHERE place IN here UNION SELECT member FROM further WHERE place IN here)
SELECT entry FROM members WHERE n IN there UNION SELECT entry FROM memberships WHERE member IN there)`, arg)
}

// foundAt is the table of what is found by what, now or at a past time.
func foundAt(q record.Query) (string, []any) {
	if q.AsOf.IsZero() {
		return "found", nil
	}
	t := millis(q.AsOf)
	return `(SELECT term, sort, entry FROM found WHERE since <= ?
UNION ALL SELECT term, sort, entry FROM found_past WHERE since <= ? AND until > ?)`, []any{t, t, t}
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

func numbersOf(terms []int64) []any {
	out := make([]any, len(terms))
	for i, n := range terms {
		out[i] = n
	}
	return out
}

// match writes what a person searches for in the language of FTS5: every word and
// every phrase in quotation marks must stand in the sentence.
func match(text string) string {
	var parts []string
	for i, part := range strings.Split(text, `"`) {
		if i%2 == 1 {
			parts = append(parts, part)
			continue
		}
		parts = append(parts, strings.Fields(part)...)
	}
	var out []string
	for _, part := range parts {
		if strings.TrimSpace(part) != "" {
			out = append(out, `"`+part+`"`)
		}
	}
	return strings.Join(out, " ")
}
