package record_test

import (
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// since asks what happened after a time, up to another, zero for now.
func since(t *testing.T, r *record.Record, f record.Filter, from, to time.Time) *record.Difference {
	t.Helper()
	var d *record.Difference
	err := r.Look(t.Context(), to, func(l *record.Look) (err error) {
		d, err = l.Since(f, from)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// told gives what happened to entries as words.
func fates(d *record.Difference) map[string]string {
	out := map[string]string{}
	for _, a := range d.Altered {
		switch {
		case a.Into != "":
			out[a.Before.ID] = "into " + a.Into
		case a.After == nil:
			out[a.Before.ID] = a.Gone
		default:
			out[a.Before.ID] = string(a.Before.Meeting.Status) + " to " + string(a.After.Meeting.Status)
		}
	}
	return out
}

// TestSince: what came, what is told otherwise and what is no more between two times; what
// nothing happened to is not told, nor what happened at another time.
func TestSince(t *testing.T) {
	now := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	tick := func() time.Time { now = now.Add(time.Hour); return now }
	r := record.New(memory.New(), tick)
	add(t, r, talks("a", "Echo", "2030-01-03", "2030-01-09", "Ostmark", rapporteur.PlannedMeeting, "AAA", "BBB"))
	add(t, r, talks("b", "Post", "2030-01-04", "2030-01-20", "Westhafen", rapporteur.Held, "CCC", "DDD"))
	add(t, r, talks("c", "Post", "2030-01-05", "2030-01-25", "Nordend", rapporteur.Held, "CCC", "AAA"))
	add(t, r, talks("k", "Post", "2030-01-05", "2030-01-29", "Suedend", rapporteur.Held, "BBB", "DDD"))
	plan, held, gone, still := reportEntry(t, r, "a"), reportEntry(t, r, "b"), reportEntry(t, r, "c"), reportEntry(t, r, "k")
	before := now
	add(t, r, talks("d", "Herald", "2030-01-10", "2030-01-09", "Ostmark", rapporteur.Held, "AAA", "BBB"))
	add(t, r, talks("e", "Herald", "2030-01-11", "2030-02-09", "Ostmark", rapporteur.PlannedMeeting, "AAA", "DDD"))
	came := reportEntry(t, r, "e")
	middle := now
	correct(t, r, record.Demand{Entry: held, Action: record.Reject, By: "kim"})
	if _, err := r.Remove(t.Context(), record.Removal{Reports: []string{"c"}, By: "kim"}); err != nil {
		t.Fatal(err)
	}
	late := now
	correct(t, r, record.Demand{Entry: came, Action: record.Set, Field: "status", Value: "cancelled", By: "kim"})

	first := since(t, r, record.Filter{}, before, middle)
	if d := cmp.Diff(map[string]string{plan: "planned to held"}, fates(first)); d != "" {
		t.Error(d)
	}
	if first.Reports.N != 2 || len(first.New) != 1 || first.New[0].ID != came || first.Came[record.Meeting].N != 1 || len(first.Corrections) != 0 {
		t.Errorf("what came is %+v", first)
	}
	all := since(t, r, record.Filter{}, before, time.Time{})
	want := map[string]string{plan: "planned to held", held: record.GoneRejected, gone: record.GoneRemoved}
	delete(want, gone) // what was removed for good is gone from the past as well
	if d := cmp.Diff(want, fates(all)); d != "" {
		t.Error(d)
	}
	if len(all.Corrections) != 2 || all.New[0].Meeting.Status != rapporteur.Cancelled {
		t.Errorf("corrections are %v", all.Corrections)
	}
	if last := since(t, r, record.Filter{}, late, time.Time{}); fates(last)[came] != "planned to cancelled" || len(last.New) != 0 {
		t.Errorf("at last %v", fates(last))
	}
	if only := since(t, r, record.Filter{States: []string{"CCC"}}, before, time.Time{}); len(only.New) != 0 || fates(only)[plan] != "" {
		t.Errorf("of another state %v", fates(only))
	}
	if _, told := fates(all)[still]; told {
		t.Error("nothing happened to what is told")
	}
	if end := since(t, r, record.Filter{}, now, time.Time{}); len(end.New)+len(end.Altered)+len(end.Corrections)+end.Reports.N != 0 {
		t.Errorf("after all %+v", end)
	}
}

// TestSinceMerged: what a person finds to be one with another is told so, and its new
// position is a shift.
func TestSinceMerged(t *testing.T) {
	now := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	tick := func() time.Time { now = now.Add(time.Hour); return now }
	r := record.New(memory.New(), tick)
	add(t, r, talks("a", "Echo", "2030-01-03", "2030-01-09", "Ostmark", rapporteur.Held, "AAA", "BBB"))
	add(t, r, talks("b", "Post", "2030-01-04", "2030-01-20", "Westhafen", rapporteur.Held, "AAA", "BBB"))
	add(t, r, wants("l", "2030-01-02", "lifting the blockade", rapporteur.Opposes, ""))
	one, two := reportEntry(t, r, "a"), reportEntry(t, r, "b")
	before := now
	correct(t, r, record.Demand{Entry: one, Action: record.Merge, Others: []string{two}})
	add(t, r, wants("m", "2030-01-09", "lifting the blockade", rapporteur.Supports, ""))
	d := since(t, r, record.Filter{Limit: 5}, before, time.Time{})
	got := fates(d)
	if got[one] != "into "+two && got[two] != "into "+one {
		t.Errorf("merged gives %v", got)
	}
	if len(d.Shifts) != 1 || len(d.Corrections) != 1 {
		t.Errorf("%d shifts, %d corrections", len(d.Shifts), len(d.Corrections))
	}
}
