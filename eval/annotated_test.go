package eval_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/eval"

	"github.com/google/go-cmp/cmp"
)

const invented = "Norland struck a bridge in Sudland on Monday, the Sudlanders said. Sudland rejected the offer."

func span(text string) rapporteur.Span {
	i := strings.Index(invented, text)
	return rapporteur.Span{Start: i, End: i + len(text), Text: text}
}

func invention() *rapporteur.Reading {
	basis := func(text string) rapporteur.Basis {
		return rapporteur.Basis{Evidence: []rapporteur.Span{span(text)}}
	}
	return &rapporteur.Reading{
		Report: rapporteur.Report{Text: invented},
		Actors: []rapporteur.Actor{{ID: "NRL", Name: "Norland", Kind: rapporteur.State, State: "NRL"}, {ID: "SDL", Name: "Sudland", Kind: rapporteur.State, State: "SDL"}},
		Statements: []rapporteur.Statement{{Basis: basis(invented[:66]), Speakers: []string{"SDL"}, For: "SDL", Mode: rapporteur.Indirect,
			Content: []rapporteur.Span{span("Norland struck a bridge in Sudland on Monday")}}},
		Events: []rapporteur.Event{
			{Basis: basis("Norland struck a bridge in Sudland on Monday"), Plover: rapporteur.Plover{Type: "ASSAULT"}, Actors: []string{"NRL"}, Recipients: []string{"SDL"}, Modality: rapporteur.Happened},
			{Basis: basis("Sudland rejected the offer"), Plover: rapporteur.Plover{Type: "ACCUSE"}, Actors: []string{"SDL"}, Modality: rapporteur.Happened},
		},
	}
}

// TestEntryScores compares an invented report with its annotation: the claim of
// the first event is missed, the second has the wrong type.
func TestEntryScores(t *testing.T) {
	gold := &eval.Annotation{
		Statements: []eval.AnnotatedStatement{{Speaker: "Sudland", Kind: "state", State: "SDL", Mode: "indirect", From: "Norland struck", To: "on Monday"}},
		Events: []eval.AnnotatedEvent{
			{Type: "ASSAULT", Actor: []string{"NRL"}, Recipient: []string{"SDL"}, Modality: "happened", ClaimedBy: "Sudland", Anchor: "struck a bridge"},
			{Type: "REJECT", Actor: []string{"SDL"}, Modality: "happened", Anchor: "rejected the offer"},
		},
	}
	s := eval.NewEntryScores()
	if err := s.Add(gold, invention()); err != nil {
		t.Fatal(err)
	}
	want := map[string]eval.Score{
		"statement": {Gold: 1, System: 1, Correct: 1}, "st+speaker": {Gold: 1, System: 1, Correct: 1},
		"event": {Gold: 2, System: 2, Correct: 1}, "ev+modality": {Gold: 2, System: 2},
		"meeting": {}, "excluded": {}, "position": {}, "pos+stance": {},
	}
	got := map[string]eval.Score{}
	for _, k := range eval.EntryKinds {
		got[k] = s.Of(k)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(s.Missed) != 1 || len(s.Invented) != 1 {
		t.Errorf("missed %q, invented %q", s.Missed, s.Invented)
	}
}

func TestEntryScoresFailWithoutAnchor(t *testing.T) {
	gold := &eval.Annotation{Statements: []eval.AnnotatedStatement{{From: "nobody", To: "said this"}}}
	if err := eval.NewEntryScores().Add(gold, invention()); err == nil {
		t.Error("an anchor that is not there passes")
	}
}

// TestAnnotationWithPlaces reads an annotation that gives the places of its words: what
// shows an entry is that its evidence touches one of them.
func TestAnnotationWithPlaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	place := func(words string) string {
		s := span(words)
		return fmt.Sprintf(`{"start":%d,"end":%d,"text":%q}`, s.Start, s.End, s.Text)
	}
	data := `{"date":"2031-05-06","statements":[{"cue":` + place("said") + `,"source":null,"content":[` + place("Norland struck a bridge") + `,` + place("on Monday") + `],"speaker":"Sudland","kind":"state","state":"SDL"}],
"meetings":[],"events":[
 {"trigger":` + place("struck") + `,"type":"ASSAULT","by":[],"date":` + place("Monday") + `,"actor":["NRL"],"recipient":["SDL"],"modality":"happened","claimed_by":null,"also":[]},
 {"trigger":` + place("offer") + `,"type":"ASSAULT","actor":["NRL"],"recipient":["SDL"],"modality":"happened","also":[` + place("rejected") + `]}],
"positions":[{"trigger":` + place("rejected") + `,"proposal":` + place("the offer") + `,"condition":` + place("Monday") + `,"actor":"Sudland","state":"SDL","stance":"opposes","issue":null}]}`
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	gold, err := eval.ReadAnnotation(path)
	if err != nil {
		t.Fatal(err)
	}
	read := invention()
	read.Events = read.Events[:1]
	read.Positions = []rapporteur.Position{{Basis: read.Statements[0].Basis, Actor: "SDL", For: "SDL", Proposal: "take the offer", Stance: "opposes"}}
	s := eval.NewEntryScores()
	if err := s.Add(gold, read); err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[string]eval.Score{
		"statement": {Gold: 1, System: 1, Correct: 1}, "event": {Gold: 2, System: 1, Correct: 1}, "position": {Gold: 1, System: 1},
	} {
		if got := s.Of(kind); got != want {
			t.Errorf("%s: %+v, want %+v", kind, got, want)
		}
	}
}
