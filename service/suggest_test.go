package service_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

// lakeAndBorder are reports of two matters: Kenya and Uganda over a blockade, in Nairobi,
// and Tanzania, Rwanda and Burundi, who meet in Arusha. Kenya is at one of their meetings.
func lakeAndBorder() []*rapporteur.Reading {
	var out []*rapporteur.Reading
	day := func(n int) rapporteur.Date { return rapporteur.Date(fmt.Sprintf("2027-03-%02d", n)) }
	for i := range 4 {
		s := tale(fmt.Sprint("lake", i), day(1+3*i), rapporteur.News)
		b := s.says("1", fmt.Sprintf("On day %d Kenya and Uganda quarrelled.", i))
		s.does(b, "ACCUSE", "UGA", func(e *rapporteur.Event) { e.Date, e.Place = s.Report.Published, &rapporteur.Place{Name: "Nairobi"} })
		s.wants(s.says("2", fmt.Sprintf("Kenya opposed lifting the blockade of port %d.", i)), fmt.Sprintf("lifting the blockade of port %d", i), rapporteur.Opposes)
		out = append(out, &s.Reading)
	}
	for i := range 3 {
		s := tale(fmt.Sprint("border", i), day(2+3*i), rapporteur.News)
		s.Actors = append(s.Actors, rapporteur.Actor{ID: "RWA", Known: true, Name: "Rwanda", Kind: rapporteur.State, State: "RWA"},
			rapporteur.Actor{ID: "BDI", Known: true, Name: "Burundi", Kind: rapporteur.State, State: "BDI"})
		s.does(s.says("1", fmt.Sprintf("On day %d Tanzania backed Rwanda.", i)), "SUPPORT", "RWA", func(e *rapporteur.Event) {
			e.Actors, e.Date, e.Place = []string{"TZA", "BDI", "~herders"}, s.Report.Published, &rapporteur.Place{Name: "Arusha"}
			if i == 0 {
				e.Recipients = append(e.Recipients, "KEN")
			}
		})
		out = append(out, &s.Reading)
	}
	return out
}

func suggested(t *testing.T, r *record.Record, q service.Question, most int) *service.Suggestions {
	t.Helper()
	s, err := service.SuggestDossiers(t.Context(), r, q, most)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSuggestDossiers: what the same reports tell of is proposed as a dossier, with how the
// command defines it and what it would hold; the order of reports does not count.
func TestSuggestDossiers(t *testing.T) {
	all := lakeAndBorder()
	got := suggested(t, recorded(t, all...), service.Question{}, 0)
	var lines []string
	for _, d := range got.Dossiers {
		lines = append(lines, fmt.Sprintf("%s | %d %s to %s | %v", strings.Join(d.Arguments, " "), d.Reports, d.First, d.Last, d.Entries))
	}
	want := []string{
		"kenya-uganda --actor KEN --actor UGA --issue blockade | 4 2027-03-01 to 2027-03-10 | map[event:5 position:4]",
		"burundi-rwanda --actor BDI --actor RWA --actor TZA | 3 2027-03-02 to 2027-03-08 | map[event:3]",
	}
	if d := cmp.Diff(want, lines); d != "" {
		t.Error(d)
	}
	if got.Reports != 7 || got.Cut || got.Dossiers[1].Places[0].Name != "Arusha" || got.Dossiers[0].Closeness < 0.35 {
		t.Errorf("of %+v", got)
	}
	slices.Reverse(all)
	again := suggested(t, recorded(t, all...), service.Question{}, 0)
	if d := cmp.Diff(got, again); d != "" {
		t.Error("in another order:", d)
	}
	if one := suggested(t, recorded(t, all...), service.Question{Limit: 2}, 1); len(one.Dossiers) > 1 || !one.Cut {
		t.Errorf("at most one of a part: %+v", one)
	}
}

// TestSuggestedIsKept: a proposal can be kept as it is, and is then said to be there; names
// are given once.
func TestSuggestedIsKept(t *testing.T) {
	r := recorded(t, lakeAndBorder()...)
	first := suggested(t, r, service.Question{}, 1).Dossiers[0]
	kept, _, err := service.KeepDossier(t.Context(), r, first.Name, service.Question{Actors: first.Definition.Actors, Issues: first.Definition.Issues})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(first.Definition, kept); d != "" {
		t.Error(d)
	}
	for kind, n := range first.Entries {
		entries, err := r.Count(t.Context(), record.Filter{Dossier: first.Name, Kinds: []record.Kind{kind}}, 0)
		if err != nil || entries.N != n {
			t.Errorf("%v %ss are in it, %d were promised; %v", entries, kind, n, err)
		}
	}
	again := suggested(t, r, service.Question{}, 1).Dossiers[0]
	if again.Like != first.Name || again.Name == first.Name || again.Arguments[0] != again.Name {
		t.Errorf("again it is called %q and like %q", again.Name, again.Like)
	}
	if _, err := service.SuggestDossiers(t.Context(), r, service.Question{Dossier: "none"}, 1); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("a dossier that is not there gives %v", err)
	}
	if nothing := suggested(t, recorded(t, meets("a", "2027-03-01", nil)), service.Question{}, 0); len(nothing.Dossiers) != 0 {
		t.Errorf("one report gives %+v", nothing.Dossiers)
	}
}

