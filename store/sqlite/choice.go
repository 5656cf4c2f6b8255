package sqlite

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"rapporteur/record"
)

// phrase is a part of a statement with its parameters.
type phrase struct {
	text string
	args []any
}

func (p *phrase) add(text string, args ...any) {
	p.text += text
	p.args = append(p.args, args...)
}

// choice is what a statement chooses entries by: rows f of a table of what is found by
// what, or of few entries, that fulfil all conditions.
type choice struct {
	table phrase
	// terms are those of which f has one; none where the table holds few entries.
	terms []phrase
	// rest are the other conditions. lookUp says that one of them looks something up
	// besides the index of f, which a statement is to do once.
	rest   phrase
	lookUp bool
}

// condition is some terms of which one must hold.
type condition struct {
	terms []int64
	// entries is how many have them.
	entries int64
}

// choose writes the statement; nil if nothing can match. Where few entries can, they are
// looked at; else the condition that the fewest fulfil drives it, in the order of its
// index.
func (s entryTable) choose(q record.Query, found map[record.Term]termRow) (*choice, error) {
	if len(q.All) == 0 {
		return nil, fmt.Errorf("a query of entries needs a term")
	}
	few, left, err := s.few(q)
	if err != nil {
		return nil, err
	}
	if few != nil {
		return chooseAmong(few, left)
	}
	if narrow(q) { // by what leaves many
		if found, err = s.lookUp(slices.Concat(q.All...)); err != nil {
			return nil, err
		}
	}
	if q.Minted.IsZero() {
		return chooseFrom(q, found)
	}
	first, err := s.firstMinted(q.Minted)
	if err != nil {
		return nil, err
	}
	if first == 0 {
		return chooseFrom(q, found)
	}
	q.Minted = time.Time{}
	c, err := chooseFrom(q, found)
	if c != nil {
		c.rest.add(" AND f.entry >= ?", first)
	}
	return c, err
}

// chooseFrom writes the statement for a query of all entries.
func chooseFrom(q record.Query, found map[record.Term]termRow) (*choice, error) {
	if len(q.All) == 1 {
		return chooseBy(q)
	}
	all := conditionsOf(q, found)
	if all == nil {
		return nil, nil
	}
	table, args := foundAt(q)
	out := &choice{table: phrase{table, args}}
	for _, n := range all[0].terms {
		out.terms = append(out.terms, phrase{"?", []any{n}})
	}
	for _, c := range all[1:] {
		out.rest.add(fmt.Sprintf(" AND EXISTS (SELECT 1 FROM %s g WHERE g.term IN %s AND g.sort = f.sort AND g.entry = f.entry)", table, places(len(c.terms))),
			append(slices.Clone(args), numbersOf(c.terms)...)...)
	}
	return out, out.also(q)
}

// chooseAmong writes the statement for a query of some entries, each with its place in
// the order now, and those that it had before where a past day is asked for.
func chooseAmong(entries []int64, q record.Query) (*choice, error) {
	ns, err := list(entries)
	table, args := foundAt(q)
	out := &choice{table: phrase{"(SELECT e.n AS entry, e.sort FROM json_each(?) j CROSS JOIN entries e ON e.n = j.value)", []any{ns}}}
	if !q.AsOf.IsZero() {
		out.table = phrase{`(SELECT e.n AS entry, e.sort FROM json_each(?) j CROSS JOIN entries e ON e.n = j.value
UNION SELECT p.entry, p.sort FROM found_past p WHERE p.entry IN (SELECT value FROM json_each(?)))`, []any{ns, ns}}
	}
	for _, some := range q.All {
		if len(some) == 0 {
			return nil, nil
		}
		out.rest.add(" AND EXISTS (SELECT 1 FROM "+table+" g WHERE g.term IN (", args...)
		for i, t := range some {
			out.rest.add([]string{"", ", "}[min(i, 1)]+named, t.Name, t.Value)
		}
		out.rest.add(") AND g.sort = f.sort AND g.entry = f.entry)")
	}
	return out, errors.Join(err, out.also(q))
}

// conditionsOf are the conditions of a query that are terms, that with the fewest entries
// first; nil if one of them holds nowhere.
func conditionsOf(q record.Query, found map[record.Term]termRow) []condition {
	var all []condition
	for _, some := range q.All {
		c := conditionOf(some, found)
		if len(c.terms) == 0 {
			return nil
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b condition) int {
		if (len(a.terms) == 1) != (len(b.terms) == 1) {
			return len(a.terms) - len(b.terms)
		}
		return int(min(a.entries, math.MaxInt32) - min(b.entries, math.MaxInt32))
	})
	return all
}

