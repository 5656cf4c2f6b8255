package sqlite

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"rapporteur/record"
	"rapporteur/store/packed"
)

const (
	memberHeads  = "SELECT n, place, kind, id, NULL, entry, since, stale FROM members "
	wholeMembers = `SELECT n, place, kind, id, body, entry, since, stale,
  (SELECT group_concat(f.place & 4095) FROM further f WHERE f.member = members.n) FROM members `
)

// scanMember reads the columns of a member, and more behind them.
func scanMember(r row, more ...any) (record.MemberRow, error) {
	var out record.MemberRow
	var place, since int64
	var data []byte
	if err := r.Scan(append([]any{&out.Number, &place, (*string)(&out.Kind), &out.ID, &data, &out.Entry, &since, &out.Stale}, more...)...); err != nil {
		return out, err
	}
	out.Report, out.Sentence, out.Since = place>>12, int(place&noSentence), instant(since)
	if out.Sentence == noSentence {
		out.Sentence = -1
	}
	if data != nil {
		out.Body = packed.ReadMember(data) // a damaged one is left out, for whoever reads it to see
	}
	return out, nil
}

// heads gives members without their bodies.
func (s memberTable) heads(query string, args ...any) ([]record.MemberRow, error) {
	var out []record.MemberRow
	err := s.each(func(r row) error {
		one, err := scanMember(r)
		out = append(out, one)
		return err
	}, query, args...)
	return out, err
}

// Members implements record.View.
func (s memberTable) Members(numbers ...int64) ([]record.MemberRow, error) {
	ns, err := list(numbers)
	if err != nil {
		return nil, err
	}
	var out []record.MemberRow
	err = s.each(func(r row) error {
		var further sql.NullString
		one, err := scanMember(r, &further)
		if err == nil && further.Valid {
			err = json.Unmarshal([]byte("["+further.String+"]"), &one.Further)
			slices.Sort(one.Further)
		}
		out = append(out, one)
		return err
	}, wholeMembers+"WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n", ns)
	return out, err
}

// MembersOf implements record.View.
func (s memberTable) MembersOf(reports ...int64) ([]record.MemberRow, error) {
	if len(reports) == 1 {
		return s.heads(memberHeads+"WHERE place BETWEEN ? AND ? ORDER BY n", placeOf(reports[0], 0), placeOf(reports[0], noSentence))
	}
	ns, err := list(reports)
	if err != nil {
		return nil, err
	}
	return s.heads("SELECT m.n, m.place, m.kind, m.id, NULL, m.entry, m.since, m.stale FROM json_each(?) j CROSS JOIN members m ON m.place BETWEEN j.value << 12 AND j.value << 12 | 4095 ORDER BY m.n", ns)
}

// MembersIn implements record.View.
func (s memberTable) MembersIn(at time.Time, entries ...int64) ([]record.MemberRow, error) {
	ns, err := list(entries)
	if err != nil {
		return nil, err
	}
	query, args := membersIn(at, "NULL", ns)
	return s.heads(query+" ORDER BY 1", args...)
}

// membersIn is the query for the members of some entries at a time, with their bodies
// or what stands in their place.
func membersIn(at time.Time, body, entries string) (string, []any) {
	if at.IsZero() {
		return "SELECT n, place, kind, id, " + body + ", entry, since, stale FROM members WHERE entry <> 0 AND entry IN (SELECT value FROM json_each(?))", []any{entries}
	}
	return fmt.Sprintf(`SELECT n, place, kind, id, %[1]s, entry, since, stale FROM members
  WHERE entry <> 0 AND entry IN (SELECT value FROM json_each(?1)) AND since <= ?2
UNION ALL SELECT m.n, m.place, m.kind, m.id, %[1]s, p.entry, p.since, m.stale FROM memberships p JOIN members m ON m.n = p.member
  WHERE p.entry IN (SELECT value FROM json_each(?1)) AND p.since <= ?2 AND p.until > ?2`, body), []any{entries, millis(at)}
}

// Size implements record.View.
func (s memberTable) Size(entry int64) (int, error) {
	n, err := s.numbers("SELECT count(*) FROM members WHERE entry = ? AND entry <> 0", entry)
	if err != nil {
		return 0, err
	}
	return int(n[0]), nil
}

// PutMember implements record.Update.
func (s memberTable) PutMember(m record.MemberRow) (int64, error) {
	n, err := s.pending.number("members")
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
func (s memberTable) Move(member, _, to int64, at time.Time) error {
	if i, ok := s.pending.memberAt[member]; ok {
		s.pending.members[i].Entry, s.pending.members[i].Since = to, at
		return nil
	}
	s.pending.moves[member] = move{to, millis(at)}
	return nil
}

// Retire implements record.Update.
func (s memberTable) Retire(member int64) error {
	if err := s.flush(); err != nil {
		return err
	}
	return s.do("UPDATE members SET stale = 1, seal = seal(place, kind, id, body, entry, since, 1) WHERE n = ?", member)
}

// PutFurther implements record.Update.
func (s memberTable) PutFurther(member, report int64, sentences []int) error {
	if err := s.flush(); err != nil {
		return err
	}
	return s.insertMany("INSERT OR IGNORE INTO further (member, place) VALUES ", 2, furtherRows(member, report, sentences))
}

// Tally implements record.View.
func (s memberTable) Tally(reports ...int64) (map[int64]map[record.Kind]int, error) {
	ns, err := list(reports)
	if err != nil {
		return nil, err
	}
	out := map[int64]map[record.Kind]int{}
	return out, s.each(func(r row) error {
		var report int64
		var kind record.Kind
		var n int
		err := r.Scan(&report, &kind, &n)
		if out[report] == nil {
			out[report] = map[record.Kind]int{}
		}
		out[report][kind] = n
		return err
	}, `SELECT j.value, m.kind, count(*) FROM json_each(?) j CROSS JOIN members m ON m.place BETWEEN j.value << 12 AND j.value << 12 | 4095
WHERE m.entry <> 0 GROUP BY 1, 2`, ns)
}

// EntriesOf implements record.View.
func (s memberTable) EntriesOf(report int64) ([]int64, error) {
	return s.numbers(`SELECT entry FROM members WHERE place BETWEEN ?1 AND ?2 AND entry <> 0
UNION SELECT p.entry FROM memberships p JOIN members m ON m.n = p.member WHERE m.place BETWEEN ?1 AND ?2 ORDER BY 1`,
		placeOf(report, 0), placeOf(report, noSentence))
}
