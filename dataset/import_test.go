package dataset_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/dataset"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// TestImport makes the same record of an export: entry for entry, with what persons
// corrected and added, and as of past days.
func TestImport(t *testing.T) {
	at := time.Date(2027, 3, 9, 12, 0, 0, 0, time.UTC)
	r := record.New(memory.New(), func() time.Time { return at })
	for i, reading := range []*rapporteur.Reading{told("aaaa", "Coast Wire", "2027-03-02"), told("bbbb", "Lake Post", "2027-03-03"), other(t)} {
		at = at.AddDate(0, 0, i)
		if _, err := r.Add(t.Context(), reading); err != nil {
			t.Fatal(err)
		}
	}
	at = at.AddDate(0, 0, 1)
	meetings, err := r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{record.Meeting}, Statuses: []string{"held"}})
	if err != nil || len(meetings) != 1 {
		t.Fatalf("%d meetings, %v", len(meetings), err)
	}
	if _, err := r.Correct(t.Context(), record.Demand{Entry: meetings[0].ID, Action: record.Set, Field: "date", Value: "2027-03-02", By: "test", Note: "zebra"}); err != nil {
		t.Fatal(err)
	}
	if err := r.SaveDossier(t.Context(), record.Dossier{Name: "lake", States: []string{"KEN"}}); err != nil {
		t.Fatal(err)
	}
	first := exported(t, r, "jsonl", nil)["rapporteur.jsonl"].String()
	copied := record.New(memory.New(), time.Now)
	done, err := service.Import(t.Context(), copied, "all", strings.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if want := (service.Imported{Reports: 3, Corrections: 1, Dossiers: 1}); done != want {
		t.Errorf("%+v, want %+v", done, want)
	}
	second := exported(t, copied, "jsonl", nil)["rapporteur.jsonl"].String()
	if diff := cmp.Diff(strings.Split(first, "\n"), strings.Split(second, "\n")); diff != "" {
		t.Errorf("another record: %s", diff)
	}
	past := func(r *record.Record) string {
		return exported(t, r, "csv", func(_ *dataset.Options, q *service.Question) { q.AsOf = "2027-03-09" })["sources.csv"].String()
	}
	if diff := cmp.Diff(past(r), past(copied)); diff != "" {
		t.Errorf("another past: %s", diff)
	}
}

// other is a report that tells of something else.
func other(t *testing.T) *rapporteur.Reading {
	t.Helper()
	r := told("cccc", "Hill Times", "2027-03-04")
	r.Meetings, r.Positions, r.Events = nil, nil, r.Events[:1]
	r.Events[0].ID, r.Events[0].Date, r.Events[0].Place = "e9", "2027-01-04", &rapporteur.Place{Name: "Kenya", Country: "KEN", State: true}
	r.Report.Text = strings.ToUpper(r.Report.Text)
	for i := range r.Statements {
		r.Statements[i].Evidence[0].Text = strings.ToUpper(r.Statements[i].Evidence[0].Text)
		r.Statements[i].Content = r.Statements[i].Evidence
	}
	r.Events[0].Evidence[0].Text = strings.ToUpper(r.Events[0].Evidence[0].Text)
	return r
}

func TestImportRefuses(t *testing.T) {
	r := kept(t)
	silent := exported(t, r, "jsonl", func(_ *dataset.Options, q *service.Question) { q.Silent = true })["rapporteur.jsonl"].String()
	for name, from := range map[string]string{"nothing": "", "another thing": "{\"text\":\"zebra\"}\n", "no JSON": "zebra\n", "no words": silent,
		"half a line": exported(t, r, "jsonl", nil)["rapporteur.jsonl"].String()[:900]} {
		if _, err := service.Import(t.Context(), record.New(memory.New(), time.Now), name, strings.NewReader(from)); err == nil {
			t.Errorf("%s is taken in", name)
		}
	}
	if _, err := service.Import(t.Context(), r, "again", bytes.NewReader(nil)); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("imported into a record that is there: %v", err)
	}
}
