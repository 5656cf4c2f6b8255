package postgres

import (
	"fmt"
	"strings"
	"time"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// fewest is the number of entries that are looked at one by one rather than searched for
// among all that have a term.
const fewest = 50000

// few reports whether a query names entries, or a time since when few were minted. A view
// counts these once.
func few(s *session, q record.Query) (bool, error) {
	if len(q.Numbers) > 0 || q.Minted.IsZero() {
		return len(q.Numbers) > 0, nil
	}
	at := packed.Millis(q.Minted)
	if are, known := s.minted[at]; known {
		return are, nil
	}
	n, err := s.numbers("SELECT count(*) FROM (SELECT FROM entries WHERE minted >= $1 LIMIT $2::bigint) c", at, int64(fewest+1))
	if err != nil {
		return false, err
	}
	are := n[0] <= fewest
	if s.minted != nil {
		s.minted[at] = are
	}
	return are, nil
}

// countNew counts the entries of a kind that were minted at a time or later, where they
// are few. It gives false for other queries.
func countNew(s *session, q record.Query, most int) (int, bool, error) {
	since := q.Minted
	q.Minted = time.Time{}
	term, ok := q.Alone()
	if since.IsZero() || !ok || term.Name != record.ByKind {
		return 0, false, nil
	}
	q.Minted = since
	if are, err := few(s, q); !are || err != nil {
		return 0, false, err
	}
	kinds, err := kindsSince(s, packed.Millis(since))
	n := kinds[term.Value]
	if most > 0 {
		n = min(n, most)
	}
	return n, true, err
}

// kindsSince counts the entries since a time that are found now, by kind. A view counts
// them once.
func kindsSince(s *session, at int64) (map[string]int, error) {
	if out, known := s.kinds[at]; known {
		return out, nil
	}
	out := map[string]int{}
	err := s.each(func(r row) error {
		var kind string
		var n int
		err := r.Scan(&kind, &n)
		out[kind] = n
		return err
	}, "SELECT kind, count(*) FROM entries WHERE minted >= $1 AND terms <> '' GROUP BY kind", at)
	if s.kinds != nil && err == nil {
		s.kinds[at] = out
	}
	return out, err
}

// table is the name of the table of the entries that numbers or a time leave, which a
// statement makes once for all its queries of the same.
func (c *conditions) table(q record.Query) string {
	of := fmt.Sprint(q.Numbers, packed.Millis(q.Minted), packed.Millis(q.AsOf))
	if name, there := c.tables[of]; there {
		return name
	}
	if c.tables == nil {
		c.tables = map[string]string{}
	}
	name := fmt.Sprint("few", len(c.tables))
	c.made = append(c.made, name+" AS MATERIALIZED ("+c.entriesOf(q)+")")
	c.tables[of] = name
	return name
}

// with is the head of a statement, which makes these tables.
func (c *conditions) with() string {
	if len(c.made) == 0 {
		return ""
	}
	return "WITH " + strings.Join(c.made, ", ") + " "
}

// entriesOf asks for the entries that numbers or a time leave, with the places in the
// order that each has and, where a past time is asked about, had.
func (c *conditions) entriesOf(q record.Query) string {
	var conditions []string
	if len(q.Numbers) > 0 {
		conditions = append(conditions, "e.n = ANY("+c.arg(q.Numbers)+"::bigint[])")
	}
	if !q.Minted.IsZero() {
		conditions = append(conditions, "e.minted >= "+c.arg(packed.Millis(q.Minted)))
	}
	chosen := strings.Join(conditions, " AND ")
	now := " FROM entries e WHERE e.terms <> '' AND " + chosen
	if q.AsOf.IsZero() {
		return "SELECT e.n AS entry, e.sort, e.kind" + now
	}
	return "SELECT e.n AS entry, e.sort" + now + " UNION SELECT p.entry, p.sort FROM entries e JOIN found_past p ON p.entry = e.n WHERE " + chosen
}
