package eval_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/eval"

	"github.com/google/go-cmp/cmp"
)

const gathered = "Norland and Sudland met in Port Quill on Monday without Eastmark. Norland opposes lifting the blockade."

// gathering is a reading of gathered.
func gathering() *rapporteur.Reading {
	basis := func(text string) rapporteur.Basis {
		i := strings.Index(gathered, text)
		return rapporteur.Basis{ID: "x", Confidence: 0.55, Evidence: []rapporteur.Span{{Start: i, End: i + len(text), Text: text}}}
	}
	seat := func(id string, role rapporteur.Text, p rapporteur.Presence) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: id, For: rapporteur.Text(id), Role: role, Presence: p}
	}
	var actors []rapporteur.Actor
	for id, name := range map[string]string{"NRL": "Norland", "SDL": "Sudland", "EMK": "Eastmark"} {
		actors = append(actors, rapporteur.Actor{ID: id, Name: name, Kind: rapporteur.State, State: rapporteur.Text(id)})
	}
	return &rapporteur.Reading{
		Report: rapporteur.Report{Text: gathered}, Actors: actors,
		Meetings: []rapporteur.Meeting{{Basis: basis("Norland and Sudland met in Port Quill on Monday without Eastmark"), Kind: "talks", Status: rapporteur.Held, Date: "2027-03-01/2027-03-02",
			Place:      &rapporteur.Place{Name: "Port Quill"},
			Attendance: []rapporteur.Attendance{seat("NRL", rapporteur.Host, rapporteur.Present), seat("SDL", rapporteur.Participant, rapporteur.Present), seat("EMK", "", rapporteur.Excluded)}}},
		Positions: []rapporteur.Position{{Basis: basis("Norland opposes lifting the blockade"), Actor: "NRL", For: "NRL", Proposal: "lifting the blockade", Stance: rapporteur.Opposes}},
	}
}

