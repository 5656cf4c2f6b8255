package storetest

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// testTogether asks for many things at once: it is what asking one by one gives.
func testTogether(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"}, [3]string{"b", "Courier", "2030-01-02"})...)
	one, other, third := mint(t, s, "m1", 1, 1, "AAA"), mint(t, s, "m2", 1, 2, "BBB"), mint(t, s, "m3", 1, 3, "AAA")
	x, y := member(t, s, "x", 0, one, 1), member(t, s, "y", 1, other, 1)
	s.update(t, func(u record.Update) error {
		return errors.Join(u.Move(y, other, third, at(3)), u.Supersede(other, third, at(3)), u.Supersede(one, third, at(4)))
	})
	s.view(t, func(v record.View) error {
		both, err := v.MembersIn(time.Time{}, third, one, 99, 0)
		equal(t, "members of entries", []int64{x, y}, numbersOf(both), err)
		then, err := v.MembersIn(at(2), one, other)
		equal(t, "members of entries then", []int64{x, y}, numbersOf(then), err)
		of, err := v.MembersOf(s.number(2), s.number(1))
		equal(t, "members of reports", []int64{x, y}, numbersOf(of), err)
		tally, err := v.Tally(s.number(1), s.number(2))
		equal(t, "tally of reports", map[int64]map[record.Kind]int{s.number(1): {record.Meeting: 2}}, tally, err)
		bodies, err := v.Bodies(s.number(2), s.number(1), s.number(9))
		_, body := report("", "", "")
		equal(t, "bodies", map[int64]*record.Body{s.number(1): &body, s.number(2): &body}, bodies, err)
		former, err := v.Superseded(third, other)
		equal(t, "superseded", 2, len(former), err)
		changes, err := v.Changes(third, one, one)
		equal(t, "changes", []record.ChangeRow{{At: at(1), Entry: one, What: "joined", Report: "a"}, {At: at(3), Entry: third, What: "joined", Report: "a"},
			{At: at(3), Entry: third, What: "merged", Other: other}, {At: at(4), Entry: third, What: "merged", Other: one}}, changes, err)
		n, err := v.CountReports(record.ReportQuery{Outlets: []string{"Echo"}, Limit: 1, Offset: 1}, 0)
		equal(t, "reports counted", 1, n, err)
		n, err = v.CountReports(record.ReportQuery{}, 2)
		equal(t, "reports counted up to two", 2, n, err)
		return nil
	})
}

// testStanding asks for whole members with their reports.
func testStanding(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"})...)
	one, other := mint(t, s, "m1", 1, 1, "AAA"), mint(t, s, "m2", 1, 2, "BBB")
	x, y := member(t, s, "x", 0, one, 1), member(t, s, "y", -1, one, 1)
	s.update(t, func(u record.Update) error { return u.Move(y, one, other, at(5)) })
	want, _ := report("a", "Echo", "2030-01-01")
	want.Number, want.Sketch = s.number(1), nil
	then := []record.MemberRow{
		{Number: x, Report: s.number(1), Kind: record.Meeting, ID: "x", Body: []byte(`{"id":"x"}`), Entry: one, Since: at(1)},
		{Number: y, Report: s.number(1), Sentence: -1, Kind: record.Meeting, ID: "y", Body: []byte(`{"id":"y"}`), Entry: one, Since: at(1)},
	}
	many := []int64{one, other}
	for n := range int64(1000) {
		many = append(many, other+1+n) // which are none
	}
	s.view(t, func(v record.View) error {
		members, reports, err := v.Standing(at(4), other, one)
		equal(t, "then", then, members, err)
		equal(t, "reports", []record.ReportRow{want}, reports, nil)
		members, reports, err = v.Standing(at(4), many...)
		equal(t, "among many", then, members, err)
		equal(t, "reports of many", []record.ReportRow{want}, reports, nil)
		members, _, err = v.Standing(time.Time{}, other)
		equal(t, "now", []int64{y}, numbersOf(members), err)
		members, reports, err = v.Standing(time.Time{})
		equal(t, "of nothing", 0, len(members)+len(reports), err)
		return nil
	})
}

