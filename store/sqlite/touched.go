package sqlite

import (
	"math"
	"time"
)

// Touched implements record.View. Members of reports that came are found by the index of
// arrival; what is over stands in tables that grow with corrections and readings, not
// with reports. They are few beside the entries that are old, so they go first; of entries
// those are looked at that became part of another, which have an index of their own. What
// new reports tell is mostly new, and passed over by its number.
func (s entryTable) Touched(after, until time.Time) ([]int64, error) {
	older, err := s.firstMinted(after.Add(time.Millisecond))
	if err != nil {
		return nil, err
	}
	if older == 0 {
		older = math.MaxInt64
	}
	return s.numbers(`WITH moved AS (SELECT entry, member FROM memberships WHERE until > ?1 AND until <= ?2 OR since > ?1 AND since <= ?2),
  gone AS (SELECT n, superseded_by FROM entries INDEXED BY entries_superseded WHERE superseded_by <> 0 AND superseded_at > ?1 AND superseded_at <= ?2),
  told AS (SELECT entry, other FROM changes WHERE at > ?1 AND at <= ?2),
  some AS (
    SELECT m.entry FROM reports r JOIN members m ON m.place BETWEEN r.n << 12 AND r.n << 12 | 4095 WHERE r.arrived > ?1 AND r.arrived <= ?2 AND m.entry < ?3
    UNION SELECT entry FROM moved
    UNION SELECT m.entry FROM moved JOIN members m ON m.n = moved.member
    UNION SELECT n FROM gone UNION SELECT superseded_by FROM gone
    UNION SELECT entry FROM told UNION SELECT other FROM told)
SELECT e.n FROM some CROSS JOIN entries e ON e.n = some.entry WHERE e.minted <= ?1 ORDER BY 1`, millis(after), millis(until), older)
}
