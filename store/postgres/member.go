package postgres

import (
	"maps"
	"slices"
	"time"

	"rapporteur/record"
	"rapporteur/store/packed"
	"rapporteur/store/rows"
)

const (
	memberHeads  = "SELECT n, place, kind, id, NULL::bytea, entry, since, stale FROM members "
	wholeMembers = `SELECT n, place, kind, id, body, entry, since, stale,
  (SELECT array_agg(f.place ORDER BY f.place) FROM further f WHERE f.member = members.n) FROM members `
)

// scanMember reads the columns of a member, and more behind them.
func scanMember(r row, more ...any) (record.MemberRow, error) {
	var out record.MemberRow
	var place, since, stale int64
	var data []byte
	if err := r.Scan(append([]any{&out.Number, &place, (*string)(&out.Kind), &out.ID, &data, &out.Entry, &since, &stale}, more...)...); err != nil {
		return out, err
	}
	out.Report, out.Sentence = packed.Sentence(place)
	out.Since, out.Stale = packed.Instant(since), stale != 0
	if out.Sentence == packed.NoSentence {
		out.Sentence = -1
	}
	if data != nil {
		out.Body = packed.ReadMember(data)
	}
	return out, nil
}

// inTheirEntries are the entries that members belong to.
func inTheirEntries(members []record.MemberRow) []thing {
	var numbers []int64
	for _, m := range members {
		numbers = append(numbers, m.Entry)
	}
	return theEntries(numbers...)
}

// heads gives members without their bodies.
func (s memberTable) heads(query string, args ...any) ([]record.MemberRow, error) {
	return steady(s.session, func() ([]record.MemberRow, error) {
		var out []record.MemberRow
		err := s.each(func(r row) error {
			one, err := scanMember(r)
			out = append(out, one)
			return err
		}, query, args...)
		return out, err
	}, inTheirEntries)
}

// Members implements record.View.
func (s memberTable) Members(numbers ...int64) ([]record.MemberRow, error) {
	if s.pending.hasAny(numbers) {
		if err := s.flush(); err != nil {
			return nil, err
		}
	}
	return steady(s.session, func() ([]record.MemberRow, error) {
		var out []record.MemberRow
		err := s.peek(func(r row) error {
			var further []int64
			one, err := scanMember(r, &further)
			for _, place := range further {
				_, sentence := packed.Sentence(place)
				one.Further = append(one.Further, sentence)
			}
			out = append(out, one)
			return err
		}, wholeMembers+"WHERE n = ANY($1::bigint[]) ORDER BY n", numbers)
		return out, err
	}, inTheirEntries)
}

// MembersOf implements record.View.
func (s memberTable) MembersOf(reports ...int64) ([]record.MemberRow, error) {
	if err := s.claimed(theReports(reports...)); err != nil {
		return nil, err
	}
	if len(reports) == 1 {
		return s.heads(memberHeads+"WHERE place BETWEEN $1 AND $2 ORDER BY n", packed.Place(reports[0], 0), packed.Place(reports[0], packed.NoSentence))
	}
	return s.heads(`SELECT m.n, m.place, m.kind, m.id, NULL::bytea, m.entry, m.since, m.stale
FROM (SELECT DISTINCT unnest($1::bigint[]) AS n) j JOIN members m ON m.place BETWEEN j.n << 12 AND (j.n << 12 | 4095) ORDER BY m.n`, reports)
}

// MembersIn implements record.View.
func (s memberTable) MembersIn(at time.Time, entries ...int64) ([]record.MemberRow, error) {
	if err := s.claimed(theEntries(entries...)); err != nil {
		return nil, err
	}
	if !at.IsZero() {
		if err := s.aloneOnly(); err != nil {
			return nil, err
		}
	}
	query, args := membersIn(at, "NULL::bytea", entries)
	return s.heads(query+" ORDER BY 1", args...)
}

// membersIn is the query for the members of some entries at a time, with their bodies
// or what stands in their place.
func membersIn(at time.Time, body string, entries []int64) (string, []any) {
	if at.IsZero() {
		return "SELECT n, place, kind, id, " + body + ", entry, since, stale FROM members WHERE entry <> 0 AND entry = ANY($1::bigint[])", []any{entries}
	}
	return `SELECT n, place, kind, id, ` + body + `, entry, since, stale FROM members
  WHERE entry <> 0 AND entry = ANY($1::bigint[]) AND since <= $2
UNION ALL SELECT m.n, m.place, m.kind, m.id, ` + body + `, p.entry, p.since, m.stale FROM memberships p JOIN members m ON m.n = p.member
  WHERE p.entry = ANY($1::bigint[]) AND p.since <= $2 AND p.until > $2`, []any{entries, packed.Millis(at)}
}

// Standing implements record.View.
func (s memberTable) Standing(at time.Time, entries ...int64) ([]record.MemberRow, []record.ReportRow, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, nil, err
	}
	query, args := membersIn(at, "body", entries)
	var members []record.MemberRow
	reports := map[int64]record.ReportRow{}
	err := s.each(func(r row) error {
		var f reportFields
		one, err := scanMember(r, f.targets()...)
		if err != nil {
			return err
		}
		members = append(members, one)
		if _, known := reports[one.Report]; !known && f.row.Number != 0 {
			reports[one.Report], err = f.report()
		}
		return err
	}, "SELECT m.*, "+rows.OrNothing(reportColumns)+", NULL::bytea FROM ("+query+") m LEFT JOIN reports r ON r.n = m.place >> 12 ORDER BY m.n", args...)
	var out []record.ReportRow
	for _, n := range slices.Sorted(maps.Keys(reports)) {
		out = append(out, reports[n])
	}
	return members, out, err
}

// Size implements record.View.
func (s memberTable) Size(entry int64) (int, error) {
	if err := s.claimed(theEntries(entry)); err != nil {
		return 0, err
	}
	n, err := s.numbers("SELECT count(*) FROM members WHERE entry = $1 AND entry <> 0", entry)
	if err != nil {
		return 0, err
	}
	return int(n[0]), nil
}

// Tally implements record.View.
func (s memberTable) Tally(reports ...int64) (map[int64]map[record.Kind]int, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	out := map[int64]map[record.Kind]int{}
	return out, s.each(func(r row) error {
		var report int64
		var kind string
		var n int
		err := r.Scan(&report, &kind, &n)
		if out[report] == nil {
			out[report] = map[record.Kind]int{}
		}
		out[report][record.Kind(kind)] = n
		return err
	}, `SELECT j.n, m.kind, count(*) FROM (SELECT DISTINCT unnest($1::bigint[]) AS n) j JOIN members m ON m.place BETWEEN j.n << 12 AND (j.n << 12 | 4095)
WHERE m.entry <> 0 GROUP BY 1, 2`, reports)
}

// EntriesOf implements record.View.
func (s memberTable) EntriesOf(report int64) ([]int64, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	return s.numbers(`SELECT entry FROM members WHERE place BETWEEN $1 AND $2 AND entry <> 0
UNION SELECT p.entry FROM memberships p JOIN members m ON m.n = p.member WHERE m.place BETWEEN $1 AND $2 ORDER BY 1`,
		packed.Place(report, 0), packed.Place(report, packed.NoSentence))
}
