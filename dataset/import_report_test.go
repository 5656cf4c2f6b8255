package dataset_test

import (
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

// TestImportPutRight makes the same record of an export in which persons said where and
// when reports stood: each comes once, as found and as put right, also on past days, and
// comes out again byte for byte.
func TestImportPutRight(t *testing.T) {
	dated := told("aaaa", "Coast Wire", "2027-03-01")
	for i := range dated.Statements {
		dated.Statements[i].Date = "2027-02-28" // as the report of another day says
	}
	for name, demands := range map[string][]record.Demand{
		"outlet":               {{Entry: "aaaa", Field: "outlet", Value: "Shore Mail"}},
		"title":                {{Entry: "aaaa", Field: "title", Value: "A crossing"}},
		"date":                 {{Entry: "aaaa", Field: "date", Value: "2027-03-01"}},
		"date, read again":     {{Entry: "aaaa", Field: "date", Value: "2027-03-01", Reading: dated}},
		"all, one of a copy":   {{Entry: "aaaa", Field: "outlet", Value: "Shore Mail"}, {Entry: "aaaa", Field: "title", Value: "A crossing"}, {Entry: "copy", Field: "date", Value: "2027-03-05"}},
		"the outlet of a copy": {{Entry: "copy", Field: "outlet", Value: "Shore Mail"}},
		"to what the copy has": {{Entry: "aaaa", Field: "outlet", Value: "Hill Times"}},
		"taken back":           {{Entry: "aaaa", Field: "outlet", Value: "Shore Mail"}, {Entry: "aaaa", Action: record.Undo, Value: "1"}},
	} {
		t.Run(name, func(t *testing.T) {
			at := time.Date(2027, 3, 9, 12, 0, 0, 0, time.UTC)
			r := record.New(memory.New(), func() time.Time { return at })
			late, copied := told("aaaa", "Coast Wire", "2027-03-04"), told("aaaa", "Hill Times", "2027-03-03")
			for _, reading := range []*rapporteur.Reading{told("aaaa", "Coast Wire", "2027-03-02"), told("bbbb", "Lake Post", "2027-03-03"), late, copied} {
				if _, err := r.Add(t.Context(), reading); err != nil {
					t.Fatal(err)
				}
				at = at.AddDate(0, 0, 1)
			}
			for _, d := range demands {
				if d.Action == "" {
					d.Action = record.Set
				}
				if d.By = "kim"; d.Entry == "copy" {
					d.Entry = copyOf(t, r)
				}
				if _, err := r.Correct(t.Context(), d); err != nil {
					t.Fatal(err)
				}
				at = at.AddDate(0, 0, 1)
			}
			var days []string
			for day := time.Date(2027, 3, 9, 0, 0, 0, 0, time.UTC); day.Before(at) && demands[0].Reading == nil; day = day.AddDate(0, 0, 1) {
				days = append(days, day.Format(time.DateOnly)) // what was read before the date was put right is not in an export
			}
			sameAgain(t, r, days...)
		})
	}
}

// TestImportMarked makes the same record of one whose first report of a text was removed:
// the other keeps its id, which has a mark of its place.
func TestImportMarked(t *testing.T) {
	r := record.New(memory.New(), func() time.Time { return time.Date(2027, 3, 9, 12, 0, 0, 0, time.UTC) })
	if _, err := r.Add(t.Context(), told("aaaa", "Coast Wire", "2027-03-02"), told("aaaa", "Hill Times", "2027-03-03")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Remove(t.Context(), record.Removal{Reports: []string{"aaaa"}, By: "kim"}); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Correct(t.Context(), record.Demand{Entry: copyOf(t, r), Action: record.Set, Field: "title", Value: "A crossing", By: "kim"}); err != nil {
		t.Fatal(err)
	}
	reports := func(r *record.Record) string { return exported(t, r, "csv", nil)["reports.csv"].String() }
	if diff := cmp.Diff(reports(r), reports(imported(t, r, 1))); diff != "" {
		t.Error(diff)
	}
}

// copyOf is the id of the second report of a text.
func copyOf(t *testing.T, r *record.Record) string {
	t.Helper()
	all, err := r.Reports(t.Context(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range all {
		if strings.Contains(one.ID, "@") {
			return one.ID
		}
	}
	t.Fatal("there is no copy")
	return ""
}

// imported is the record of so many reports that an export makes.
func imported(t *testing.T, r *record.Record, reports int) *record.Record {
	t.Helper()
	out := record.New(memory.New(), time.Now)
	done, err := service.Import(t.Context(), out, "all", strings.NewReader(exported(t, r, "jsonl", nil)["rapporteur.jsonl"].String()))
	if err != nil || done.Reports != reports {
		t.Fatalf("%+v, %v", done, err)
	}
	err = out.Verify(t.Context(), func(p record.Problem) bool {
		t.Errorf("%s: %s", p.Of, p.What)
		return true
	})
	if err != nil {
		t.Error(err)
	}
	return out
}

// sameAgain holds that a record of three reports comes out of its import as it went in,
// as it stands and as of past days.
func sameAgain(t *testing.T, r *record.Record, days ...string) {
	t.Helper()
	copied := imported(t, r, 3)
	for _, day := range append(days, "") {
		lines := func(r *record.Record) []string {
			out := exported(t, r, "jsonl", func(_ *dataset.Options, q *service.Question) { q.AsOf = day })
			return strings.Split(out["rapporteur.jsonl"].String(), "\n")
		}
		if diff := cmp.Diff(lines(r), lines(copied)); diff != "" {
			t.Errorf("another record as of %q: %s", day, diff)
		}
	}
}
