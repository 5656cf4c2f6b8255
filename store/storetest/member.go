package storetest

import (
	"fmt"
	"testing"

	"rapporteur/record"
)

// member puts a member of the first report into an entry.
func member(t *testing.T, s *suite, id string, sentence int, entry int64, second int) int64 {
	t.Helper()
	var n int64
	s.update(t, func(u record.Update) error {
		var err error
		n, err = u.PutMember(record.MemberRow{Report: s.number(1), Sentence: sentence, Kind: record.Meeting, ID: id, Body: []byte(`{"id":"` + id + `"}`)})
		if err != nil {
			return err
		}
		return u.Move(n, 0, entry, at(second))
	})
	return n
}

func testMembers(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"})...)
	one, other := mint(t, s, "m1", 1, 1, "AAA"), mint(t, s, "m2", 1, 2, "BBB")
	x, y := member(t, s, "x", 0, one, 1), member(t, s, "y", -1, one, 1)
	s.update(t, func(u record.Update) error { return u.Move(x, one, other, at(5)) })
	s.update(t, func(u record.Update) error {
		if err := u.Move(y, one, 0, at(6)); err != nil {
			return err
		}
		return u.Retire(y)
	})
	s.view(t, func(v record.View) error {
		in := func(what string, entry int64, second int, want ...int64) {
			t.Helper()
			when := at(second)
			if second == 0 {
				when = when.AddDate(-3000, 0, 0) // before everything
			}
			got, err := v.MembersIn(when, entry)
			equal(t, what, want, numbersOf(got), err)
		}
		in("at first", one, 4, x, y)
		in("after one left", one, 5, y)
		in("after both left", one, 6)
		in("where it went", other, 5, x)
		in("before it came", other, 4)
		in("of no entry", 0, 6)
		whole, err := v.Members(y, x)
		equal(t, "members", []record.MemberRow{
			{Number: x, Report: s.number(1), Sentence: 0, Kind: record.Meeting, ID: "x", Body: []byte(`{"id":"x"}`), Entry: other, Since: at(5)},
			{Number: y, Report: s.number(1), Sentence: -1, Kind: record.Meeting, ID: "y", Body: []byte(`{"id":"y"}`), Since: at(6), Stale: true},
		}, whole, err)
		of, err := v.MembersOf(s.number(1))
		equal(t, "members of a report", []int64{x, y}, numbersOf(of), err)
		entries, err := v.EntriesOf(s.number(1))
		equal(t, "entries of a report", []int64{one, other}, entries, err)
		size, err := v.Size(other)
		equal(t, "size", 1, size, err)
		size, err = v.Size(0)
		equal(t, "size of no entry", 0, size, err)
		tally, err := v.Tally(s.number(1))
		equal(t, "tally", map[int64]map[record.Kind]int{s.number(1): {record.Meeting: 1}}, tally, err)
		said := query()
		said.Text = "ferries"
		found(t, v, "by text, now or formerly", said, "m2", "m1")
		said.Text = "tolls"
		found(t, v, "by a text of no entry", said)
		by := query()
		by.Reports = []string{"a"}
		found(t, v, "by report", by, "m2", "m1")
		return nil
	})
}

func numbersOf(rows []record.MemberRow) []int64 {
	var out []int64
	for _, m := range rows {
		out = append(out, m.Number)
	}
	return out
}

func testDrop(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"}, [3]string{"b", "Echo", "2030-01-01"})...)
	one := mint(t, s, "m1", 1, 1, "AAA")
	x := member(t, s, "x", 0, one, 1)
	s.update(t, func(u record.Update) error { return u.Move(x, one, 0, at(2)) })
	s.update(t, func(u record.Update) error { return u.DropReport(s.number(1)) })
	s.view(t, func(v record.View) error {
		row, err := v.Report("a")
		equal(t, "report", (*record.ReportRow)(nil), row, err)
		body, err := v.Body(s.number(1))
		equal(t, "body", (*record.Body)(nil), body, err)
		left, err := v.Members(x)
		equal(t, "member", nil, left, err)
		past, err := v.MembersIn(at(1), one)
		equal(t, "past member", nil, past, err)
		hits, err := v.Search("ferries", 0, 0)
		equal(t, "search", []record.Hit{{Report: s.number(2)}}, hits, err)
		return nil
	})
}

