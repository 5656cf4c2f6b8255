package record_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// twoMeetings are of the same two sides, ten days apart.
func twoMeetings() []*rapporteur.Reading {
	return []*rapporteur.Reading{
		talks("a", "Echo", "2030-01-03", "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB"),
		talks("b", "Courier", "2030-01-13", "2030-01-13", "Westhafen", rapporteur.Held, "AAA", "BBB"),
	}
}

// TestUndoMerge gives both ids back to what had them, whichever was merged with which,
// when the reports have been read again meanwhile, and when another one came.
func TestUndoMerge(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to int
		between  func(t *testing.T, r *record.Record)
	}{
		{"the younger with the elder", 1, 0, nil},
		{"the elder with the younger", 0, 1, nil},
		{"read again", 1, 0, func(t *testing.T, r *record.Record) {
			again := twoMeetings()
			for _, one := range again {
				one.Meetings[0].ID = "other " + one.Meetings[0].ID
			}
			if err := r.Reread(context.Background(), again...); err != nil {
				t.Fatal(err)
			}
		}},
		{"another report", 1, 0, func(t *testing.T, r *record.Record) {
			add(t, r, talks("c", "Post", "2030-01-14", "2030-01-13", "Westhafen", rapporteur.Held, "AAA", "BBB"))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRecord()
			add(t, r, twoMeetings()...)
			before := placesByID(t, r)
			entries := meetings(t, r, record.Filter{Oldest: true})
			done := correct(t, r, record.Demand{Entry: entries[c.from].ID, Action: record.Merge, Others: []string{entries[c.to].ID}})
			if c.between != nil {
				c.between(t, r)
			}
			during := meetings(t, r, record.Filter{})
			correct(t, r, record.Demand{Entry: entries[c.from].ID, Action: record.Undo, Value: fmt.Sprint(done.ID)})
			if diff := cmp.Diff(before, placesByID(t, r)); diff != "" {
				t.Error(diff)
			}
			past := meetings(t, r, record.Filter{AsOf: done.At})
			if len(past) != 1 || len(past[0].Supersedes) != 1 || len(during) != 1 {
				t.Errorf("while they were one: %+v", past)
			}
			younger, err := r.Entry(context.Background(), entries[1].ID, done.At)
			if err != nil || younger.SupersededBy != entries[0].ID {
				t.Errorf("the younger one then: %+v %v", younger, err)
			}
			changes, err := r.History(context.Background(), entries[1].ID)
			if err != nil || !slices.ContainsFunc(changes, func(c record.Change) bool { return c.What == "restored" }) {
				t.Errorf("history: %+v %v", changes, err)
			}
		})
	}
}

// placesByID gives the place of each meeting.
func placesByID(t *testing.T, r *record.Record) map[string]string {
	out := map[string]string{}
	for _, e := range meetings(t, r, record.Filter{}) {
		out[e.ID] = e.Meeting.Place.Name
	}
	return out
}

// TestUndoOfAnother is refused, and so is taking the same back twice.
func TestUndoOfAnother(t *testing.T) {
	r := newRecord()
	add(t, r, twoMeetings()...)
	entries := meetings(t, r, record.Filter{Oldest: true})
	correct(t, r, record.Demand{Entry: entries[0].ID, Action: record.Set, Field: "status", Value: "postponed"})
	undo := func(of int) error {
		_, err := r.Correct(context.Background(), record.Demand{Entry: entries[of].ID, Action: record.Undo, Value: "1", By: "kim"})
		return err
	}
	if err := undo(1); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("of another entry: %v", err)
	}
	if got := meetings(t, r, record.Filter{Statuses: []string{"postponed"}}); len(got) != 1 {
		t.Errorf("the correction is gone")
	}
	if err := undo(0); err != nil {
		t.Error(err)
	}
	if err := undo(0); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("twice: %v", err)
	}
}

