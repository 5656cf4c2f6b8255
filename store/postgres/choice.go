package postgres

import (
	"fmt"
	"math"
	"slices"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// choice is the part of a statement that chooses entries, f.
type choice struct {
	*conditions
	// first are the terms of the condition that drives it, table where they stand, rest
	// the other conditions.
	first       []int64
	table, rest string
	// few is the table of the entries that are looked at where these are few, with each
	// place that they have in the order; then no condition drives it.
	few string
	// some says that not all are wanted: then entries are gone through one by one until
	// there are enough, where the server would compare all that have either term.
	some bool
}

// from is what entries are chosen from.
func (c *choice) from() string {
	if c.few != "" {
		return c.few + " f WHERE true" + c.rest
	}
	return fmt.Sprintf("%s f WHERE %s", c.table, c.has("f", c.first)) + c.rest
}

// firsts is what a page is chosen from: of several terms, the first entries of each, in
// the order of the index. Where words, reports, numbers or times leave few entries, these
// are looked at instead.
func (c *choice) firsts(q record.Query, direction string) (distinct, from string) {
	switch {
	case c.few != "" || len(c.first) == 1:
		return "", c.from()
	case q.Limit <= 0 || q.Text != "" || len(q.Reports) > 0:
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

// counted is the statement that counts what is chosen, no further than most. An entry
// counts by the first of its terms, which is known without all of them.
func (c *choice) counted(most int) string {
	from := c.from()
	if c.few == "" && len(c.first) > 1 {
		from += fmt.Sprintf(" AND NOT EXISTS (SELECT 1 FROM %s h WHERE %s AND h.term < f.term AND h.sort = f.sort AND h.entry = f.entry OFFSET 0)", c.table, c.has("h", c.first))
	}
	return "SELECT count(*) FROM (SELECT FROM " + from + " LIMIT " + c.arg(limit(most)) + "::bigint) c"
}

// condition is some terms of which one must hold.
type condition struct {
	terms []int64
	// kinds are their values where all are of kinds, as the rows of entries say, too.
	kinds []string
	// entries is how many have them.
	entries int64
}

// choose writes the statement, of which some entries are wanted, 0 for all; nil if nothing
// can match. Few entries are looked at as they are; else the condition that the fewest
// entries fulfil drives it, in the order of its index.
func (s entryTable) choose(args *conditions, q record.Query, found map[record.Term]termRow, most int) (*choice, error) {
	if len(q.All) == 0 {
		return nil, fmt.Errorf("a query of entries needs a term")
	}
	are, err := few(s.session, q)
	if err != nil {
		return nil, err
	}
	var all []condition
	for _, some := range q.All {
		c := conditionOf(some, found)
		if len(c.terms) == 0 {
			return nil, nil
		}
		all = append(all, c)
	}
	out := &choice{conditions: args, some: most > 0 && q.Text == "" && len(q.Reports) == 0}
	out.table = out.foundAt(q)
	if are {
		out.few = out.conditions.table(q)
	} else {
		slices.SortStableFunc(all, func(a, b condition) int {
			if (len(a.terms) == 1) != (len(b.terms) == 1) {
				return len(a.terms) - len(b.terms)
			}
			return int(min(a.entries, math.MaxInt32) - min(b.entries, math.MaxInt32))
		})
		out.first, all = all[0].terms, all[1:]
	}
	for _, c := range all {
		if are && q.AsOf.IsZero() && c.kinds != nil {
			out.rest += " AND f.kind = ANY(" + out.arg(c.kinds) + "::text[])"
			continue
		}
		out.rest += " AND " + out.exists(fmt.Sprintf("FROM %s g WHERE %s AND g.sort = f.sort AND g.entry = f.entry", out.table, out.has("g", c.terms)))
	}
	out.further(q)
	return out, nil
}

// exists is the condition that there is something. Where some entries are wanted, each is
// asked by itself: OFFSET keeps the server from joining all.
func (c *choice) exists(what string) string {
	if c.some || c.few != "" {
		return "EXISTS (SELECT 1 " + what + " OFFSET 0)"
	}
	return "EXISTS (SELECT 1 " + what + ")"
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
	if !q.Minted.IsZero() && c.few == "" {
		c.rest += " AND " + c.exists("FROM entries e WHERE e.n = f.entry AND e.minted >= "+c.arg(packed.Millis(q.Minted)))
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
		c.kinds = append(c.kinds, t.Value)
	}
	if slices.ContainsFunc(terms, func(t record.Term) bool { return t.Name != record.ByKind }) {
		c.kinds = nil
	}
	return c
}