func testChanges(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"})...)
	one, other := mint(t, s, "m1", 1, 1, "AAA"), mint(t, s, "m2", 1, 2, "BBB")
	x := member(t, s, "x", 0, other, 1)
	s.update(t, func(u record.Update) error {
		if err := u.Move(x, other, one, at(3)); err != nil {
			return err
		}
		if err := u.Supersede(other, one, at(3)); err != nil {
			return err
		}
		return u.PutChange(record.ChangeRow{At: at(4), Entry: one, What: "removed", Report: "z", By: "kim"})
	})
	s.view(t, func(v record.View) error {
		changes, err := v.Changes(one)
		equal(t, "changes", []record.ChangeRow{
			{At: at(3), Entry: one, What: "joined", Report: "a"},
			{At: at(3), Entry: one, What: "merged", Other: other},
			{At: at(4), Entry: one, What: "removed", Report: "z", By: "kim"},
		}, changes, err)
		changes, err = v.Changes(other)
		equal(t, "changes of the other", []record.ChangeRow{
			{At: at(1), Entry: other, What: "joined", Report: "a"},
			{At: at(3), Entry: other, What: "left", Report: "a"},
		}, changes, err)
		return nil
	})
}

// testTouched: what happened to entries in a time is found, whatever it was, and nothing of
// another time or of entries that came later.
func testTouched(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"}, [3]string{"b", "Echo", "2030-01-02"})...)
	one, other, still := mint(t, s, "m1", 1, 1, "AAA"), mint(t, s, "m2", 1, 2, "BBB"), mint(t, s, "m3", 1, 3, "CCC")
	late := mint(t, s, "m4", 5, 4, "DDD")
	x := member(t, s, "x", 0, other, 1)
	member(t, s, "y", 0, still, 1)
	member(t, s, "z", 0, late, 5)
	s.update(t, func(u record.Update) error {
		if err := u.Move(x, other, one, at(3)); err != nil {
			return err
		}
		if err := u.Supersede(other, one, at(3)); err != nil {
			return err
		}
		return u.PutChange(record.ChangeRow{At: at(6), Entry: still, What: "removed", Report: "z", By: "kim"})
	})
	s.view(t, func(v record.View) error {
		for _, c := range []struct {
			after, until int
			want         []int64
		}{{2, 4, []int64{one, other}}, {2, 3, []int64{one, other}}, {3, 5, nil}, {3, 6, []int64{still}}, {4, 9, []int64{still}}, {6, 9, nil}} {
			got, err := v.Touched(at(c.after), at(c.until))
			equal(t, fmt.Sprintf("touched after %d up to %d", c.after, c.until), c.want, got, err)
		}
		q := query()
		q.Numbers = []int64{still, late}
		found(t, v, "some entries", q, "m4", "m3")
		return nil
	})
}

// testUnspaced finds words where a language writes none apart.
func testUnspaced(t *testing.T, s *suite) {
	for i, text := range []string{"两国外长在河内举行会谈。", "外相会談、ハノイで開催。", "ประชุมที่กรุงฮานอย", "The envoys met; 会谈 was on the banner."} {
		row, _ := report(string(rune('a'+i)), "Echo", "2030-01-01")
		body := record.Body{Text: text, Sentences: [][2]int{{0, len([]rune(text))}}}
		s.update(t, func(u record.Update) error {
			n, err := u.PutReport(row, body)
			s.begins(n)
			return err
		})
	}
	s.view(t, func(v record.View) error {
		for _, c := range []struct {
			text string
			want []record.Hit
		}{
			{"会谈", []record.Hit{{Report: s.number(4)}, {Report: s.number(1)}}},
			{"会談", []record.Hit{{Report: s.number(2)}}},
			{"谈会", nil},
			{"ハノイ 外相", []record.Hit{{Report: s.number(2)}}},
			{"ประชุม", []record.Hit{{Report: s.number(3)}}},
			{"ที่", []record.Hit{{Report: s.number(3)}}},
			{"ทุ่", nil}, // another vowel
			{"envoy 会", []record.Hit{{Report: s.number(4)}}},
		} {
			hits, err := v.Search(c.text, 0, 0)
			equal(t, c.text, c.want, hits, err)
			reports, err := v.Reports(record.ReportQuery{Text: c.text})
			equal(t, c.text+" in reports", len(c.want), len(reports), err)
		}
		return nil
	})
}
