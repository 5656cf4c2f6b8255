package service_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// parley is a report with an entry of each kind.
func parley() *rapporteur.Reading {
	const text = "Kenya and Uganda met in Nairobi. “Roads open,” said Ana Reed. Uganda accused Kenya. Kenya wants tolls if roads open."
	on := func(id, what string) rapporteur.Basis {
		return rapporteur.Basis{ID: id, Confidence: 0.8, Evidence: []rapporteur.Span{words(text, what)}}
	}
	span := func(what string) *rapporteur.Span { s := words(text, what); return &s }
	seat := func(id string, role rapporteur.Text, p rapporteur.Presence) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: id, For: rapporteur.Text(id), Role: role, Presence: p, Evidence: []rapporteur.Span{words(text, "Kenya and Uganda met in Nairobi.")}}
	}
	return &rapporteur.Reading{Schema: rapporteur.Schema, Report: rapporteur.Report{ID: "par@2", Outlet: "Coast Wire", Published: "2027-03-02", Text: text},
		Actors: []rapporteur.Actor{{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State}, {ID: "UGA", Known: true, Name: "Uganda", Kind: rapporteur.State},
			{ID: "TZA", Known: true, Name: "Tanzania", Kind: rapporteur.State}, {ID: "~ana", Name: "Ana Reed", Kind: rapporteur.Person, State: "KEN"}},
		Sentences: [][2]int{{0, 32}, {33, len([]rune(text))}},
		Statements: []rapporteur.Statement{{Basis: on("s", "“Roads open,” said Ana Reed."), Speakers: []string{"~ana"}, For: "KEN", Mode: rapporteur.Direct, Act: "assert",
			Cue: span("said"), SpeakerMention: span("Ana Reed"), Content: []rapporteur.Span{words(text, "Roads open")}}},
		Meetings: []rapporteur.Meeting{{Basis: on("m", "Kenya and Uganda met in Nairobi."), Kind: "talks", Status: rapporteur.UnderWayMeeting, Place: &rapporteur.Place{Name: "Nairobi", Country: "KEN"},
			Attendance: []rapporteur.Attendance{seat("KEN", rapporteur.Host, rapporteur.Present), seat("UGA", rapporteur.Mediator, rapporteur.Present), seat("TZA", "", rapporteur.Excluded)}}},
		Events: []rapporteur.Event{{Basis: on("e", "Uganda accused Kenya."), Plover: rapporteur.Plover{Type: "ACCUSE"}, Actors: []string{"UGA"}, Recipients: []string{"KEN"}, Modality: rapporteur.Happened, ClaimedBy: "KEN"}},
		Positions: []rapporteur.Position{{Basis: on("p", "Kenya wants tolls if roads open."), Actor: "KEN", For: "KEN", Proposal: "tolls", Stance: rapporteur.Supports,
			Issue: &rapporteur.Issue{ID: "trade", Label: "Trade"}, Condition: span("if roads open")}},
	}
}

// TestAnnotate gives what persons put right as annotated records, with places that count
// in the text beside them.
func TestAnnotate(t *testing.T) {
	p := parley()
	r := record.New(memory.New(), func() time.Time { return time.Date(2027, 4, 1, 0, 0, 0, 0, time.UTC) })
	other := kept(t, "2027-03-01")
	if err := service.Annotate(t.Context(), other, nil, func(*service.Annotation) error { return errors.New("nobody corrected it") }); err != nil {
		t.Error(err)
	}
	if _, err := r.Add(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	event := only(t, r, service.Events)
	if _, err := service.Correct(t.Context(), r, service.Correction{Entry: event.ID, Set: []string{"type=REQUEST"}, By: "kim"}); err != nil {
		t.Fatal(err)
	}
	explain := func(_ context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
		again := parley()
		for i := range again.Events {
			again.Events[i].Told = &rapporteur.Told{Trigger: words(report.Text, "accused"), Roles: []rapporteur.ToldRole{{Role: "agent", Words: words(report.Text, "Uganda")}}}
		}
		return again, nil
	}
	var all []*service.Annotation
	if err := service.Annotate(t.Context(), r, explain, func(a *service.Annotation) error { all = append(all, a); return nil }); err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	a := all[0]
	if a.File() != "par" || !strings.HasPrefix(a.Text, "date 2027-03-02\n\nKenya") || !cmp.Equal(a.Persons, []string{event.ID}) {
		t.Errorf("%s %q %q", a.File(), a.Text, a.Persons)
	}
	e := a.Events[0]
	points := []rune(a.Text)
	for _, s := range append(append([]service.Spot{e.Trigger, *a.Statements[0].Cue, *a.Positions[0].Condition, a.Meetings[0].Mentions[0].Trigger}, e.By...), a.Statements[0].Content...) {
		if got := string(points[s.Start:s.End]); got != s.Text {
			t.Errorf("%q stands where %q should", got, s.Text)
		}
	}
	if e.Type != "REQUEST" || e.Trigger.Text != "accused" || len(e.By) != 1 || *e.ClaimedBy != "KEN" || !cmp.Equal(e.Actor, []string{"UGA"}) {
		t.Errorf("%+v", e)
	}
	m := a.Meetings[0]
	if m.Status != "under way" || *m.Host != "Kenya" || *m.Mediator != "Uganda" || !cmp.Equal(m.Excluded, []string{"TZA"}) || *m.Place != "Nairobi" {
		t.Errorf("%+v", m)
	}
	if s := a.Statements[0]; s.Speaker != "Ana Reed" || s.Kind != "person" || *s.State != "KEN" {
		t.Errorf("%+v", s)
	}
	if q := a.Positions[0]; q.Actor != "Kenya" || *q.Issue != "trade" {
		t.Errorf("%+v", q)
	}
	refuse := errors.New("full")
	if err := service.Annotate(t.Context(), r, nil, func(*service.Annotation) error { return refuse }); !errors.Is(err, refuse) {
		t.Error(err)
	}
	failing := func(context.Context, *rapporteur.Report) (*rapporteur.Reading, error) { return nil, refuse }
	if err := service.Annotate(t.Context(), r, failing, func(*service.Annotation) error { return nil }); !errors.Is(err, refuse) {
		t.Error(err)
	}
}
