package storetest

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/record"
)

// RunDesks tests what a store keeps of desks, and what it tells for the record as a desk
// sees it.
func RunDesks(t *testing.T, open func(*testing.T) record.Store) {
	for name, test := range map[string]func(*testing.T, *suite){
		"what belongs to desks is kept apart": testDesks,
		"the terms of entries are told":       testTermsOf,
		"moments are named":                   testMoment,
		"a desk sees its own corrections":     testDeskView,
	} {
		t.Run(name, func(t *testing.T) {
			store := open(t)
			test(t, &suite{Store: store})
			if err := store.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// testDeskView has two desks correct one entry otherwise: each sees its own, a third and
// the shared record see neither.
func testDeskView(t *testing.T, s *suite) {
	ctx, r := context.Background(), record.New(s.Store, clock())
	if _, err := r.Add(ctx, Readings(3, 25)...); err != nil {
		t.Fatal(err)
	}
	all, err := r.Entries(ctx, record.Filter{Kinds: []record.Kind{record.Meeting}, Limit: 2})
	if err != nil || len(all) < 2 {
		t.Fatal(len(all), err)
	}
	for _, name := range []string{"north", "south", "east"} {
		if err := r.AddNamespace(ctx, name, record.Quota{}); err != nil {
			t.Fatal(err)
		}
	}
	id, status := all[0].ID, all[0].Meeting.Status
	for name, value := range map[string]string{"north": "refused", "south": "postponed"} {
		if _, err := r.Correct(record.In(ctx, name), record.Demand{Entry: id, Action: record.Set, Field: "status", Value: value, By: "kim"}); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{"north": "refused", "south": "postponed", "east": string(status), "": string(status)} {
		in := record.In(ctx, name)
		e, err := r.Entry(in, id, time.Time{})
		if err != nil || string(e.Meeting.Status) != want {
			t.Errorf("%q sees %v, %v; want %s", name, e, err, want)
		}
		found, err := r.Count(in, record.Filter{Statuses: []string{want}}, 0)
		has, asked := r.Entries(in, record.Filter{Statuses: []string{want}})
		if err != nil || asked != nil || found.N != len(has) || !slices.ContainsFunc(has, func(e record.Entry) bool { return e.ID == id }) {
			t.Errorf("%q finds %v and lists %d that are %s, %v %v", name, found, len(has), want, err, asked)
		}
	}
	err = r.Verify(ctx, func(p record.Problem) bool { t.Errorf("verify: %v", p); return true })
	if err != nil {
		t.Error(err)
	}
}

// testDesks keeps what belongs to desks apart by its namespace, kind and key.
func testDesks(t *testing.T, s *suite) {
	rows := []record.DeskRow{
		{Namespace: "north", Kind: "dossier", Key: "ferries", Body: `{"name":"ferries"}`},
		{Namespace: "north", Kind: "dossier", Key: "tolls", Body: `{}`},
		{Namespace: "south", Kind: "dossier", Key: "ferries", Body: `[1]`},
		{Namespace: "south", Kind: "desk", Key: "south", Body: `7`},
	}
	s.update(t, func(u record.Update) error {
		for _, r := range slices.Backward(rows) {
			if err := u.PutDeskRow(r); err != nil {
				return err
			}
		}
		got, err := u.DeskRows("north", "dossier")
		equal(t, "within the update", rows[:2], got, err)
		return nil
	})
	ask := func(what, namespace, kind string, want ...record.DeskRow) {
		t.Helper()
		s.view(t, func(v record.View) error {
			got, err := v.DeskRows(namespace, kind)
			equal(t, what, want, got, err)
			return nil
		})
	}
	ask("of one", "north", "dossier", rows[:2]...)
	ask("of all", "", "dossier", rows[:3]...)
	ask("of another kind", "south", "desk", rows[3])
	ask("of nobody", "east", "dossier")
	again := rows[0]
	again.Body = `{"name":"ferries","since":"2030"}`
	s.update(t, func(u record.Update) error { return u.PutDeskRow(again) })
	ask("changed", "", "dossier", again, rows[1], rows[2])
	s.update(t, func(u record.Update) error { return u.DropDeskRow("north", "dossier", "tolls") })
	ask("dropped", "", "dossier", again, rows[2])
	s.update(t, func(u record.Update) error { return u.DropDesk("south") })
	ask("without the desk", "", "dossier", again)
	ask("without all of it", "south", "desk")
}

// testTermsOf gives the terms of entries as they are found now.
func testTermsOf(t *testing.T, s *suite) {
	terms := []record.Term{{Name: "kind", Value: "meeting"}, {Name: "state", Value: "AAA"}}
	s.update(t, func(u record.Update) error {
		for _, id := range []string{"m1", "m2", "m3"} {
			n, err := u.Mint(record.EntryRow{ID: id, Kind: record.Meeting, Minted: at(1)})
			if err != nil {
				return err
			}
			if err := u.Describe(n, 1, 5, terms[:min(int(n), 2)], at(1)); err != nil {
				return err
			}
		}
		return nil
	})
	s.update(t, func(u record.Update) error { return u.Describe(3, 0, 0, nil, at(2)) })
	s.view(t, func(v record.View) error {
		got, err := v.TermsOf(1, 2, 3, 9)
		for n, some := range got {
			slices.SortFunc(some, func(a, b record.Term) int { return strings.Compare(a.Name, b.Name) })
			if len(some) == 0 {
				delete(got, n)
			}
		}
		equal(t, "terms", map[int64][]record.Term{1: terms[:1], 2: terms}, got, err)
		return nil
	})
}

// testMoment names what is seen: another name after each change, and while nothing
// changes mostly the same.
func testMoment(t *testing.T, s *suite) {
	seen := map[string]int{}
	moment := func() string {
		var out string
		s.view(t, func(v record.View) error {
			name, err := v.Moment()
			if err != nil {
				return err
			}
			found, err := v.Entries(record.Query{All: [][]record.Term{{{Name: "kind", Value: "meeting"}}}, From: math.MinInt, To: math.MaxInt})
			if n, there := seen[name]; err == nil && there && n != len(found) {
				t.Errorf("the moment %q has %d entries and %d", name, n, len(found))
			}
			seen[name], out = len(found), name
			return err
		})
		return out
	}
	for _, id := range []string{"m1", "m2", "m3"} {
		before := moment()
		s.update(t, func(u record.Update) error {
			n, err := u.Mint(record.EntryRow{ID: id, Kind: record.Meeting, Minted: at(1)})
			if err != nil {
				return err
			}
			return u.Describe(n, 1, 5, []record.Term{{Name: "kind", Value: "meeting"}}, at(1))
		})
		if after := moment(); after == before {
			t.Errorf("the record changed, and the moment is %q still", after)
		}
		if first, second := moment(), moment(); first != second {
			t.Error("nothing changed, and it is another moment")
		}
	}
}
