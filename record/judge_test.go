package record_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/record"
)

// TestDistinct keeps two entries apart that a correction, or a new reading, makes alike,
// until the judgement is taken back.
func TestDistinct(t *testing.T) {
	r := newRecord()
	add(t, r, twoMeetings()...)
	both := meetings(t, r, record.Filter{Oldest: true})
	apart := correct(t, r, record.Demand{Entry: both[1].ID, Action: record.Distinct, Others: []string{both[0].ID}})
	if !apart.Judges() {
		t.Errorf("%s is no judgement", apart)
	}
	correct(t, r, record.Demand{Entry: both[1].ID, Action: record.Set, Field: "date", Value: "2030-01-03"})
	correct(t, r, record.Demand{Entry: both[1].ID, Action: record.Set, Field: "place", Value: "Ostmark"})
	again := twoMeetings()
	for _, one := range again {
		one.Meetings[0].ID = "other " + one.Meetings[0].ID
	}
	if err := r.Reread(context.Background(), again...); err != nil {
		t.Fatal(err)
	}
	left := meetings(t, r, record.Filter{})
	if len(left) != 2 {
		t.Fatalf("%d entries, want the two that a person kept apart", len(left))
	}
	correct(t, r, record.Demand{Entry: left[0].ID, Action: record.Undo, Value: fmt.Sprint(apart.ID)})
	if n := len(meetings(t, r, record.Filter{})); n != 1 {
		t.Errorf("%d entries when it was taken back, want one", n)
	}
}

// TestDistinctAndMerge: the last word counts.
func TestDistinctAndMerge(t *testing.T) {
	r := newRecord()
	add(t, r, twoMeetings()...)
	both := meetings(t, r, record.Filter{Oldest: true})
	for i, step := range []struct {
		do   record.Action
		want int
	}{{record.Distinct, 2}, {record.Merge, 1}} {
		correct(t, r, record.Demand{Entry: both[0].ID, Action: step.do, Others: []string{both[1].ID}})
		if n := len(meetings(t, r, record.Filter{})); n != step.want {
			t.Errorf("step %d: %d entries, want %d", i, n, step.want)
		}
	}
	for _, others := range [][]string{nil, {both[0].ID}, {"m0000000000"}} {
		if _, err := r.Correct(context.Background(), record.Demand{Entry: both[0].ID, Action: record.Distinct, Others: others, By: "kim"}); err == nil {
			t.Errorf("distinct from %v", others)
		}
	}
}

// TestAccept changes nothing, is there after another reading, and makes no entry one that
// was corrected.
func TestAccept(t *testing.T) {
	r := newRecord()
	add(t, r, three()...)
	e := meetings(t, r, record.Filter{})[0]
	done := correct(t, r, record.Demand{Entry: e.ID, Action: record.Accept})
	again := three()
	again[0].Meetings[0].ID = "another"
	if err := r.Reread(context.Background(), again...); err != nil {
		t.Fatal(err)
	}
	after := meetings(t, r, record.Filter{})[0]
	if !slices.ContainsFunc(after.Corrected, func(c record.Correction) bool { return c.Action == record.Accept }) {
		t.Error("the judgement is gone")
	}
	if after.IsCorrected() || len(meetings(t, r, record.Filter{Corrected: true})) > 0 {
		t.Error("what is right as it stands passes for corrected")
	}
	if after.Meeting.Date != e.Meeting.Date || after.Meeting.Status != rapporteur.Held || after.Sources != 3 {
		t.Errorf("%+v", after.Meeting)
	}
	correct(t, r, record.Demand{Entry: after.ID, Action: record.Undo, Value: fmt.Sprint(done.ID)})
	if left := meetings(t, r, record.Filter{})[0].Corrected; len(left) > 0 {
		t.Errorf("taken back, and still there: %v", left)
	}
}