// testEach asks several queries at once, with limits and orders of their own.
func testEach(t *testing.T, s *suite) {
	for i, id := range []string{"a", "b", "c", "d"} {
		mint(t, s, id, 1, i, []string{"AAA", "BBB"}[i%2], "CCC")
	}
	one := func(limit int, oldest bool, actors ...string) record.Query {
		q := record.Query{From: math.MinInt, To: math.MaxInt, Limit: limit, Oldest: oldest, All: [][]record.Term{nil}}
		for _, a := range actors {
			q.All[0] = append(q.All[0], record.Term{Name: "actor", Value: a})
		}
		return q
	}
	bounded := one(0, false, "CCC")
	bounded.From, bounded.To = 1, 2
	s.view(t, func(v record.View) error {
		found, err := v.EntriesOfEach(one(1, false, "AAA"), one(0, true, "BBB"), one(3, false, "AAA", "BBB", "nobody"), one(0, false, "nobody"), bounded, query("AAA", "CCC"))
		var got [][]string
		for _, some := range found {
			ids := []string{}
			for _, e := range some {
				ids = append(ids, e.ID)
			}
			got = append(got, ids)
		}
		equal(t, "each", [][]string{{"c"}, {"b", "d"}, {"d", "c", "b"}, {}, {"c", "b"}, {"c", "a"}}, got, err)
		none, err := v.EntriesOfEach()
		equal(t, "none", 0, len(none), err)
		return nil
	})
}

// testFurther finds an entry by any sentence of its evidence, now and formerly.
func testFurther(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"})...)
	one, other := mint(t, s, "m1", 1, 1, "AAA"), mint(t, s, "m2", 1, 2, "BBB")
	var x int64
	s.update(t, func(u record.Update) (err error) {
		if x, err = u.PutMember(record.MemberRow{Report: s.number(1), Sentence: 0, Further: []int{1}, Kind: record.Meeting, ID: "x", Body: []byte(`{}`)}); err != nil {
			return err
		}
		return u.Move(x, 0, one, at(1))
	})
	y := member(t, s, "y", 0, other, 1)
	s.update(t, func(u record.Update) error { return u.PutFurther(y, s.number(1), []int{1, 1}) })
	tolls := query()
	tolls.Text = "tolls"
	s.view(t, func(v record.View) error {
		found(t, v, "by the second sentence", tolls, "m2", "m1")
		whole, err := v.Members(x, y)
		equal(t, "further sentences", [][]int{{1}, {1}}, [][]int{whole[0].Further, whole[1].Further}, err)
		return nil
	})
	s.update(t, func(u record.Update) error { return u.DropReport(s.number(1)) })
	s.view(t, func(v record.View) error {
		found(t, v, "when the report is gone", tolls)
		return nil
	})
}

// testCorrectionsOf finds corrections by texts and entries, with what was made of them.
func testCorrectionsOf(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"}, [3]string{"b", "Echo", "2030-01-01"})...)
	of := func(action record.Action, kind record.Kind, entry, value, target, other string) record.Correction {
		c := record.Correction{At: at(1), By: "kim", Entry: entry, Kind: kind, Action: action, Value: value, Targets: []record.Address{{Report: target, Member: "x"}}}
		if other != "" {
			c.Others = []record.Address{{Report: other, Member: "x"}}
		}
		return c
	}
	all := []record.Correction{
		of(record.Set, record.Meeting, "m1", "held", "a@1234", ""),
		of(record.Set, record.Meeting, "m2", "held", "b", ""),
		of(record.Carry, record.Meeting, "m1", "1", "c", "a"),
		{At: at(2), By: "kim", Entry: "m9", Kind: record.Meeting, Action: record.Undo, Value: "1"},
		of(record.Set, record.ReportKind, "b", "2030-01-09", "b", ""),
	}
	s.update(t, func(u record.Update) error {
		for i := range all {
			n, err := u.PutCorrection(all[i])
			if err != nil {
				return err
			}
			all[i].ID = n
		}
		return nil
	})
	s.view(t, func(v record.View) error {
		check := func(want []record.Correction, of ...string) {
			t.Helper()
			got, err := v.CorrectionsOf(of...)
			equal(t, "corrections of "+of[0], want, got, err)
		}
		family := []record.Correction{all[0], all[2], all[3]}
		check(family, "a")
		check(family, "c")
		check(family, "m1")
		check(family, "m9")
		check([]record.Correction{all[1]}, "m2")
		check([]record.Correction{all[1], all[4]}, "b")
		check(all, "b", "a")
		check(nil, "d")
		amended, err := v.Reports(record.ReportQuery{Amended: true})
		equal(t, "reports that were put right", []string{"b"}, ids(amended), err)
		return nil
	})
}

