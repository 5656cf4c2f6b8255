package service_test

import (
	"testing"

	"rapporteur"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

// TestChoices: what stands nearest in the text comes first, and what reports disagree on
// is among it.
func TestChoices(t *testing.T) {
	report := said()
	near, far := spanOf(report.Report.Text, "Nobody came."), spanOf(report.Report.Text, "It rained.")
	report.Actors = append(report.Actors, rapporteur.Actor{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State}, rapporteur.Actor{ID: "UGA", Known: true, Name: "Uganda", Kind: rapporteur.State})
	event := func(id string, words rapporteur.Span, who, place string) rapporteur.Event {
		return rapporteur.Event{Basis: rapporteur.Basis{ID: id, Confidence: 0.8, Rule: "test", Evidence: []rapporteur.Span{words}}, Plover: rapporteur.Plover{Type: "ACCUSE"}, Actors: []string{who},
			Modality: rapporteur.Happened, Date: "2027-02-28", Place: &rapporteur.Place{Name: place, Country: "KEN"}}
	}
	report.Events = []rapporteur.Event{event("far", far, "KEN", "Kisumu"), event("near", near, "UGA", "Nairobi")}
	r := recorded(t, report)
	got, err := service.ChoicesFor(t.Context(), r, only(t, r, service.Statements))
	if err != nil {
		t.Fatal(err)
	}
	want := &service.Choices{Actors: []service.Chosen{{ID: "eva-lund", Name: "Éva Lund"}, {ID: "UGA", Name: "Uganda"}, {ID: "KEN", Name: "Kenya"}},
		Dates: []rapporteur.Date{"2027-03-01", "2027-02-28"}, Places: []string{"Nairobi, KEN", "Kisumu, KEN"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestChoicesOfDisputed: each version of a day on which reports disagree can be taken.
func TestChoicesOfDisputed(t *testing.T) {
	r := recorded(t, meets("a", "2027-03-10", nil), meets("b", "2027-03-11", func(m *rapporteur.Meeting) { m.Date = "2027-03-11" }))
	meeting := only(t, r, service.Meetings)
	got, err := service.ChoicesFor(t.Context(), r, meeting)
	if err != nil {
		t.Fatal(err)
	}
	if len(meeting.Disputes) == 0 || len(got.Dates) != 2 || got.Places[0] != "Nairobi, KEN" || len(got.Actors) != 2 {
		t.Errorf("%+v of %+v", got, meeting.Disputes)
	}
}

func TestPlaceWritten(t *testing.T) {
	for want, place := range map[string]*rapporteur.Place{"": nil, "Basel": {Name: "Basel"}, "Basel, CHE": {Name: "Basel", Country: "CHE"}, "CHE": {Country: "CHE"}} {
		if got := service.PlaceWritten(place); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
