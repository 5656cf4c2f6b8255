package sqlite

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rapporteur/record"
)

// searched is the number of sentences that a search by text looks at, the last
// to arrive: a word that stands in every report needs a bound.
const searched = 5000

// Entries implements record.View.
func (s *session) Entries(q record.Query) ([]record.EntryRow, error) {
	c, err := s.choice(q)
	if err != nil || c == nil {
		return nil, err
	}
	direction := "DESC"
	if q.Oldest {
		direction = "ASC"
	}
	limit := -1
	if q.Limit > 0 {
		limit = q.Limit
	}
	query := fmt.Sprintf("SELECT %s f.entry FROM %s ORDER BY f.sort %[3]s, f.entry %[3]s LIMIT ? OFFSET ?", c.distinct, c.from, direction)
	numbers, err := s.numbers(query, append(c.args, limit, q.Offset)...)
	if err != nil {
		return nil, err
	}
	rows, err := s.EntryRows(numbers...)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(rows, func(a, b record.EntryRow) int {
		return slices.Index(numbers, a.Number) - slices.Index(numbers, b.Number)
	})
	return rows, nil
}

// Count implements record.View.
func (s *session) Count(q record.Query) (int, error) {
	c, err := s.choice(q)
	if err != nil || c == nil {
		return 0, err
	}
	n, err := s.numbers("SELECT count(DISTINCT f.entry) FROM "+c.from, c.args...)
	if err != nil {
		return 0, err
	}
	return int(n[0]), nil
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

// choice writes the statement; nil if nothing can match. The condition that the
// fewest entries fulfil drives it, in the order of its index.
func (s *session) choice(q record.Query) (*choice, error) {
	var all []condition
	for _, terms := range q.All {
		c, err := s.condition(terms)
		if err != nil || len(c.terms) == 0 {
			return nil, err
		}
		all = append(all, c)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("a query of entries needs a term")
	}
	slices.SortStableFunc(all, func(a, b condition) int {
		if (len(a.terms) == 1) != (len(b.terms) == 1) {
			return len(a.terms) - len(b.terms)
		}
		return int(min(a.entries, math.MaxInt32) - min(b.entries, math.MaxInt32))
	})
	out := &choice{}
	table, tableArgs := found(q)
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

func (c *choice) add(text string, args ...any) {
	c.from += text
	c.args = append(c.args, args...)
}

// rest adds the conditions that are no terms.
func (c *choice) rest(q record.Query) error {
	if q.From != math.MinInt || q.To != math.MaxInt {
		c.add(" AND f.sort BETWEEN ? AND ?", q.From, q.To)
	}
	if !q.Minted.IsZero() {
		c.add(" AND f.entry IN (SELECT n FROM entries WHERE minted >= ?)", millis(q.Minted))
	}
	const members = " AND f.entry IN (SELECT entry FROM members WHERE place IN (%[1]s) UNION SELECT p.entry FROM memberships p JOIN members m ON m.n = p.member WHERE m.place IN (%[1]s))"
	if q.Text != "" {
		hits := fmt.Sprintf("SELECT rowid FROM sentences WHERE sentences MATCH ? ORDER BY rowid DESC LIMIT %d", searched)
		c.add(fmt.Sprintf(members, hits), match(q.Text), match(q.Text))
	}
	if len(q.Reports) > 0 {
		ids, err := list(q.Reports)
		if err != nil {
			return err
		}
		c.add(fmt.Sprintf(members, "SELECT m.place FROM reports r JOIN members m ON m.place BETWEEN r.n << 12 AND r.n << 12 | 4095 WHERE r.id IN (SELECT value FROM json_each(?))"), ids, ids)
	}
	return nil
}

// found is the table of what is found by what, now or at a past time.
func found(q record.Query) (string, []any) {
	if q.AsOf.IsZero() {
		return "found", nil
	}
	t := millis(q.AsOf)
	return `(SELECT term, sort, entry FROM found WHERE since <= ?
UNION ALL SELECT term, sort, entry FROM found_past WHERE since <= ? AND until > ?)`, []any{t, t, t}
}

func (s *session) condition(terms []record.Term) (condition, error) {
	var c condition
	for _, t := range terms {
		err := s.each(func(r row) error {
			var n, entries int64
			err := r.Scan(&n, &entries)
			c.terms, c.entries = append(c.terms, n), c.entries+entries
			return err
		}, "SELECT n, entries FROM terms WHERE name = ? AND value = ?", t.Name, t.Value)
		if err != nil {
			return c, err
		}
	}
	return c, nil
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

// Search implements record.View.
func (s *session) Search(text string, limit, offset int) ([]record.Hit, error) {
	if limit <= 0 {
		limit = -1
	}
	var out []record.Hit
	err := s.each(func(r row) error {
		var place int64
		err := r.Scan(&place)
		out = append(out, record.Hit{Report: place >> 12, Sentence: int(place & noSentence)})
		return err
	}, "SELECT rowid FROM sentences WHERE sentences MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?", match(text), limit, offset)
	return out, err
}
