package record_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// TestDossierOfBothSides: a dossier is of words, reports, or actors and issues, and one of a state
// and an issue holds what the others want of it too.
func TestDossierOfBothSides(t *testing.T) {
	other := func(r *rapporteur.Reading, issue string) *rapporteur.Reading {
		r.Positions[0].For, r.Positions[0].Actor = "BBB", "BBB"
		r.Positions[0].Issue = &rapporteur.Issue{ID: issue, Label: issue}
		r.Sentences = [][2]int{{0, len(r.Report.Text)}}
		r.Actors = append(r.Actors, rapporteur.Actor{ID: "BBB", Known: true, Name: "Borland", Kind: rapporteur.State, State: "BBB"})
		return r
	}
	r := newRecord()
	add(t, r,
		wants("a", "2030-01-01", "lifting the blockade", rapporteur.Opposes, ""),
		other(wants("b", "2030-01-02", "lifting the blockade", rapporteur.Supports, ""), "blockade"),
		other(wants("c", "2030-01-03", "buying more grain", rapporteur.Supports, ""), "trade"))
	for name, d := range map[string]record.Dossier{
		"sides": {States: []string{"AAA"}, Issues: []string{"blockade"}}, "issue": {Issues: []string{"trade"}}, "words": {Text: "grain"},
		"reports": {Reports: []string{"a", "c"}}, "state": {States: []string{"AAA"}},
	} {
		d.Name = name
		if err := r.SaveDossier(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	got := map[string][]string{}
	for _, name := range []string{"sides", "issue", "words", "reports", "state"} {
		entries, err := r.Entries(context.Background(), record.Filter{Dossier: name, Kinds: []record.Kind{record.Position}})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			got[name] = append(got[name], fmt.Sprint(e.Members[0].Report))
		}
		slices.Sort(got[name])
	}
	want := map[string][]string{"sides": {"a", "b"}, "issue": {"c"}, "words": {"c"}, "reports": {"a", "c"}, "state": {"a"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("dossiers (-want +got):\n%s", d)
	}
	for _, kinds := range [][]record.Kind{nil, {record.Meeting, record.Position}, {record.Meeting}} {
		entries, err := r.Entries(context.Background(), record.Filter{Dossier: "sides", Kinds: kinds})
		if want := map[int]int{0: 2, 2: 2}[len(kinds)]; err != nil || len(entries) != want {
			t.Errorf("%v of both sides: %d entries, want %d, %v", kinds, len(entries), want, err)
		}
	}
	if err := r.SaveDossier(context.Background(), record.Dossier{Name: "all"}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("a dossier of everything: %v", err)
	}
}