// TestAllOrNone corrects several fields at once, or none where one makes no sense.
func TestAllOrNone(t *testing.T) {
	r := newRecord()
	add(t, r, three()...)
	id := meetings(t, r, record.Filter{})[0].ID
	set := func(field, value string) record.Demand {
		return record.Demand{Entry: id, Action: record.Set, Field: field, Value: value, By: "kim"}
	}
	if _, err := r.Correct(context.Background(), set("status", "postponed"), set("date", "some day")); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Fatal(err)
	}
	if got := meetings(t, r, record.Filter{})[0]; got.Meeting.Status == rapporteur.Postponed || len(got.Corrected) != 0 {
		t.Errorf("half of it was done: %+v", got.Corrected)
	}
	done, err := r.Correct(context.Background(), set("status", "postponed"), set("date", "2030-01-08"), set("place", "Westhafen"))
	if err != nil || len(done) != 3 {
		t.Fatal(done, err)
	}
	got := meetings(t, r, record.Filter{})[0]
	if got.Meeting.Status != rapporteur.Postponed || got.Meeting.Date != "2030-01-08" || got.Meeting.Place.Name != "Westhafen" {
		t.Errorf("%+v", got.Meeting)
	}
}

// TestUndoAll takes any corrections back in reverse: the record is what it was, with
// the ids that it had.
func TestUndoAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := newRecord()
		add(t, r, distinct(someReadings(t))...)
		before := allEntries(t, r)
		var done []record.Correction
		for range rapid.IntRange(1, 5).Draw(t, "corrections") {
			d, ok := someDemand(t, r)
			if !ok {
				continue
			}
			got, err := r.Correct(context.Background(), d)
			if rapporteur.CodeOf(err) == rapporteur.Invalid {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			done = append(done, got...)
			verified(t, r)
		}
		for _, c := range slices.Backward(done) {
			if _, err := r.Correct(context.Background(), record.Demand{Entry: c.Entry, Action: record.Undo, Value: fmt.Sprint(c.ID), By: "kim"}); err != nil {
				t.Fatal(err)
			}
			verified(t, r)
		}
		if diff := cmp.Diff(before, allEntries(t, r), cmpopts.IgnoreFields(record.Entry{}, "Supersedes")); diff != "" {
			t.Fatal(diff)
		}
	})
}

// ofReport stands for a correction of a report itself among the actions.
const ofReport record.Action = "set of a report"

// someDemand is a correction of an entry that the record has.
func someDemand(t *rapid.T, r *record.Record) (record.Demand, bool) {
	all := allEntries(t, r)
	if len(all) == 0 {
		return record.Demand{}, false
	}
	e := pick(t, "entry", all...)
	d := record.Demand{Entry: e.ID, By: "kim", Action: pick(t, "action", record.Set, record.Include, record.Drop, record.Reject, record.Split, record.Merge, record.Remark, record.Missed, ofReport)}
	switch d.Action {
	case record.Missed:
		d.Entry, d.Kind, d.Nth = pick(t, "report", e.Members...).Report, record.Statement, 1
		d.Value = e.Members[0].Evidence()[0].Text
		d.With = []record.Setting{{Action: record.Set, Field: "speaker", Value: "CCC", Actor: ceeland}}
	case ofReport:
		d.Entry, d.Action = pick(t, "report", e.Members...).Report, record.Set
		d.Field = pick(t, "fact", "date", "outlet", "title")
		d.Value = map[string]string{"date": "2030-01-06", "outlet": "Echo", "title": "Talks"}[d.Field]
	case record.Set:
		d.Field = pick(t, "field", "date", "place", "status", "modality", "stance", "proposal")
		d.Value = map[string]string{"date": "2030-01-09", "place": "Westhafen", "status": "cancelled", "modality": "planned",
			"stance": "opposes", "proposal": "opening the bridge"}[d.Field]
	case record.Include, record.Drop:
		d.Field = pick(t, "list", "participant", "speaker", "recipient")
		d.Value = pick(t, "actor", sides...)
		d.Actor = &rapporteur.Actor{ID: d.Value, Known: true, Name: "The " + d.Value, Kind: rapporteur.State, State: rapporteur.Text(d.Value)}
	case record.Split:
		d.Others = []string{pick(t, "member", e.Members...).Report}
	case record.Merge:
		d.Others = []string{pick(t, "other", all...).ID}
	}
	return d, true
}

func allEntries(t rapid.TB, r *record.Record) []record.Entry {
	t.Helper()
	out, err := r.Entries(context.Background(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(out, func(a, b record.Entry) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// verified fails where the record does not hold what it promises.
func verified(t rapid.TB, r *record.Record) {
	t.Helper()
	err := r.Verify(context.Background(), func(p record.Problem) bool {
		t.Errorf("%s: %s", p.Of, p.What)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
}
