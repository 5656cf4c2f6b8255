package service_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
)

// atDesk is a context in which a desk asks.
func atDesk(t *testing.T, name string) context.Context { return record.In(t.Context(), name) }

// TestReportsOfDesksThatFollow counts what comes from a folder that two desks follow
// towards the first one's day, then towards the other's, and leaves the rest for tomorrow.
func TestReportsOfDesksThatFollow(t *testing.T) {
	now, store, dir := time.Date(2031, 3, 4, 8, 0, 0, 0, time.UTC), memory.New(), t.TempDir()
	clock := func() time.Time { return now }
	f := followingOf(store, clock)
	for name, most := range map[string]int{"north": 1, "south": 2} {
		if err := service.AddDesk(t.Context(), f.Ingest.Record, name, record.Quota{ReportsADay: most, Follows: 1}); err != nil {
			t.Fatal(err)
		}
	}
	for n := range 5 {
		path := filepath.Join(dir, fmt.Sprintf("%d.txt", n))
		if err := os.WriteFile(path, fmt.Appendf(nil, "The envoys of both towns met on day %d in the customs house and spoke of the ferry for hours.", n), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now, now.Add(-time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"north", "south"} {
		desk, err := service.DeskFollows(atDesk(t, name), f.Ingest.Record)
		if err != nil || desk.Most != 1 {
			t.Fatal(desk, err)
		}
		f.Options.Desk = desk
		if _, err := f.Follower().Add(t.Context(), follow.Wish{Address: dir}); err != nil {
			t.Fatal(err)
		}
	}
	for day, want := range []int{3, 5} {
		now = now.Add(time.Duration(day) * 24 * time.Hour)
		if _, err := f.Follower().Round(t.Context()); err != nil {
			t.Fatal(err)
		}
		if n, err := f.Ingest.Record.CountReports(t.Context(), record.Filter{}); err != nil || n != want {
			t.Errorf("day %d: %d reports, %v", day, n, err)
		}
	}
	all, err := service.Desks(t.Context(), f.Ingest.Record, store.Follows())
	if err != nil || len(all) != 2 || all[0].Holding.ReportsToday+all[1].Holding.ReportsToday != 2 || all[0].Holding.Follows != 1 {
		t.Errorf("%+v, %v", all, err)
	}
	had, err := service.DropDesk(t.Context(), f.Ingest.Record, store.Follows(), "north")
	left, _ := follow.Choose(t.Context(), store.Follows(), follow.Everybody, nil)
	if err != nil || had.Follows != 1 || len(left) != 1 || !slices.Equal(left[0].Desks(), []string{"south"}) {
		t.Errorf("%+v, %v; %+v is left", had, err, left)
	}
	if _, err := service.DeskFollows(atDesk(t, "north"), f.Ingest.Record); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Error(err)
	}
}

// TestReportsOfSeveralDesks gives each report of several that come together to who
// follows its source, in their order.
func TestReportsOfSeveralDesks(t *testing.T) {
	store := memory.New()
	f := followingOf(store, time.Now)
	for _, name := range []string{"north", "south"} {
		if err := service.AddDesk(t.Context(), f.Ingest.Record, name, record.Quota{ReportsADay: 2}); err != nil {
			t.Fatal(err)
		}
	}
	var fresh []follow.Fresh
	for n, desks := range [][]string{{"north"}, {"south"}, {"north", "south"}, {"north"}, {"north", "south"}, {"north", ""}} {
		r := &rapporteur.Report{ID: fmt.Sprintf("%032d", n), Text: fmt.Sprintf("The ferry of day %d.", n), Paragraphs: []rapporteur.Paragraph{{End: 19, Kind: rapporteur.Body}}}
		fresh = append(fresh, follow.Fresh{Item: follow.Item{Key: fmt.Sprint("item ", n)}, Report: r, Desks: desks})
	}
	got, err := f.Follower().Take(t.Context(), fresh)
	if err != nil {
		t.Fatal(err)
	}
	for i, one := range got {
		switch {
		case one.Err == nil && (one.Report != fresh[i].Report.ID || one.Outcome != "added"):
			t.Errorf("%d is %+v", i, one)
		case (rapporteur.CodeOf(one.Err) == rapporteur.OverQuota) != (i == 4): // the desks have two each by then
			t.Errorf("%d: %v", i, one.Err)
		}
	}
	all, err := service.Desks(t.Context(), f.Ingest.Record, store.Follows())
	if err != nil || all[0].Holding.ReportsToday != 2 || all[1].Holding.ReportsToday != 2 {
		t.Errorf("%+v, %v", all, err)
	}
}
