package sqlite

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"rapporteur/record"
)

// fewest is the number of entries that are looked at one by one rather than searched for
// among all that have a term.
const fewest = 20000

// The places of members in sentences that hold words, and of those of some reports.
var placesOfText = fmt.Sprintf("SELECT rowid FROM sentences WHERE sentences MATCH ? ORDER BY rowid DESC LIMIT %d", searched)

const placesOfReports = "SELECT m.place FROM reports r JOIN members m ON m.place BETWEEN r.n << 12 AND r.n << 12 | 4095 WHERE r.id IN (SELECT value FROM json_each(?))"

// entriesAt is the query for the entries of which a member, now or formerly, stands at
// one of the places that a query gives, which is asked once.
func entriesAt(places string) string {
	return `WITH here (place) AS MATERIALIZED (` + places + `),
  there AS MATERIALIZED (SELECT m.n, m.entry FROM here CROSS JOIN members m ON m.place = here.place
    UNION SELECT m.n, m.entry FROM here CROSS JOIN further f ON f.place = here.place CROSS JOIN members m ON m.n = f.member)
SELECT entry FROM there UNION SELECT p.entry FROM there CROSS JOIN memberships p ON p.member = there.n`
}

// narrow reports whether a query has conditions that are no terms and no days.
func narrow(q record.Query) bool {
	return len(q.Numbers) > 0 || q.Text != "" || len(q.Reports) > 0 || !q.Minted.IsZero()
}

// few gives the entries among which those of a query are, where a condition that is no
// term leaves few, and the query without that condition; else none.
func (s *session) few(q record.Query) ([]int64, record.Query, error) {
	left := q
	var found []int64
	var err error
	switch {
	case len(q.Numbers) > 0:
		left.Numbers = nil
		once := slices.Sorted(slices.Values(q.Numbers))
		return slices.Compact(once), left, nil
	case q.Text != "":
		left.Text = ""
		found, err = s.fewOf(entriesAt(placesOfText), match(q.Text))
	case len(q.Reports) > 0:
		left.Reports = nil
		ids, wrong := list(q.Reports)
		if wrong != nil {
			return nil, q, wrong
		}
		found, err = s.fewOf(entriesAt(placesOfReports), ids)
	case !q.Minted.IsZero():
		left.Minted = time.Time{}
		found, err = fewMinted(s, q.Minted)
	}
	if found == nil || err != nil {
		return nil, q, err
	}
	return found, left, nil
}

// fewOf gives the entries that a query names, none where they are more than few. A view
// asks each once, for its page and for its count.
func (s *session) fewOf(query string, arg any) ([]int64, error) {
	key := fmt.Sprint(query, arg)
	if out, known := s.named[key]; known {
		return out, nil
	}
	most := cmp.Or(s.fewest, fewest)
	out, err := s.numbers(query+limited(most+1, 0), arg)
	switch {
	case len(out) > most:
		out = nil
	case out == nil:
		out = []int64{}
	}
	if s.named != nil && err == nil {
		s.named[key] = out
	}
	return out, err
}

// firstMinted gives the number of the first entry that was minted at a time or later, if
// all behind it were, as they are unless a clock was set back; else 0.
func (s *session) firstMinted(at time.Time) (int64, error) {
	first, _, err := mintedSince(s, at)
	return first, err
}

// mintedSince gives it with how many they are. A view asks it once.
func mintedSince(s *session, at time.Time) (first, many int64, err error) {
	key := fmt.Sprint("minted since ", millis(at))
	if out, known := s.named[key]; known {
		return out[0], out[1], nil
	}
	err = s.each(func(r row) error { return r.Scan(&first, &many) },
		"SELECT CASE WHEN count(*) = (SELECT max(n) FROM entries) - min(n) + 1 THEN min(n) ELSE 0 END, count(*) FROM entries WHERE minted >= ?", millis(at))
	if s.named != nil && err == nil {
		s.named[key] = []int64{first, many}
	}
	return first, many, err
}

// fewMinted gives the entries that were minted at a time or later, none where they are
// more than few. They are not asked for where their numbers say which they are.
func fewMinted(s *session, at time.Time) ([]int64, error) {
	first, many, err := mintedSince(s, at)
	switch {
	case err != nil || first != 0 && many > int64(cmp.Or(s.fewest, fewest)):
		return nil, err
	case first == 0:
		return s.fewOf("SELECT n FROM entries WHERE minted >= ?", millis(at))
	}
	out := make([]int64, many)
	for i := range out {
		out[i] = first + int64(i)
	}
	return out, nil
}
