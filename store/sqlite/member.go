package sqlite

import (
	"maps"
	"slices"
	"time"

	"rapporteur/record"

	"github.com/klauspost/compress/s2"
)

// noSentence is the place, among the sentences of a report, of what stands in
// none; a report has up to that many.
const noSentence = 4095

// placeOf is the row of a sentence.
func placeOf(report int64, sentence int) int64 {
	if sentence < 0 || sentence > noSentence {
		sentence = noSentence
	}
	return report<<12 | int64(sentence)
}

const (
	memberHeads  = "SELECT n, place, kind, id, NULL, entry, since, stale FROM members "
	wholeMembers = "SELECT n, place, kind, id, body, entry, since, stale FROM members "
)

func scanMember(r row) (record.MemberRow, error) {
	var out record.MemberRow
	var place, since int64
	var packed []byte
	if err := r.Scan(&out.Number, &place, &out.Kind, &out.ID, &packed, &out.Entry, &since, &out.Stale); err != nil {
		return out, err
	}
	out.Report, out.Sentence, out.Since = place>>12, int(place&noSentence), instant(since)
	if out.Sentence == noSentence {
		out.Sentence = -1
	}
	if packed != nil {
		if body, err := s2.Decode(nil, packed); err == nil { // a damaged one is left out, for whoever reads it to see
			out.Body = body
		}
	}
	return out, nil
}

func (s *session) members(query string, args ...any) ([]record.MemberRow, error) {
	var out []record.MemberRow
	err := s.each(func(r row) error {
		one, err := scanMember(r)
		out = append(out, one)
		return err
	}, query, args...)
	return out, err
}

// Members implements record.View.
func (s *session) Members(numbers ...int64) ([]record.MemberRow, error) {
	if len(numbers) == 1 {
		return s.members(wholeMembers+"WHERE n = ?", numbers[0])
	}
	ns, err := list(numbers)
	if err != nil {
		return nil, err
	}
	return s.members(wholeMembers+"WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n", ns)
}

// MembersOf implements record.View.
func (s *session) MembersOf(report int64) ([]record.MemberRow, error) {
	return s.members(memberHeads+"WHERE place BETWEEN ? AND ? ORDER BY n", placeOf(report, 0), placeOf(report, noSentence))
}

// MembersIn implements record.View.
func (s *session) MembersIn(entry int64, at time.Time) ([]record.MemberRow, error) {
	if at.IsZero() {
		return s.members(memberHeads+"WHERE entry = ? AND entry <> 0 ORDER BY n", entry)
	}
	t := millis(at)
	return s.members(memberHeads+`WHERE entry = ?1 AND entry <> 0 AND since <= ?2
UNION ALL SELECT m.n, m.place, m.kind, m.id, NULL, p.entry, p.since, m.stale FROM memberships p JOIN members m ON m.n = p.member
  WHERE p.entry = ?1 AND p.since <= ?2 AND p.until > ?2
ORDER BY 1`, entry, t)
}

// Size implements record.View.
func (s *session) Size(entry int64) (int, error) {
	n, err := s.numbers("SELECT count(*) FROM members WHERE entry = ? AND entry <> 0", entry)
	if err != nil {
		return 0, err
	}
	return int(n[0]), nil
}

// PutMember implements record.Update.
func (s *session) PutMember(m record.MemberRow) (int64, error) {
	n, err := s.number("members")
	if err != nil {
		return 0, err
	}
	s.enter("members", 1)
	m.Number, m.Entry, m.Since = n, 0, time.Time{}
	s.pending.memberAt[n] = len(s.pending.members)
	s.pending.members = append(s.pending.members, m)
	return n, nil
}

// Move implements record.Update.
func (s *session) Move(member, _, to int64, at time.Time) error {
	if i, ok := s.pending.memberAt[member]; ok {
		s.pending.members[i].Entry, s.pending.members[i].Since = to, at
		return nil
	}
	s.pending.moves[member] = move{to, millis(at)}
	return nil
}

// move is where a member goes, and when.
type move struct{ to, at int64 }

// flushMoves takes older members to other entries. What lasted no time at all is not
// remembered.
func (s *session) flushMoves() error {
	if len(s.pending.moves) == 0 {
		return nil
	}
	var all [][3]int64
	for _, n := range slices.Sorted(maps.Keys(s.pending.moves)) {
		all = append(all, [3]int64{n, s.pending.moves[n].to, s.pending.moves[n].at})
	}
	clear(s.pending.moves)
	rows, err := list(all)
	if err != nil {
		return err
	}
	err = s.do(`INSERT INTO memberships (entry, member, since, until, seal)
SELECT m.entry, m.n, m.since, j.value ->> 2, seal(m.entry, m.n, m.since, j.value ->> 2)
FROM json_each(?) j CROSS JOIN members m ON m.n = j.value ->> 0 WHERE m.entry <> 0 AND m.since < j.value ->> 2
ON CONFLICT DO UPDATE SET until = excluded.until, seal = excluded.seal`, rows)
	if err != nil {
		return err
	}
	return s.do(`UPDATE members SET entry = j.value ->> 1, since = j.value ->> 2,
  seal = seal(place, kind, members.id, body, j.value ->> 1, j.value ->> 2, stale)
FROM json_each(?) j WHERE members.n = j.value ->> 0`, rows)
}

// Retire implements record.Update.
func (s *session) Retire(member int64) error {
	if err := s.flush(); err != nil {
		return err
	}
	return s.do("UPDATE members SET stale = 1, seal = seal(place, kind, id, body, entry, since, 1) WHERE n = ?", member)
}

// Tally implements record.View.
func (s *session) Tally(report int64) (map[record.Kind]int, error) {
	out := map[record.Kind]int{}
	err := s.each(func(r row) error {
		var kind record.Kind
		var n int
		err := r.Scan(&kind, &n)
		out[kind] = n
		return err
	}, "SELECT kind, count(*) FROM members WHERE place BETWEEN ? AND ? AND entry <> 0 GROUP BY kind",
		placeOf(report, 0), placeOf(report, noSentence))
	return out, err
}

// EntriesOf implements record.View.
func (s *session) EntriesOf(report int64) ([]int64, error) {
	return s.numbers(`SELECT entry FROM members WHERE place BETWEEN ?1 AND ?2 AND entry <> 0
UNION SELECT p.entry FROM memberships p JOIN members m ON m.n = p.member WHERE m.place BETWEEN ?1 AND ?2 ORDER BY 1`,
		placeOf(report, 0), placeOf(report, noSentence))
}