// named is the number of a term by its name and value.
const named = "(SELECT n FROM terms WHERE name = ? AND value = ?)"

// chooseBy writes the statement for a query of one condition.
func chooseBy(q record.Query) (*choice, error) {
	if len(q.All[0]) == 0 {
		return nil, nil
	}
	table, args := foundAt(q)
	out := &choice{table: phrase{table, args}}
	for _, t := range q.All[0] {
		out.terms = append(out.terms, phrase{named, []any{t.Name, t.Value}})
	}
	return out, out.also(q)
}

// also adds the conditions that are no terms.
func (c *choice) also(q record.Query) error {
	if q.From != math.MinInt || q.To != math.MaxInt {
		c.rest.add(" AND f.sort BETWEEN ? AND ?", q.From, q.To)
	}
	if len(q.Numbers) > 0 {
		ns, err := list(q.Numbers)
		if err != nil {
			return err
		}
		c.among("SELECT value FROM json_each(?)", ns)
	}
	if !q.Minted.IsZero() {
		c.among("SELECT n FROM entries WHERE minted >= ?", millis(q.Minted))
	}
	if q.Text != "" {
		c.among(entriesAt(placesOfText), match(q.Text))
	}
	if len(q.Reports) > 0 {
		ids, err := list(q.Reports)
		if err != nil {
			return err
		}
		c.among(entriesAt(placesOfReports), ids)
	}
	return nil
}

// among adds that an entry is one of those that a query gives.
func (c *choice) among(query string, arg any) {
	c.rest.add(" AND f.entry IN ("+query+")", arg)
	c.lookUp = true
}

// from is all that is chosen, an entry that has several of the terms as often as it has.
func (c *choice) from() (string, []any) {
	out := phrase{}
	out.add(c.table.text+" f WHERE 1", c.table.args...)
	switch len(c.terms) {
	case 0:
	case 1: // then the index has them in order
		out.add(" AND f.term = "+c.terms[0].text, c.terms[0].args...)
	default:
		for i, t := range c.terms {
			out.add([]string{" AND f.term IN (", ", "}[min(i, 1)]+t.text, t.args...)
		}
		out.add(")")
	}
	out.add(c.rest.text, c.rest.args...)
	return out.text, out.args
}

// apart is the number of terms whose entries are asked for term by term, so that the
// first of each are all that is looked at.
const apart = 40

// page is the statement that gives a page of what is chosen, each entry with its
// place in the order.
func (c *choice) page(query int, q record.Query) (string, []any) {
	direction, sign := "DESC", "-"
	if q.Oldest {
		direction, sign = "ASC", ""
	}
	var rows phrase
	if len(c.terms) > 1 && len(c.terms) <= apart && q.Limit > 0 && !c.lookUp {
		rows = c.firsts(direction, q.Offset+q.Limit)
	} else {
		from, args := c.from()
		distinct := ""
		if len(c.terms) > 1 {
			distinct = "DISTINCT "
		}
		rows = phrase{"SELECT " + distinct + "f.sort, f.entry FROM " + from, args}
	}
	rows.add(fmt.Sprintf(" ORDER BY 1 %[1]s, 2 %[1]s%[2]s", direction, limited(q.Limit, q.Offset)))
	return fmt.Sprintf("SELECT %d AS query, entry, sort, row_number() OVER (ORDER BY %[2]ssort, %[2]sentry) AS place FROM (%[3]s)", query, sign, rows.text), rows.args
}

// firsts gives the first entries of each term, so many, in the order of its index; among
// them are the first of all.
func (c *choice) firsts(direction string, n int) phrase {
	var parts []string
	var args []any
	for _, t := range c.terms {
		one := &choice{table: c.table, terms: []phrase{t}, rest: c.rest}
		from, of := one.from()
		parts = append(parts, fmt.Sprintf("SELECT * FROM (SELECT f.sort, f.entry FROM %[1]s ORDER BY f.sort %[2]s, f.entry %[2]s%[3]s)", from, direction, limited(n, 0)))
		args = append(args, of...)
	}
	return phrase{strings.Join(parts, " UNION "), args}
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