// testFirsts holds that a page of what a query chooses is a piece of all that it
// chooses, however it is found, and that several queries at once give what each gives
// alone.
func testFirsts(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"})...)
	random := rand.New(rand.NewPCG(3, 5))
	actors := []string{"AAA", "BBB", "CCC", "DDD"}
	for i := range 60 {
		var some []string
		for _, a := range actors {
			if random.IntN(2) == 0 {
				some = append(some, a)
			}
		}
		n := mint(t, s, fmt.Sprint("m", i), i, random.IntN(9), some...)
		if i%3 == 0 {
			member(t, s, fmt.Sprint("x", i), i%2, n, i)
		}
		if i%7 == 0 { // elsewhere before
			s.update(t, func(u record.Update) error { return u.Describe(n, 1, random.IntN(9), terms(some...), at(i+100)) })
		}
	}
	s.view(t, func(v record.View) error {
		for range 300 {
			some := make([]record.Query, 1+random.IntN(4))
			alike := random.IntN(2) == 0
			for i := range some {
				some[i] = anyQuery(random, actors, alike)
			}
			pieces(t, v, some)
		}
		return nil
	})
}

// anyQuery makes a query; one that is to be like others has one condition and days alone.
func anyQuery(random *rand.Rand, actors []string, alike bool) record.Query {
	q := record.Query{From: math.MinInt, To: math.MaxInt, Limit: 1 + random.IntN(5), Oldest: random.IntN(2) == 0}
	terms := func(n int) []record.Term {
		var out []record.Term
		for range n {
			out = append(out, record.Term{Name: "actor", Value: actors[random.IntN(len(actors))]})
		}
		return out
	}
	q.All = append(q.All, terms(1+random.IntN(3)))
	if random.IntN(2) == 0 {
		q.From = random.IntN(5)
	}
	if random.IntN(2) == 0 {
		q.To = 3 + random.IntN(5)
	}
	if alike {
		return q
	}
	q.Offset = random.IntN(4)
	if random.IntN(2) == 0 {
		q.All = append(q.All, terms(1+random.IntN(2)))
	}
	switch random.IntN(6) {
	case 0:
		q.AsOf = at(30 + random.IntN(100))
	case 1:
		q.Minted = at(random.IntN(60))
	case 2:
		q.Text = []string{"ferries", "tolls rise"}[random.IntN(2)]
	case 3:
		q.Reports = []string{"a", "nowhere"}[random.IntN(2):]
	case 4:
		q.Numbers = []int64{3, 9, 9, 27, 1000}
	}
	return q
}

// pieces compares pages with all that their queries choose.
func pieces(t *testing.T, v record.View, some []record.Query) {
	t.Helper()
	pages, err := v.EntriesOfEach(some...)
	if err != nil {
		t.Fatal(err)
	}
	for i, q := range some {
		all := q
		all.Limit, all.Offset = 0, 0
		whole, err := v.Entries(all)
		if err != nil {
			t.Fatal(err)
		}
		want := whole[min(q.Offset, len(whole)):]
		want = want[:min(q.Limit, len(want))]
		alone, err := v.Entries(q)
		if err != nil {
			t.Fatal(err)
		}
		for _, most := range []int{0, 1, max(1, len(whole)-1), max(1, len(whole)), len(whole) + 1} {
			n, err := v.Count(q, most)
			want := len(whole)
			if most > 0 {
				want = min(want, most)
			}
			if err != nil || n != want {
				t.Fatalf("%+v: counts %d, not %d of at most %d: %v", q, n, want, most, err)
			}
		}
		for _, got := range [][]record.EntryRow{pages[i], alone} {
			if len(want)+len(got) > 0 && !cmp.Equal(want, got) {
				t.Fatalf("%+v:\n%s", q, cmp.Diff(want, got))
			}
		}
	}
}
