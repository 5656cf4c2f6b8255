package record_test

import (
	"context"
	"slices"
	"strconv"
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// kept is what the record says of its reports.
func kept(t *testing.T, r *record.Record) []record.Report {
	t.Helper()
	out, err := r.Reports(context.Background(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestReportPutRight sets what a report says of itself; it stays so when the report is
// read again, the same file is known again, and taken back all is as it was.
func TestReportPutRight(t *testing.T) {
	for _, c := range []struct {
		field, value string
		got          func(record.Report) string
	}{
		{"outlet", "The Ferryman", func(r record.Report) string { return string(r.Outlet) }},
		{"date", "2030-01-02", func(r record.Report) string { return string(r.Published) }},
		{"title", "Three hours in the customs house", func(r record.Report) string { return string(r.Title) }},
	} {
		t.Run(c.field, func(t *testing.T) {
			r := newRecord()
			add(t, r, version("a", envoys, "2030-01-04"))
			before, reports := allEntries(t, r), kept(t, r)
			done := correct(t, r, record.Demand{Entry: "a", Action: record.Set, Field: c.field, Value: c.value})
			check := func(when string) {
				t.Helper()
				if now := kept(t, r); len(now) != 1 || c.got(now[0]) != c.value {
					t.Errorf("%s: %+v", when, now)
				}
				verified(t, r)
			}
			check("set")
			if done.Kind != record.ReportKind || done.Entry != "a" {
				t.Errorf("%+v", done)
			}
			if err := r.Reread(context.Background(), version("a", envoys, "2030-01-04")); err != nil {
				t.Fatal(err)
			}
			check("read again")
			if got, err := r.Add(context.Background(), version("a", envoys, "2030-01-04")); err != nil || got[0] != record.Known {
				t.Error("the same file again:", got, err)
			}
			if got, err := r.Add(context.Background(), version("a", envoys, "2030-01-01")); err != nil || got[0] != record.Again {
				t.Error("with another day:", got, err)
			}
			check("found with another day")
			noted, err := r.Corrections(context.Background(), record.CorrectionFilter{Entries: []string{"a"}})
			if err != nil || len(noted) != 1 || noted[0].Standing != record.Counts {
				t.Error(noted, err)
			}

			r = newRecord()
			add(t, r, version("a", envoys, "2030-01-04"))
			correct(t, r, record.Demand{Entry: "a", Action: record.Set, Field: c.field, Value: "none"})
			correct(t, r, record.Demand{Entry: "a", Action: record.Set, Field: c.field, Value: c.value})
			correct(t, r, record.Demand{Entry: "a", Action: record.Undo, Value: "1"})
			check("the first taken back, the second counts")
			correct(t, r, record.Demand{Entry: "a", Action: record.Undo, Value: "2"})
			verified(t, r)
			if diff := cmp.Diff(reports, kept(t, r)); diff != "" {
				t.Error("undone:", diff)
			}
			if diff := cmp.Diff(before, allEntries(t, r)); diff != "" {
				t.Error("undone:", diff)
			}
		})
	}
}

// TestReportSetToWhatItIs says of a report, a copy of it or a version what each says of
// itself already: every entry stays as it is, with its id, an added one too, and so it does
// when that is taken back.
func TestReportSetToWhatItIs(t *testing.T) {
	for _, id := range []string{"first", "copy", "version"} {
		r := newRecord()
		add(t, r, article("a", "Echo", "https://echo.example/1", envoys, "2030-01-04"))
		correct(t, r, missed("a", "met for three hours"))
		add(t, r, article("a", "The Ferryman", "https://ferry.example/1", envoys, "2030-01-05"), article("b", "Echo", "https://echo.example/1", mended, "2030-01-05"))
		reports := kept(t, r)
		if len(reports) != 3 {
			t.Fatalf("%d reports", len(reports))
		}
		at := slices.IndexFunc(reports, func(one record.Report) bool {
			switch id {
			case "first":
				return one.ID == "a"
			case "copy":
				return one.Outlet == "The Ferryman"
			}
			return one.ID == "b"
		})
		one, before := reports[at], allEntries(t, r)
		for _, s := range []record.Setting{{Field: "outlet", Value: string(one.Outlet)}, {Field: "title", Value: string(one.Title)}, {Field: "date", Value: string(one.Published)}} {
			done := correct(t, r, record.Demand{Entry: one.ID, Action: record.Set, Field: s.Field, Value: s.Value})
			verified(t, r)
			if diff := cmp.Diff(before, allEntries(t, r)); diff != "" {
				t.Errorf("%s: the same %s: %s", id, s.Field, diff)
			}
			correct(t, r, record.Demand{Entry: one.ID, Action: record.Undo, Value: strconv.FormatInt(done.ID, 10)})
			verified(t, r)
			if diff := cmp.Diff(before, allEntries(t, r)); diff != "" {
				t.Errorf("%s: the same %s, taken back: %s", id, s.Field, diff)
			}
		}
		if diff := cmp.Diff(reports, kept(t, r)); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
}

// TestReportGroupedAnew puts the outlet of a report right: it is a version of what that
// outlet had, and no longer once that is taken back.
func TestReportGroupedAnew(t *testing.T) {
	long := ""
	for range 3 {
		long += envoys + " " + other + " "
	}
	one, two := article("a", "Echo", "", long, "2030-01-04"), article("b", "Eco", "", long+mended, "2030-01-05")
	one.Report.Title, two.Report.Title = "Talks", "Talks"
	r := newRecord()
	add(t, r, one, two)
	superseded := func() string {
		for _, report := range kept(t, r) {
			if report.SupersededBy != "" {
				return report.ID
			}
		}
		return ""
	}
	before := allEntries(t, r)
	correct(t, r, record.Demand{Entry: "b", Action: record.Set, Field: "outlet", Value: "Echo"})
	if superseded() != "a" {
		t.Errorf("not a version: %+v", kept(t, r))
	}
	verified(t, r)
	correct(t, r, record.Demand{Entry: "b", Action: record.Undo, Value: "1"})
	if superseded() != "" {
		t.Errorf("still a version: %+v", kept(t, r))
	}
	verified(t, r)
	if diff := cmp.Diff(before, allEntries(t, r)); diff != "" {
		t.Error(diff)
	}
}

// TestReportRemovedByOutlet removes what an outlet published, under its right name.
func TestReportRemovedByOutlet(t *testing.T) {
	r := newRecord()
	add(t, r, version("a", envoys, "2030-01-04"))
	correct(t, r, record.Demand{Entry: "a", Action: record.Set, Field: "outlet", Value: "The Ferryman"})
	if _, err := r.Remove(context.Background(), record.Removal{Outlets: []string{"Echo"}, By: "kim"}); err == nil {
		t.Error("removed by the name that it does not have")
	}
	if gone, err := r.Remove(context.Background(), record.Removal{Outlets: []string{"The Ferryman"}, By: "kim"}); err != nil || len(gone) != 1 {
		t.Error(gone, err)
	}
}

// TestReportRefused are things that cannot be said of a report.
func TestReportRefused(t *testing.T) {
	r := newRecord()
	add(t, r, version("a", envoys, "2030-01-04"))
	for _, d := range []record.Demand{
		{Action: record.Set, Field: "speaker", Value: "AAA"},
		{Action: record.Set, Field: "date", Value: "last week"},
		{Action: record.Set, Field: "outlet", Value: " "},
		{Action: record.Reject},
		{Action: record.Undo, Value: "7"},
	} {
		d.Entry, d.By = "a", "kim"
		if _, err := r.Correct(context.Background(), d); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%+v: %v", d, err)
		}
	}
}

// TestReportPutRightComesBack removes a report that a person put right and adds it again:
// what was said of it holds again, and can be taken back.
func TestReportPutRightComesBack(t *testing.T) {
	r := newRecord()
	add(t, r, version("a", envoys, "2030-01-04"))
	correct(t, r, record.Demand{Entry: "a", Action: record.Set, Field: "outlet", Value: "The Ferryman"})
	if _, err := r.Remove(context.Background(), record.Removal{Reports: []string{"a"}, By: "kim"}); err != nil {
		t.Fatal(err)
	}
	add(t, r, version("a", envoys, "2030-01-04"))
	if now := kept(t, r); len(now) != 1 || now[0].Outlet != "The Ferryman" {
		t.Errorf("%+v", now)
	}
	verified(t, r)
	correct(t, r, record.Demand{Entry: "a", Action: record.Undo, Value: "1"})
	if now := kept(t, r); len(now) != 1 || now[0].Outlet == "The Ferryman" {
		t.Errorf("taken back: %+v", now)
	}
	verified(t, r)
}