// TestSuggestPartOfLarger: reports of a part of a matter are no matter of their own, and
// places make a dossier where no party does.
func TestSuggestPartOfLarger(t *testing.T) {
	all := lakeAndBorder()
	for i, r := range all[:2] { // Rwanda is told of in two reports of the lake, at Kisumu
		s := &story{*r}
		s.Actors = append(s.Actors, rapporteur.Actor{ID: "RWA", Known: true, Name: "Rwanda", Kind: rapporteur.State, State: "RWA"})
		s.does(s.says("9", fmt.Sprintf("Kenya invited Rwanda, %d.", i)), "REQUEST", "RWA", func(e *rapporteur.Event) { e.Date, e.Place = r.Report.Published, &rapporteur.Place{Name: "Kisumu"} })
		*r = s.Reading
	}
	for _, d := range suggested(t, recorded(t, all...), service.Question{}, 0).Dossiers {
		if len(d.Parties) == 2 && d.Parties[1].ID == "RWA" {
			t.Errorf("a part is proposed: %+v", d.Arguments)
		}
	}
	var places []*rapporteur.Reading
	for i := range 3 {
		s := tale(fmt.Sprint("p", i), rapporteur.Date(fmt.Sprintf("2027-04-%02d", 1+5*i)), rapporteur.News)
		for _, town := range []string{"Kisumu", "Homa Bay", "Siaya"} {
			s.does(s.says(town, fmt.Sprintf("Herders protested in %s on day %d.", town, i)), "PROTEST", "", func(e *rapporteur.Event) {
				e.Actors, e.Date, e.Place = []string{"~herders"}, s.Report.Published, &rapporteur.Place{Name: town}
			})
		}
		places = append(places, &s.Reading)
	}
	got := suggested(t, recorded(t, places...), service.Question{}, 0).Dossiers
	if len(got) != 1 || len(got[0].Definition.Places) != 3 || got[0].Name != "homa-bay" {
		t.Errorf("of places alone %+v", got)
	}
}

// TestProposeDossiers holds that proposals are suggestions that are not counted.
func TestProposeDossiers(t *testing.T) {
	r := recorded(t, lakeAndBorder()...)
	want := suggested(t, r, service.Question{}, 5)
	for i := range want.Dossiers {
		if len(want.Dossiers[i].Entries) == 0 {
			t.Errorf("%s is not counted", want.Dossiers[i].Name)
		}
		want.Dossiers[i].Entries = nil
	}
	got, err := service.ProposeDossiers(t.Context(), r, service.Question{}, 5)
	if err != nil || len(got.Dossiers) == 0 {
		t.Fatal(got, err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
