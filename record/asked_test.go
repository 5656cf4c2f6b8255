package record_test

import (
	"math"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/store/memory"
)

// TestAsked knows of each question to a view whether its answer would be the same now:
// after a change that concerns it, it is told so; of what is not followed nobody knows.
func TestAsked(t *testing.T) {
	meeting := record.Query{All: [][]record.Term{{{Name: "kind", Value: "meeting"}}}, From: math.MinInt, To: math.MaxInt}
	wrong := func(_ any, err error) error { return err }
	type ask = func(v record.View) error
	followed := map[string]ask{
		"a report":        func(v record.View) error { return wrong(v.Report("00002a")) },
		"reports by name": func(v record.View) error { return wrong(v.ReportsNamed("00002a", "b")) },
		"a body":          func(v record.View) error { return wrong(v.Body(3)) },
		"bodies":          func(v record.View) error { return wrong(v.Bodies(3)) },
		"rows":            func(v record.View) error { return wrong(v.ReportRows(3)) },
		"members":         func(v record.View) error { return wrong(v.Members(3)) },
		"members of":      func(v record.View) error { return wrong(v.MembersOf(3)) },
		"members in":      func(v record.View) error { return wrong(v.MembersIn(time.Time{}, 3)) },
		"a tally":         func(v record.View) error { return wrong(v.Tally(3)) },
		"a size":          func(v record.View) error { return wrong(v.Size(3)) },
		"an entry":        func(v record.View) error { return wrong(v.EntryRows(3)) },
		"entries":         func(v record.View) error { return wrong(v.Entries(meeting)) },
		"terms":           func(v record.View) error { return wrong(v.Having(record.Term{Name: "outlet", Value: "Outlet 3"})) },
		"what happened":   func(v record.View) error { return wrong(v.Changes(3)) },
	}
	same := map[string]ask{
		"who took the place": func(v record.View) error { return wrong(v.Superseded(1)) },
		"actors":             func(v record.View) error { return wrong(v.Actors("AAA")) },
		"a group":            func(v record.View) error { return wrong(v.Group(record.ByWire, "w")) },
		"corrections of":     func(v record.View) error { return wrong(v.CorrectionsOf("000001")) },
		"owners":             func(v record.View) error { return wrong(v.Owners(record.OfMembers, 7)) },
	}
	open := map[string]ask{
		"reports after":   func(v record.View) error { return wrong(v.ReportsAfter(0, 1)) },
		"reports":         func(v record.View) error { return wrong(v.Reports(record.ReportQuery{})) },
		"how many":        func(v record.View) error { return wrong(v.CountReports(record.ReportQuery{}, 0)) },
		"carried":         func(v record.View) error { return wrong(v.Carried("Echo")) },
		"words":           func(v record.View) error { return wrong(v.Search("envoys", 1, 0)) },
		"every key":       func(v record.View) error { return v.EachKey(record.OfMembers, func(uint64, int64) {}) },
		"a past day":      func(v record.View) error { return wrong(v.MembersIn(clock()(), 1)) },
		"entries of":      func(v record.View) error { return wrong(v.EntriesOf(1)) },
		"entries after":   func(v record.View) error { return wrong(v.EntriesAfter(0, 1)) },
		"how many found":  func(v record.View) error { return wrong(v.Count(meeting, 0)) },
		"what is due":     func(v record.View) error { return wrong(v.Due()) },
		"what is touched": func(v record.View) error { return wrong(v.Touched(time.Time{}, time.Time{})) },
		"ids":             func(v record.View) error { return wrong(v.IDs("m", 1)) },
		"values":          func(v record.View) error { return wrong(v.Values("state")) },
		"parties":         func(v record.View) error { return wrong(v.Parties(record.PartyQuery{})) },
		"corrections":     func(v record.View) error { return wrong(v.Corrections(0, 0)) },
		"dossiers":        func(v record.View) error { return wrong(v.Dossiers()) },
	}
	for kind, questions := range map[string]map[string]ask{"changed": followed, "same": same, "open": open} {
		for name, question := range questions {
			before, after := answersAround(t, question)
			got := "changed"
			switch before {
			case "":
				got = "open"
			case after:
				got = "same"
			}
			if got != kind {
				t.Errorf("%s is %s, not %s", name, got, kind)
			}
		}
	}
}

// answersAround asks something of a record of three reports, and gives what the answers are before
// and after the third is removed and another one comes.
func answersAround(t *testing.T, question func(record.View) error) (before, after string) {
	t.Helper()
	store := memory.New()
	r := record.New(store, clock())
	add(t, r, apart(1), apart(2), apart(3))
	look := func(then func(record.View) error) {
		t.Helper()
		if err := store.View(t.Context(), then); err != nil {
			t.Fatal(err)
		}
	}
	var answers func(record.View) (string, error)
	look(func(v record.View) error {
		traced, tell := record.Traced(v)
		answers = tell
		err := question(traced)
		if err == nil {
			before, err = answers(v)
		}
		return err
	})
	if _, err := r.Remove(t.Context(), record.Removal{Reports: []string{"000003"}, By: "kim"}); err != nil {
		t.Fatal(err)
	}
	add(t, r, apart(42))
	look(func(v record.View) (err error) {
		after, err = answers(v)
		return err
	})
	return before, after
}
