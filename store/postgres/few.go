package postgres

import (
	"strings"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// fewest is the number of entries that are looked at one by one rather than searched for
// among all that have a term.
const fewest = 50000

// few reports whether a query names entries, or a time since when few were minted. A view
// counts these once.
func (s *session) few(q record.Query) (bool, error) {
	if len(q.Numbers) > 0 || q.Minted.IsZero() {
		return len(q.Numbers) > 0, nil
	}
	at := packed.Millis(q.Minted)
	if few, known := s.minted[at]; known {
		return few, nil
	}
	n, err := s.numbers("SELECT count(*) FROM (SELECT FROM entries WHERE minted >= $1 LIMIT $2::bigint) c", at, int64(fewest+1))
	if err != nil {
		return false, err
	}
	few := n[0] <= fewest
	if s.minted != nil {
		s.minted[at] = few
	}
	return few, nil
}

// entriesOf is the table of the entries that numbers or a time leave, with the places in
// the order that each has and, where a past time is asked about, had.
func (c *choice) entriesOf(q record.Query) string {
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
		return "(SELECT e.n AS entry, e.sort, e.kind" + now + ")"
	}
	return "(SELECT e.n AS entry, e.sort" + now + " UNION SELECT p.entry, p.sort FROM entries e JOIN found_past p ON p.entry = e.n WHERE " + chosen + ")"
}
