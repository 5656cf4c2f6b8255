package record_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// talks is a report of an outlet about talks of two states.
func talks(id, outlet string, published, on rapporteur.Date, place string, status rapporteur.Status, states ...string) *rapporteur.Reading {
	text := "Report " + id + ": the envoys and their talks."
	r := &rapporteur.Reading{Report: rapporteur.Report{ID: id, Text: text, Outlet: rapporteur.Text(outlet), Published: published}, Sentences: [][2]int{{0, len(text)}}}
	m := rapporteur.Meeting{Basis: rapporteur.Basis{ID: "m" + id, Confidence: 0.9, Rule: "test", Evidence: []rapporteur.Span{{Start: 0, End: len(text), Text: text}}},
		Kind: "talks", Date: on, Place: &rapporteur.Place{Name: place}, Status: status}
	for _, s := range states {
		r.Actors = append(r.Actors, rapporteur.Actor{ID: s, Known: true, Name: "The " + s, Kind: rapporteur.State, State: rapporteur.Text(s)})
		m.Attendance = append(m.Attendance, rapporteur.Attendance{Actor: s, For: rapporteur.Text(s), Presence: rapporteur.Present})
	}
	r.Meetings = []rapporteur.Meeting{m}
	return r
}

func meetings(t *testing.T, r *record.Record, f record.Filter) []record.Entry {
	t.Helper()
	f.Kinds = []record.Kind{record.Meeting}
	out, err := r.Entries(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func correct(t *testing.T, r *record.Record, d record.Demand) record.Correction {
	t.Helper()
	d.By = "kim"
	c, err := r.Correct(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return c[0]
}

// three are reports of three outlets about one meeting.
func three() []*rapporteur.Reading {
	return []*rapporteur.Reading{
		talks("a", "Echo", "2030-01-02", "2030-01-03", "Ostmark", rapporteur.PlannedMeeting, "AAA", "BBB"),
		talks("b", "Courier", "2030-01-04", "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB"),
		talks("c", "Post", "2030-01-04", "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB"),
	}
}

// TestCorrect carries out each kind of correction and takes it back: then all is as
// it was.
func TestCorrect(t *testing.T) {
	for _, c := range []struct {
		name   string
		demand record.Demand
		want   [][]string // reports by entry
		check  func(e record.Entry) bool
	}{
		{"actor", record.Demand{Action: record.Set, Field: "actor:BBB", Value: "CCC", Actor: &rapporteur.Actor{ID: "CCC", Name: "Ceeland", Kind: rapporteur.State, State: "CCC"}},
			[][]string{{"a", "b", "c"}}, func(e record.Entry) bool { return e.Names["CCC"] == "Ceeland" && e.Names["BBB"] == "" }},
		{"status", record.Demand{Action: record.Set, Field: "status", Value: "cancelled"},
			[][]string{{"a", "b", "c"}}, func(e record.Entry) bool { return e.Meeting.Status == rapporteur.Cancelled }},
		{"date", record.Demand{Action: record.Set, Field: "date", Value: "2030-01-05"},
			[][]string{{"a", "b", "c"}}, func(e record.Entry) bool { return e.Meeting.Date == "2030-01-05" }},
		{"place", record.Demand{Action: record.Set, Field: "place", Value: "Westhafen, CCC"},
			[][]string{{"a", "b", "c"}}, func(e record.Entry) bool { return e.Meeting.Place.Country == "CCC" }},
		{"reject", record.Demand{Action: record.Reject}, nil, nil},
		{"split", record.Demand{Action: record.Split, Others: []string{"b"}}, [][]string{{"a", "c"}, {"b"}}, nil},
		{"note", record.Demand{Action: record.Remark, Note: "sure of it"}, [][]string{{"a", "b", "c"}},
			func(e record.Entry) bool { return len(e.Corrected) == 1 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRecord()
			add(t, r, three()...)
			before := meetings(t, r, record.Filter{})
			c.demand.Entry = before[0].ID
			done := correct(t, r, c.demand)
			got := meetings(t, r, record.Filter{})
			if diff := cmp.Diff(c.want, reportsOf(got)); diff != "" {
				t.Error(diff)
			}
			for _, e := range got {
				if c.check != nil && !c.check(e) {
					t.Errorf("not corrected: %+v", e)
				}
			}
			if len(got) > 0 && !slices.ContainsFunc(got, func(e record.Entry) bool { return e.ID == before[0].ID }) {
				t.Error("the entry has lost its id")
			}
			if diff := cmp.Diff(before, meetings(t, r, record.Filter{AsOf: done.At.Add(-time.Millisecond)})); diff != "" {
				t.Error("the past has changed:", diff)
			}
			correct(t, r, record.Demand{Entry: before[0].ID, Action: record.Undo, Value: "1"})
			if diff := cmp.Diff(reportsOf(before), reportsOf(meetings(t, r, record.Filter{}))); diff != "" {
				t.Error("not undone:", diff)
			}
		})
	}
}

// reportsOf gives the reports of each entry, in order.
func reportsOf(entries []record.Entry) [][]string {
	var out [][]string
	for _, e := range entries {
		var of []string
		for _, m := range e.Members {
			of = append(of, m.Report)
		}
		out = append(out, of)
	}
	slices.SortFunc(out, slices.Compare[[]string])
	return out
}

// TestMerge joins what the program keeps apart.
func TestMerge(t *testing.T) {
	r := newRecord()
	add(t, r, talks("a", "Echo", "2030-01-03", "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB"),
		talks("b", "Courier", "2030-01-13", "2030-01-13", "Ostmark", rapporteur.Held, "AAA", "BBB"))
	entries := meetings(t, r, record.Filter{Oldest: true})
	if len(entries) != 2 {
		t.Fatalf("%d meetings before", len(entries))
	}
	correct(t, r, record.Demand{Entry: entries[1].ID, Action: record.Merge, Others: []string{entries[0].ID}})
	merged := meetings(t, r, record.Filter{})
	if len(merged) != 1 || merged[0].ID != entries[0].ID || len(merged[0].Members) != 2 {
		t.Errorf("after the merge: %+v", merged)
	}
	gone, err := r.Entry(context.Background(), entries[1].ID, time.Time{})
	if err != nil || gone.SupersededBy != entries[0].ID {
		t.Errorf("the younger entry: %+v %v", gone, err)
	}
	why, err := r.Why(context.Background(), entries[0].ID, time.Time{})
	if err != nil || len(why) != 1 || why[0].Rule != "correction" {
		t.Errorf("why: %+v %v", why, err)
	}
}

// TestCorrectionsSurvive corrects an entry and reads its reports again, with other
// ids and slightly other words: the correction still holds.
func TestCorrectionsSurvive(t *testing.T) {
	r := newRecord()
	add(t, r, three()...)
	id := meetings(t, r, record.Filter{})[0].ID
	correct(t, r, record.Demand{Entry: id, Action: record.Set, Field: "status", Value: "refused"})
	correct(t, r, record.Demand{Entry: id, Action: record.Split, Others: []string{"c"}})
	again := three()
	for _, one := range again {
		m := &one.Meetings[0]
		m.ID = "new " + m.ID
		m.Evidence = []rapporteur.Span{{Start: 3, End: m.Evidence[0].End, Text: m.Evidence[0].Text[3:]}}
	}
	if err := r.Reread(context.Background(), again...); err != nil {
		t.Fatal(err)
	}
	got := meetings(t, r, record.Filter{Statuses: []string{"refused"}})
	if diff := cmp.Diff([][]string{{"a", "b"}, {"c"}}, reportsOf(got)); diff != "" {
		t.Error(diff)
	}
}

// TestRefused are demands that make no sense.
func TestRefused(t *testing.T) {
	r := newRecord()
	add(t, r, three()...)
	id := meetings(t, r, record.Filter{})[0].ID
	for _, d := range []record.Demand{
		{Entry: "m0", Action: record.Reject, By: "kim"},
		{Entry: id, Action: record.Reject},
		{Entry: id, Action: record.Set, Field: "stance", Value: "opposes", By: "kim"},
		{Entry: id, Action: record.Set, Field: "date", Value: "soon", By: "kim"},
		{Entry: id, Action: record.Split, Others: []string{"a", "b", "c"}, By: "kim"},
		{Entry: id, Action: record.Split, Others: []string{"z"}, By: "kim"},
		{Entry: id, Action: record.Merge, By: "kim"},
		{Entry: id, Action: record.Merge, Others: []string{id}, By: "kim"},
		{Entry: id, Action: record.Undo, Value: "1", By: "kim"},
		{Entry: id, Action: record.Undo, Value: "last", By: "kim"},
	} {
		if _, err := r.Correct(context.Background(), d); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%+v: %v", d, err)
		}
	}
}

// TestAsOf asks for the record as it was after each report: it says what it said
// then.
func TestAsOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := newRecord()
		var then []time.Time
		var said [][]state
		tick := clock() // as the record's, one look behind
		for _, one := range distinct(someReadings(t)) {
			add(t, r, one)
			then = append(then, tick())
			said = append(said, states(t, r))
		}
		for i, at := range then {
			entries, err := r.Entries(context.Background(), record.Filter{AsOf: at})
			if err != nil {
				t.Fatal(err)
			}
			if len(entries) != len(said[i]) {
				t.Fatalf("after %d reports: %d entries, were %d", i+1, len(entries), len(said[i]))
			}
		}
	})
}
