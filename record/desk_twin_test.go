package record_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// deskOf makes a desk of a record.
func deskOf(t rapid.TB, r *record.Record, name string) *record.Record {
	t.Helper()
	if err := r.AddNamespace(context.Background(), name, record.Quota{}); err != nil {
		t.Fatal(err)
	}
	return r.For(name)
}

// TestDeskSeesItsOwnRecord has a desk correct the shared record while reports come: it sees
// what a record of its own would have, in which the same is said, and the shared one is
// as if nobody had said anything.
func TestDeskSeesItsOwnRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shared, twin, bare := newRecord(), newRecord(), newRecord()
		desk := deskOf(t, shared, "north")
		rest := distinct(someReadings(t))
		var said [][2]int64 // the numbers of corrections at the desk and in its own record
		for len(rest) > 0 {
			n := rapid.IntRange(1, len(rest)).Draw(t, "portion")
			for _, r := range []*record.Record{shared, twin, bare} {
				add(t, r, rest[:n]...)
			}
			rest = rest[n:]
			for range rapid.IntRange(0, 3).Draw(t, "corrections") {
				said = append(said, correctBoth(t, desk, twin, said)...)
			}
		}
		if diff := cmp.Diff(states(t, twin), states(t, desk)); diff != "" {
			t.Fatal("the desk does not see its own record:", diff)
		}
		if diff := cmp.Diff(states(t, bare), states(t, shared)); diff != "" {
			t.Fatal("the shared record has changed:", diff)
		}
		sameAnswers(t, desk, twin)
	})
}

// correctBoth says the same of an entry to two records that have the same entries, and
// gives the numbers of what was said.
func correctBoth(t *rapid.T, desk, twin *record.Record, said [][2]int64) [][2]int64 {
	ctx := context.Background()
	entries, err := desk.Entries(ctx, record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := twin.Entries(ctx, record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) == 0 {
		return nil
	}
	other := map[string]string{}
	for _, e := range entries {
		for _, o := range theirs {
			if o.Kind == e.Kind && slices.Equal(membersOf(o), membersOf(e)) {
				other[e.ID] = o.ID
			}
		}
	}
	d := anyDemand(t, entries)
	to := d
	if d.Action == record.Undo {
		if len(said) == 0 {
			return nil
		}
		undo := rapid.SampledFrom(said).Draw(t, "undo")
		d.Value, to.Value = strconv.FormatInt(undo[0], 10), strconv.FormatInt(undo[1], 10)
	}
	to.Entry, to.Others = other[d.Entry], nil
	for _, o := range d.Others {
		if d.Action == record.Split {
			to.Others = append(to.Others, o)
		} else {
			to.Others = append(to.Others, other[o])
		}
	}
	theirOwn, there := twin.Correct(ctx, to)
	own, here := desk.Correct(ctx, d)
	if (there == nil) != (here == nil) {
		t.Fatalf("%+v: the desk says %v, a record of its own %v", d, here, there)
	}
	if here != nil {
		return nil
	}
	return [][2]int64{{own[0].ID, theirOwn[0].ID}}
}

func membersOf(e record.Entry) []string {
	var out []string
	for _, m := range e.Members {
		out = append(out, m.Report+" "+m.ID)
	}
	slices.Sort(out)
	return out
}

// anyDemand is something that may be said of one of some entries.
func anyDemand(t *rapid.T, entries []record.Entry) record.Demand {
	e := rapid.SampledFrom(entries).Draw(t, "entry")
	d := record.Demand{Entry: e.ID, By: "kim", Action: pick(t, "action", record.Set, record.Set, record.Reject, record.Split, record.Merge, record.Distinct, record.Accept, record.Remark, record.Undo)}
	switch d.Action {
	case record.Set:
		d.Field, d.Value = "date", pick(t, "day", "2030-01-04", "2030-01-20")
		if e.Meeting != nil && rapid.Bool().Draw(t, "actor") {
			d.Field, d.Value, d.Actor = "actor:"+e.Meeting.Attendance[0].Actor, "CCC", ceeland
		}
	case record.Split:
		d.Others = []string{rapid.SampledFrom(e.Members).Draw(t, "split").Report}
	case record.Merge, record.Distinct:
		d.Others = []string{rapid.SampledFrom(entries).Draw(t, "other").ID}
	}
	return d
}

// sameAnswers asks two records the same.
func sameAnswers(t *rapid.T, a, b *record.Record) {
	ctx := context.Background()
	for name, ask := range map[string]func(r *record.Record) (any, error){
		"states": func(r *record.Record) (any, error) { return r.Values(ctx, record.ByState) },
		"status": func(r *record.Record) (any, error) { return r.Values(ctx, record.ByStatus) },
		"parties": func(r *record.Record) (any, error) {
			return r.Parties(ctx, record.Filter{Limit: 3, Offset: 1})
		},
		"count": func(r *record.Record) (any, error) {
			return r.Count(ctx, record.Filter{States: []string{"AAA", "CCC"}}, 1)
		},
		"shifts": func(r *record.Record) (any, error) { s, err := r.Shifts(ctx, record.Filter{}); return len(s), err },
		"words":  func(r *record.Record) (any, error) { return r.Count(ctx, record.Filter{Text: "envoys"}, 0) },
		"outlet": func(r *record.Record) (any, error) { return r.Count(ctx, record.Filter{Outlets: []string{"Echo"}}, 0) },
		"corrected": func(r *record.Record) (any, error) {
			n, err := r.Count(ctx, record.Filter{Corrected: true}, 0)
			all, asked := r.Entries(ctx, record.Filter{})
			for _, e := range all {
				if e.IsCorrected() {
					n.N--
				}
			}
			return n, errors.Join(err, asked)
		},
		"standing": func(r *record.Record) (any, error) {
			all, err := r.Corrections(ctx, record.CorrectionFilter{})
			var out []string
			for _, n := range all {
				out = append(out, fmt.Sprint(n.Action, n.Standing, n.UndoneBy != 0))
			}
			return out, err
		},
	} {
		want, wrong := ask(b)
		got, err := ask(a)
		if wrong != nil || err != nil {
			t.Fatal(name, wrong, err)
		}
		if name == "states" || name == "status" { // a value that was had formerly may stay, with nothing that has it
			got, want = withSome(got), withSome(want)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%s: %s", name, diff)
		}
	}
}

func withSome(values any) any {
	return slices.DeleteFunc(values.([]record.Value), func(v record.Value) bool { return v.Entries == 0 })
}
