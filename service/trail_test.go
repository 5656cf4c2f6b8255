package service_test

import (
	"context"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// TestTrailHasEveryCorrection once: those that came over the network as the trail has
// them, those of a command line as the record does.
func TestTrailHasEveryCorrection(t *testing.T) {
	ctx, store := context.Background(), memory.New()
	now := time.Date(2030, 1, 1, 9, 0, 0, 0, time.UTC)
	clock := func() time.Time { now = now.Add(time.Minute); return now }
	r, desk := record.New(store, clock), access.New(store.Access(), access.Options{Now: clock})
	if _, err := r.Add(ctx, &rapporteur.Reading{Report: rapporteur.Report{ID: "r1", Text: "Kenya met Uganda.", Published: "2030-01-01"}, Sentences: [][2]int{{0, 17}}}); err != nil {
		t.Fatal(err)
	}
	remark := func(by string) *record.Correction {
		done, err := service.Correct(ctx, r, service.Correction{Entry: "r1", Note: "said twice", By: by})
		if err != nil {
			t.Fatal(err)
		}
		return &done.Corrections[0]
	}
	remark("kim")
	over := remark("ada")
	if err := desk.Note(access.With(ctx, access.Who{Name: "ada", Address: "192.0.2.1"}), access.Corrected, service.InTrail(over)); err != nil {
		t.Fatal(err)
	}
	if err := desk.Note(access.With(ctx, access.Who{Name: "ada"}), access.LoggedOut, ""); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what string
		q    access.TrailQuery
		want []string
	}{
		{"all", access.TrailQuery{}, []string{"ada logged-out ", "ada corrected 192.0.2.1", "kim corrected "}},
		{"so many", access.TrailQuery{Limit: 2}, []string{"ada logged-out ", "ada corrected 192.0.2.1"}},
		{"corrections", access.TrailQuery{What: []access.What{access.Corrected}}, []string{"ada corrected 192.0.2.1", "kim corrected "}},
		{"no corrections", access.TrailQuery{What: []access.What{access.LoggedOut}, Limit: 5}, []string{"ada logged-out "}},
		{"of one", access.TrailQuery{Who: []string{"kim"}}, []string{"kim corrected "}},
		{"before", access.TrailQuery{Until: over.At}, []string{"kim corrected "}},
		{"after", access.TrailQuery{Since: over.At.Add(time.Minute)}, []string{"ada logged-out ", "ada corrected 192.0.2.1"}},
	} {
		lines, err := service.Trail(ctx, r, desk, c.q)
		var got []string
		for _, l := range lines {
			got = append(got, l.Who+" "+string(l.What)+" "+l.Address)
		}
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v %s", c.what, err, diff)
		}
	}
	ended, end := context.WithCancel(ctx)
	end()
	if _, err := service.Trail(ended, r, desk, access.TrailQuery{}); err == nil {
		t.Error("an end is no failure")
	}
}