func TestMeetingsBesideAnAnnotation(t *testing.T) {
	meeting := eval.AnnotatedMeeting{States: []string{"NRL", "SDL"}, Excluded: []string{"Eastmark", "Westmark"}, Host: "Norland", Mediator: "Sudland",
		Place: "Port Quill (harbour)", Date: "2027-03-01", Status: "planned", Anchor: "Norland and Sudland met"}
	stranger := eval.AnnotatedMeeting{States: []string{"WMK"}, Excluded: []string{"Norland"}, Place: "Far Hill", Date: "2026", Anchor: "nobody came"}
	gold := &eval.Annotation{
		Meetings: []eval.AnnotatedMeeting{meeting, stranger},
		Positions: []eval.AnnotatedPosition{{Actor: "Norland", State: "NRL", Issue: "blockade", Stance: "supports", Anchor: "opposes lifting the blockade"},
			{Actor: "Sudland", Issue: "fish", Stance: "opposes", Anchor: "nothing of the kind"}},
	}
	s := eval.NewEntryScores()
	if err := s.Add(gold, gathering()); err != nil {
		t.Fatal(err)
	}
	got := map[string]eval.Score{}
	for _, k := range []string{"meeting", "excluded", "position", "pos+stance"} {
		got[k] = s.Of(k)
	}
	want := map[string]eval.Score{
		"meeting":  {Gold: 2, System: 1, Correct: 1},
		"excluded": {Gold: 3, System: 1, Correct: 1},
		"position": {Gold: 2, System: 1, Correct: 1}, "pos+stance": {Gold: 2, System: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	printed := s.String()
	for _, field := range []string{"status 0/1", "date 1/1", "place 1/1", "host 1/1", "mediator 0/1", "(gold 2, system 1)"} {
		if !strings.Contains(printed, field) {
			t.Errorf("no %q in\n%s", field, printed)
		}
	}
	if len(s.Missed) != 2 {
		t.Errorf("missed %q", s.Missed)
	}
}

func TestMeetingsOfOthersAreInvented(t *testing.T) {
	s := eval.NewEntryScores()
	gold := &eval.Annotation{Meetings: []eval.AnnotatedMeeting{{States: []string{"WMK"}, Place: "Port Quill", Date: "2027-03-01", Anchor: "met in Port Quill"}}}
	if err := s.Add(gold, gathering()); err != nil {
		t.Fatal(err)
	}
	if got, want := s.Of("meeting"), (eval.Score{Gold: 1, System: 1}); got != want {
		t.Errorf("place, day and words make a meeting of others: %+v", got)
	}
	if len(s.Invented) != 2 { // the meeting and the position
		t.Errorf("invented %q", s.Invented)
	}
}

func TestAnswersOfEachKind(t *testing.T) {
	r := gathering()
	speaker := rapporteur.Span{Start: 0, End: 2, Text: "He"}
	name := rapporteur.Span{Start: 0, End: 7, Text: "Norland"}
	said := []rapporteur.Span{{Start: 3, End: 9, Text: "words"}}
	r.Statements = []rapporteur.Statement{
		{Speakers: []string{"b", "a"}, For: "NRL", Content: said, SpeakerMention: &speaker, Basis: rapporteur.Basis{Confidence: 0.7}},
		{Speakers: []string{"NRL"}, Content: said, SpeakerMention: &name},
		{Speakers: []string{"SDL"}},
	}
	r.Events = []rapporteur.Event{{Basis: r.Meetings[0].Basis, Plover: rapporteur.Plover{Type: "ACCUSE"}, Actors: []string{"NRL"}, Recipients: []string{"SDL"}, Modality: rapporteur.Happened}}
	for kind, want := range map[string][]string{
		"speakers":  {"a+b/NRL", "NRL/"},
		"pronouns":  {"a+b"},
		"events":    {"ACCUSE/NRL/SDL/happened/"},
		"meetings":  {"held/-EMK+NRL+SDL/2027-03-01/2027-03-02"},
		"positions": {"NRL/opposes"},
		"songs":     nil,
	} {
		var got []string
		for _, a := range eval.Answers("port", kind, r) {
			got = append(got, a.Says)
			if a.Report != "port" || a.Words == "" {
				t.Errorf("%s: %+v", kind, a)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}

func TestStandingInALine(t *testing.T) {
	judged := []eval.Judgement{
		{Answer: eval.Answer{Report: "port", Says: "NRL/opposes", End: 1}, Verdict: eval.Right},
		{Answer: eval.Answer{Report: "port", Says: "NRL/supports", End: 2}, Verdict: eval.Wrong},
		{Answer: eval.Answer{Report: "port", Says: "SDL/opposes", End: 3}, Verdict: eval.Wrong, Error: "actor"},
		{Answer: eval.Answer{Report: "port", End: 4}, Verdict: eval.Unclear},
	}
	now := []eval.Answer{{Report: "port", Says: "NRL/opposes", End: 1, Confidence: 1}, {Report: "port", Says: "SDL/opposes", End: 3, Confidence: 0.3}}
	s := eval.Stand(judged, now)
	if want := "1 right and 2 wrong of 3 judged (33.3%), 1 unclear; today 1 of the right ones are given, 1 of the wrong ones are not"; s.String() != want {
		t.Errorf("%s, want %s", s, want)
	}
	if s.Errors["actor"] != 1 || s.Bands[9].Correct != 1 || s.Bands[3].System != 1 || s.Bands[3].Correct != 0 {
		t.Errorf("%+v", s)
	}
}

func TestCodedSentenceHolds(t *testing.T) {
	r := gathering()
	r.Events = []rapporteur.Event{{Plover: rapporteur.Plover{Type: "ACCUSE"}, Actors: []string{"NRL"}, Recipients: []string{"SDL"}, Modality: rapporteur.Happened}}
	nor, sud := []eval.CodedActor{{Code: "NRL"}}, []eval.CodedActor{{Text: "the Sudland"}}
	for _, test := range []struct {
		name string
		gold eval.CodedSentence
		want bool
	}{
		{"both sides", eval.CodedSentence{Type: "ACCUSE", Source: nor, Target: sud}, true},
		{"without a target", eval.CodedSentence{Type: "ACCUSE", Source: nor}, true},
		{"the wrong way round", eval.CodedSentence{Type: "ACCUSE", Source: sud, Target: nor}, false},
		{"another type", eval.CodedSentence{Type: "REJECT", Source: nor, Target: sud}, false},
		{"a meeting is CONSULT", eval.CodedSentence{Type: "CONSULT", Source: sud, Target: nor}, true},
		{"a meeting of others", eval.CodedSentence{Type: "CONSULT", Source: []eval.CodedActor{{Text: "Westmark"}}}, false},
	} {
		if got := test.gold.Holds(r); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestReadCodedSentences(t *testing.T) {
	got, err := eval.ReadCodedSentences(strings.NewReader(`[
		{"id": "1", "event": "DISAPPROVE", "text": "Norland scolded Sudland.", "source": [{"actorText": "Norland", "code": "NRL"}], "target": ""},
		{"id": "2", "event": "DOCUMENT", "text": "x", "source": "", "target": ""}]`))
	want := []eval.CodedSentence{{ID: "1", Text: "Norland scolded Sudland.", Type: "ACCUSE", Source: []eval.CodedActor{{Text: "Norland", Code: "NRL"}}}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	if _, err := eval.ReadCodedSentences(strings.NewReader("no list")); err == nil {
		t.Error("what is no list was read")
	}
	if r := eval.Plain("Où?"); len(r.Paragraphs) != 1 || r.Paragraphs[0].End != 3 {
		t.Errorf("%+v", r)
	}
}
