package postgres

import (
	"time"

	"rapporteur/store/packed"
)

// Touched implements record.View. Members of reports that came are found by the index of
// arrival and stand side by side; what is over stands in tables that grow with corrections
// and readings, not with reports. What was minted since goes out all at once.
func (s entryTable) Touched(after, until time.Time) ([]int64, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	return s.numbers(`WITH arrived AS MATERIALIZED (SELECT n FROM reports WHERE arrived > $1 AND arrived <= $2),
  moved AS (SELECT entry, member FROM memberships WHERE until > $1 AND (until <= $2 OR since > $1 AND since <= $2)),
  gone AS (SELECT n, superseded_by FROM entries WHERE superseded_by <> 0 AND superseded_at > $1 AND superseded_at <= $2),
  told AS (SELECT entry, other FROM changes WHERE at > $1 AND at <= $2),
  stirred AS (
    SELECT m.entry FROM arrived r JOIN members m ON m.place >> 12 = r.n
      WHERE m.place BETWEEN (SELECT min(n) FROM arrived) << 12 AND ((SELECT max(n) FROM arrived) << 12 | 4095)
    UNION SELECT entry FROM moved
    UNION SELECT m.entry FROM moved JOIN members m ON m.n = moved.member
    UNION SELECT n FROM gone UNION SELECT superseded_by FROM gone
    UNION SELECT entry FROM told UNION SELECT other FROM told
    EXCEPT SELECT n FROM entries WHERE minted > $1)
SELECT entry FROM stirred WHERE EXISTS (SELECT 1 FROM entries e WHERE e.n = stirred.entry OFFSET 0) ORDER BY 1`, packed.Millis(after), packed.Millis(until))
}
