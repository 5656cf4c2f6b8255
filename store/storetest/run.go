package storetest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"

	"rapporteur"
	"rapporteur/record"
)

// Run tests a store.
func Run(t *testing.T, open func(*testing.T) record.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, *suite)
	}{
		{"an update is all or nothing", testAtomic},
		{"reports are found by id, group, outlet and day", testReports},
		{"reports of a month are found by its days", testMonths},
		{"an update finds what it has put", testFresh},
		{"keys lead to their owners", testKeys},
		{"members were where they were", testMembers},
		{"entries are found by their terms, now and formerly", testTerms},
		{"entries come in order and by the page", testPages},
		{"sentences are found by words and phrases", testSearch},
		{"words are found in a run of text", testUnspaced},
		{"what is removed is gone", testDrop},
		{"what happened to an entry", testChanges},
		{"what happened in a time", testTouched},
		{"actors, corrections and dossiers", testRest},
		{"many things are asked at once", testTogether},
		{"members stand with their reports", testStanding},
		{"several queries are answered at once", testEach},
		{"a page is a piece of the whole", testFirsts},
		{"words are found in any sentence of the evidence", testFurther},
		{"corrections are found by what they are about", testCorrectionsOf},
	} {
		t.Run(c.name, func(t *testing.T) {
			store := open(t)
			c.test(t, &suite{Store: store})
			if err := store.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

func testAtomic(t *testing.T, s *suite) {
	broken := errors.New("broken")
	row, body := report("a", "Echo", "2030-01-01")
	err := s.Update(context.Background(), func(u record.Update) error {
		if _, err := u.PutReport(row, body); err != nil {
			return err
		}
		if _, err := u.Mint(record.EntryRow{ID: "m1", Kind: record.Meeting, Minted: at(1)}); err != nil {
			return err
		}
		if err := u.Describe(1, 1, 1, []record.Term{{Name: "kind", Value: "meeting"}}, at(1)); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("update gives %v", err)
	}
	s.view(t, func(v record.View) error {
		got, err := v.Report("a")
		equal(t, "report of a failed update", (*record.ReportRow)(nil), got, err)
		return nil
	})
	put(t, s, row)
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if err := s.Update(stopped, func(record.Update) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("update of a context that is over gives %v", err)
	}
	if err := s.View(stopped, func(record.View) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("view of a context that is over gives %v", err)
	}
}

// testMonths asks by days for reports of which the month alone is known.
func testMonths(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-31"}, [3]string{"b", "Echo", "2030-02"}, [3]string{"c", "Echo", "2030-02-10"}, [3]string{"d", "Echo", ""})...)
	s.view(t, func(v record.View) error {
		for _, c := range []struct {
			since, until rapporteur.Date
			want         []string
		}{
			{"2030-02-01", "", []string{"c", "b"}},
			{"2030-02-20", "", []string{"b"}},
			{"2030-03-01", "", nil},
			{"", "2030-02-09", []string{"b", "a", "d"}},
			{"", "2030-01-31", []string{"a", "d"}},
			{"2030-02-11", "2030-02-12", []string{"b"}},
		} {
			q := record.ReportQuery{Since: c.since, Until: c.until}
			got, err := v.Reports(q)
			equal(t, fmt.Sprintf("%q to %q", c.since, c.until), c.want, ids(got), err)
			n, err := v.CountReports(q, 0)
			equal(t, fmt.Sprintf("%q to %q, counted", c.since, c.until), len(c.want), n, err)
		}
		return nil
	})
}

func testReports(t *testing.T, s *suite) {
	all := rows([3]string{"a", "Echo", "2030-01-01"}, [3]string{"b", "Courier", "2030-01-03"}, [3]string{"c", "Echo", "2030-01-02"})
	all[1].Wire, all[2].Wire, all[2].Article = "b", "b", "c"
	all[2].Arrived = at(9)
	put(t, s, all...)
	s.view(t, func(v record.View) error {
		one, err := v.Report("b")
		want := all[1]
		want.Number = s.number(2)
		equal(t, "report", &want, one, err)
		body, err := v.Body(s.number(2))
		_, text := report("", "", "")
		equal(t, "body", &text, body, err)
		list := func(what string, q record.ReportQuery, want ...string) {
			t.Helper()
			got, err := v.Reports(q)
			equal(t, what, want, ids(got), err)
		}
		list("latest first", record.ReportQuery{}, "b", "c", "a")
		list("oldest first, a page", record.ReportQuery{Oldest: true, Limit: 1, Offset: 1}, "c")
		list("outlet", record.ReportQuery{Outlets: []string{"Echo"}}, "c", "a")
		list("days", record.ReportQuery{Since: "2030-01-02", Until: "2030-01-02"}, "c")
		list("ids", record.ReportQuery{IDs: []string{"a", "z"}}, "a")
		list("text", record.ReportQuery{Text: "ferries"}, "b", "c", "a")
		list("then", record.ReportQuery{AsOf: at(1)}, "b", "a")
		list("new", record.ReportQuery{Arrived: at(1)}, "c")
		group, err := v.Group(record.ByWire, "b")
		equal(t, "copies", []string{"b", "c"}, ids(group), err)
		group, err = v.Group(record.ByArticle, "")
		equal(t, "no group", nil, ids(group), err)
		after, err := v.ReportsAfter(s.number(1), 1)
		equal(t, "after", []string{"b"}, ids(after), err)
		numbered, err := v.ReportRows(s.number(3), s.number(1), s.number(7))
		equal(t, "rows", []string{"a", "c"}, ids(numbered), err)
		carried, err := v.Carried("Courier")
		equal(t, "carried", []string{"b"}, ids(carried), err)
		return nil
	})
	changed := all[0]
	changed.Number, changed.SupersededBy = s.number(1), "b"
	body := record.Body{Text: "Nothing.", Sentences: [][2]int{{0, 8}}}
	s.update(t, func(u record.Update) error { return u.SetReport(changed, &body) })
	s.view(t, func(v record.View) error {
		one, err := v.Report("a")
		equal(t, "changed report", &changed, one, err)
		hits, err := v.Search("ferries", 0, 0)
		equal(t, "changed text", []record.Hit{{Report: s.number(3)}, {Report: s.number(2)}}, hits, err)
		return nil
	})
}

func testKeys(t *testing.T, s *suite) {
	const large = math.MaxUint64
	var many []uint64
	for i := range 100 {
		many = append(many, uint64(i))
	}
	s.update(t, func(u record.Update) error {
		return errors.Join(u.PutKeys(record.OfMembers, 2, []uint64{1, large}), u.PutKeys(record.OfMembers, 1, []uint64{large, large}),
			u.PutKeys(record.OfReports, 9, many))
	})
	s.update(t, func(u record.Update) error { return u.DropKeys(record.OfMembers, 2, []uint64{1, 5}) })
	s.view(t, func(v record.View) error {
		owners, err := v.Owners(record.OfMembers, large, 1, large)
		equal(t, "owners", map[uint64][]int64{large: {1, 2}}, owners, err)
		owners, err = v.Owners(record.OfMembers, 1)
		equal(t, "dropped key", map[uint64][]int64{}, owners, err)
		owners, err = v.Owners(record.OfReports, many...)
		equal(t, "owners of many keys", 100, len(owners), err)
		owners, err = v.Owners(record.OfReports)
		equal(t, "no keys", map[uint64][]int64{}, owners, err)
		return nil
	})
}

func testSearch(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"}, [3]string{"b", "Echo", "2030-01-02"})...)
	s.view(t, func(v record.View) error {
		for _, c := range []struct {
			text          string
			limit, offset int
			want          []record.Hit
		}{
			{"ferries", 0, 0, []record.Hit{{Report: s.number(2)}, {Report: s.number(1)}}},
			{"LATE ferries", 1, 1, []record.Hit{{Report: s.number(1)}}},
			{`"tolls will"`, 0, 0, []record.Hit{{Report: s.number(2), Sentence: 1}, {Report: s.number(1), Sentence: 1}}},
			{`"will tolls"`, 0, 0, nil},
			{"ferries tolls", 0, 0, nil},
			{`late" OR "x`, 0, 0, nil},
			{"Ferry !!!", 0, 0, []record.Hit{{Report: s.number(2)}, {Report: s.number(1)}}},
			{`"`, 0, 0, nil},
			{"!!!", 0, 0, nil},
			{"tolls\x00will", 0, 1, []record.Hit{{Report: s.number(1), Sentence: 1}}},
		} {
			hits, err := v.Search(c.text, c.limit, c.offset)
			equal(t, c.text, c.want, hits, err)
		}
		return nil
	})
}

func testRest(t *testing.T, s *suite) {
	c := record.Correction{At: at(1), By: "kim", Entry: "m1", Kind: record.Meeting, Action: record.Set, Field: "date", Value: "2030-01-02",
		Targets: []record.Address{{Report: "a", Member: "x", Start: 1, End: 2}}}
	d := record.Dossier{Name: "Strait", Actors: []string{"AAA"}, Since: "2030-01-01"}
	s.update(t, func(u record.Update) error {
		n, err := u.PutCorrection(c)
		if c.ID = n; n != 1 {
			t.Errorf("the first correction has the number %d", n)
		}
		later := c
		later.At = at(2)
		_, second := u.PutCorrection(later)
		return errors.Join(err, second, u.PutDossier(record.Dossier{Name: "Strait"}), u.PutDossier(d), u.PutDossier(record.Dossier{Name: "Old"}),
			u.PutActor(rapporteur.Actor{ID: "AAA", Known: true, Name: "Beeland", Kind: rapporteur.State, State: "AAA"}),
			u.PutActor(rapporteur.Actor{ID: "AAA", Known: true, Name: "Ayland", Kind: rapporteur.State, State: "AAA"}),
			u.PutActor(rapporteur.Actor{ID: "bo", Known: true, Name: "Bo", Kind: rapporteur.Person, State: "AAA"}),
			u.PutActor(rapporteur.Actor{ID: "cy", Known: true, Name: "Cy", Kind: rapporteur.Person, State: "CCC"}))
	})
	s.update(t, func(u record.Update) error { return u.DropDossier("Old") })
	for i, actors := range [][]string{{"AAA", "bo"}, {"AAA"}, {"cy"}} {
		mint(t, s, string(rune('p'+i)), i, i, actors...)
	}
	s.view(t, func(v record.View) error {
		all, err := v.Corrections(0, 0)
		equal(t, "corrections", 2, len(all), err)
		equal(t, "correction", c, all[0], nil)
		all, err = v.Corrections(1, 0)
		equal(t, "later corrections", 1, len(all), err)
		dossiers, err := v.Dossiers()
		equal(t, "dossiers", []record.Dossier{d}, dossiers, err)
		actors, err := v.Actors("bo", "AAA", "nobody")
		equal(t, "actors", []rapporteur.Actor{{ID: "AAA", Known: true, Name: "Ayland", Kind: rapporteur.State, State: "AAA"},
			{ID: "bo", Known: true, Name: "Bo", Kind: rapporteur.Person, State: "AAA"}}, actors, err)
		parties := func(what string, q record.PartyQuery, want ...string) {
			t.Helper()
			got, err := v.Parties(q)
			var ids []string
			for _, p := range got {
				ids = append(ids, p.ID)
			}
			equal(t, what, want, ids, err)
		}
		parties("parties", record.PartyQuery{}, "AAA", "bo", "cy")
		parties("parties of a state", record.PartyQuery{States: []string{"AAA"}, Offset: 1}, "bo")
		parties("parties by name", record.PartyQuery{Text: "CY"}, "cy")
		parties("parties by id", record.PartyQuery{IDs: []string{"bo", "cy"}, Limit: 1}, "bo")
		return nil
	})
}
