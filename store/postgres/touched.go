package postgres

import (
	"time"

	"rapporteur/store/packed"
)

// Touched implements record.View. Members of reports that came are found by the index of
// arrival; what is over stands in tables that grow with corrections and readings, not
// with reports. Each entry is looked up by itself: how many there will be is not known to the
// server, which would go through all.
func (s entryTable) Touched(after, until time.Time) ([]int64, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	return s.numbers(`WITH moved AS (SELECT entry, member FROM memberships WHERE until > $1 AND until <= $2 OR since > $1 AND since <= $2),
  gone AS (SELECT n, superseded_by FROM entries WHERE superseded_by <> 0 AND superseded_at > $1 AND superseded_at <= $2),
  told AS (SELECT entry, other FROM changes WHERE at > $1 AND at <= $2),
  stirred AS (
    SELECT m.entry FROM reports r JOIN members m ON m.place BETWEEN r.n << 12 AND (r.n << 12 | 4095) WHERE r.arrived > $1 AND r.arrived <= $2
    UNION SELECT entry FROM moved
    UNION SELECT m.entry FROM moved JOIN members m ON m.n = moved.member
    UNION SELECT n FROM gone UNION SELECT superseded_by FROM gone
    UNION SELECT entry FROM told UNION SELECT other FROM told)
SELECT entry FROM stirred WHERE (SELECT minted FROM entries e WHERE e.n = stirred.entry) <= $1 ORDER BY 1`, packed.Millis(after), packed.Millis(until))
}
