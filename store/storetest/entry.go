package storetest

import (
	"errors"
	"math"
	"testing"

	"rapporteur/record"
)

// mint makes an entry that is found by its kind and some actors.
func mint(t *testing.T, s *suite, id string, second, sort int, actors ...string) int64 {
	t.Helper()
	var n int64
	s.update(t, func(u record.Update) error {
		var err error
		if n, err = u.Mint(record.EntryRow{ID: id, Kind: record.Meeting, Minted: at(second)}); err != nil {
			return err
		}
		return u.Describe(n, len(actors), sort, terms(actors...), at(second))
	})
	return n
}

func terms(actors ...string) []record.Term {
	out := []record.Term{{Name: "kind", Value: "meeting"}}
	for _, a := range actors {
		out = append(out, record.Term{Name: "actor", Value: a})
	}
	return out
}

// query asks for entries with all of some actors, in any time.
func query(actors ...string) record.Query {
	q := record.Query{From: math.MinInt, To: math.MaxInt}
	for _, term := range terms(actors...) {
		q.All = append(q.All, []record.Term{term})
	}
	return q
}

// found checks what a query gives, and how many it counts.
func found(t *testing.T, v record.View, what string, q record.Query, want ...string) {
	t.Helper()
	entries, err := v.Entries(q)
	var got []string
	for _, e := range entries {
		got = append(got, e.ID)
	}
	equal(t, what, want, got, err)
	if q.Limit == 0 && q.Offset == 0 {
		n, err := v.Count(q, 0)
		equal(t, what+", counted", len(want), n, err)
	}
}

func testTerms(t *testing.T, s *suite) {
	one := mint(t, s, "m1", 1, 10, "AAA", "BBB")
	mint(t, s, "m2", 2, 20, "AAA", "AAA")
	s.update(t, func(u record.Update) error {
		if n, err := u.Mint(record.EntryRow{ID: "m2", Kind: record.Meeting}); err != nil || n != 0 {
			t.Errorf("an id minted twice: %d %v", n, err)
		}
		return u.Describe(one, 2, 30, terms("BBB", "CCC"), at(3))
	})
	either := query()
	either.All = append(either.All, []record.Term{{Name: "actor", Value: "AAA"}, {Name: "actor", Value: "CCC"}, {Name: "actor", Value: "nobody"}})
	then := func(q record.Query, second int) record.Query {
		q.AsOf = at(second)
		return q
	}
	s.view(t, func(v record.View) error {
		found(t, v, "both terms", query("BBB", "CCC"), "m1")
		found(t, v, "a former term", query("AAA"), "m2")
		found(t, v, "one of three", either, "m1", "m2")
		found(t, v, "unknown term", query("nobody"))
		found(t, v, "before all", then(query(), 0))
		found(t, v, "then", then(query("AAA"), 2), "m2", "m1")
		found(t, v, "one of three then", then(either, 2), "m2", "m1")
		found(t, v, "both then", then(query("AAA", "BBB"), 1), "m1")
		found(t, v, "from then on", then(query("AAA"), 3), "m2")
		bounded := query()
		bounded.From, bounded.To = 20, 25
		found(t, v, "days", bounded, "m2")
		values, err := v.Values("actor", "kind", "nothing")
		equal(t, "values", map[string][]record.Value{"actor": {{Value: "AAA", Entries: 1}, {Value: "BBB", Entries: 1}, {Value: "CCC", Entries: 1}},
			"kind": {{Value: "meeting", Entries: 2}}}, values, err)
		none, err := v.Values("nothing")
		equal(t, "values of nothing", 0, len(none), err)
		ids, err := v.IDs("m", 1)
		equal(t, "ids", []string{"m1"}, ids, err)
		other, err := v.IDs("x", 9)
		equal(t, "other ids", 0, len(other), err)
		young := query()
		young.Minted = at(2)
		found(t, v, "minted since", young, "m2")
		return nil
	})
	s.update(t, func(u record.Update) error { return u.Supersede(one, 2, at(4)) })
	s.view(t, func(v record.View) error {
		found(t, v, "after one is no more", query(), "m2")
		found(t, v, "before", then(query(), 3), "m1", "m2")
		since := query()
		since.Minted = at(1)
		found(t, v, "minted since, without one that is no more", since, "m2")
		since.All = [][]record.Term{{{Name: "kind", Value: "event"}}}
		found(t, v, "none of a kind minted since", since)
		former, err := v.Superseded(2)
		equal(t, "superseded", []record.EntryRow{{Number: 1, ID: "m1", Kind: record.Meeting, Minted: at(1), SupersededBy: 2, SupersededAt: at(4)}}, former, err)
		return nil
	})
}

func testPages(t *testing.T, s *suite) {
	for i, id := range []string{"a", "b", "c", "d"} {
		mint(t, s, id, 1, -i/2, "AAA") // b as old as a, d as c
	}
	page := func(limit, offset int, oldest bool) record.Query {
		q := query("AAA")
		q.Limit, q.Offset, q.Oldest = limit, offset, oldest
		return q
	}
	s.view(t, func(v record.View) error {
		found(t, v, "newest first", page(0, 0, false), "b", "a", "d", "c")
		found(t, v, "oldest first", page(0, 0, true), "c", "d", "a", "b")
		found(t, v, "second page", page(2, 2, false), "d", "c")
		found(t, v, "beyond", page(2, 9, false))
		after, err := v.EntriesAfter(2, 1)
		equal(t, "after", "c", after[0].ID, err)
		numbered, err := v.EntryRows(4, 1)
		equal(t, "rows", "a", numbered[0].ID, err)
		one, err := v.Entry("d")
		equal(t, "entry", &record.EntryRow{Number: 4, ID: "d", Kind: record.Meeting, Minted: at(1), Described: 1}, one, err)
		one, err = v.Entry("e")
		equal(t, "no entry", (*record.EntryRow)(nil), one, err)
		return nil
	})
	s.update(t, func(u record.Update) error { return errors.Join(u.Postpone(3), u.Postpone(2), u.Postpone(3)) })
	s.update(t, func(u record.Update) error { return u.Describe(2, 1, 0, terms("AAA"), at(2)) })
	s.view(t, func(v record.View) error {
		due, err := v.Due()
		equal(t, "due", []int64{3}, due, err)
		return nil
	})
}
