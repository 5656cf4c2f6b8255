package record_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// TestSearch finds sentences by their words in the reports that a filter lets through,
// those that came last first.
func TestSearch(t *testing.T) {
	r := newRecord()
	add(t, r, talks("a", "Echo", "2030-01-02", "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB"))
	add(t, r, talks("b", "Courier", "2030-01-04", "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB"))
	add(t, r, talks("c", "Courier", "2030-01-20", "2030-01-20", "Westhafen", rapporteur.Held, "AAA", "CCC"))
	for _, c := range []struct {
		f    record.Filter
		want []string
	}{
		{record.Filter{Text: "envoys"}, []string{"c", "b", "a"}},
		{record.Filter{Text: "TALKS report"}, []string{"c", "b", "a"}},
		{record.Filter{Text: `"their talks"`}, []string{"c", "b", "a"}},
		{record.Filter{Text: `"talks their"`}, nil},
		{record.Filter{Text: "ferries"}, nil},
		{record.Filter{Text: "envoys", Outlets: []string{"Courier"}}, []string{"c", "b"}},
		{record.Filter{Text: "envoys", Since: "2030-01-03", Until: "2030-01-10"}, []string{"b"}},
		{record.Filter{Text: "envoys", Reports: []string{"a", "c"}}, []string{"c", "a"}},
		{record.Filter{Text: "envoys", Limit: 1, Offset: 1}, []string{"b"}},
		{record.Filter{Text: "envoys", Offset: 3}, nil},
		{record.Filter{Text: "envoys", AsOf: time.Date(2030, 1, 1, 0, 0, 2, 0, time.UTC)}, []string{"b", "a"}},
	} {
		found, err := r.Search(context.Background(), c.f)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range found {
			got = append(got, f.Report)
			if want := fmt.Sprintf("Report %s: the envoys and their talks.", f.Report); f.Text != want || f.Start != 0 || f.End != len(want) {
				t.Errorf("%+v", f)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%+v: %s", c.f, diff)
		}
	}
	for _, f := range []record.Filter{{Text: "?!"}, {Text: "envoys", Since: "soon"}} {
		if _, err := r.Search(context.Background(), f); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%+v: %v", f, err)
		}
	}
}

// TestSearchRevised finds the words of the last version of a report alone.
func TestSearchRevised(t *testing.T) {
	r := newRecord()
	for id, text := range map[string]string{"a": envoys, "b": mended} {
		one := article(id, "Echo", "https://echo.example/1", text, map[string]rapporteur.Date{"a": "2030-01-03", "b": "2030-01-04"}[id])
		one.Sentences = [][2]int{{0, len(one.Report.Text)}}
		add(t, r, one)
	}
	found, err := r.Search(context.Background(), record.Filter{Text: "customs house"})
	if err != nil || len(found) != 1 || found[0].Report != "b" {
		t.Errorf("%+v %v", found, err)
	}
}

// TestDossiers keeps named filters, puts one in the place of another and forgets them.
func TestDossiers(t *testing.T) {
	ctx := context.Background()
	r := river(t)
	for _, d := range []record.Dossier{{Name: "sea", States: []string{"AAA"}}, {Name: "ferries", Issues: []string{"blockade"}}, {Name: "sea", States: []string{"CCC"}}} {
		if err := r.SaveDossier(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range []record.Dossier{{}, {Name: "nothing"}, {States: []string{"AAA"}}, {Name: "sea", Since: "soon"}} {
		if err := r.SaveDossier(ctx, d); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%+v: %v", d, err)
		}
	}
	all, err := r.Dossiers(ctx)
	want := []record.Dossier{{Name: "ferries", Issues: []string{"blockade"}}, {Name: "sea", States: []string{"CCC"}}}
	if diff := cmp.Diff(want, all); err != nil || diff != "" {
		t.Error(diff, err)
	}
	if err := r.DropDossier(ctx, "sea"); err != nil {
		t.Error(err)
	}
	for _, err := range []error{r.DropDossier(ctx, "sea"), func() error { _, err := r.Count(ctx, record.Filter{Dossier: "sea"}, 0); return err }()} {
		if code := rapporteur.CodeOf(err); code != rapporteur.NotFound && code != rapporteur.Invalid {
			t.Error("a dossier that is not there:", err)
		}
	}
}
