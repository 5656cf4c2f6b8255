package service_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// spanOf is where words first stand in a text.
func spanOf(text, words string) rapporteur.Span {
	start := len([]rune(text[:strings.Index(text, words)]))
	return rapporteur.Span{Start: start, End: start + len([]rune(words)), Text: words}
}

// said is a report with a title and two paragraphs, in the second of which somebody
// speaks.
func said() *rapporteur.Reading {
	text := "Ferries\n\nNobody came.\n\nÉva Lund said the quay “stays shut”, and left. It rained."
	sentence, cue, who, words := spanOf(text, "Éva Lund said the quay “stays shut”, and left."), spanOf(text, "said"), spanOf(text, "Éva Lund"), spanOf(text, "the quay “stays shut”")
	last := len([]rune(text))
	return &rapporteur.Reading{
		Report: rapporteur.Report{ID: "said", Outlet: "Quay Post", Published: "2027-03-01", Text: text, Genre: rapporteur.News, Paragraphs: []rapporteur.Paragraph{
			{Start: 0, End: 7, Kind: rapporteur.Title}, {Start: 9, End: 21, Kind: rapporteur.Body}, {Start: 23, End: last, Kind: rapporteur.Body}}},
		Actors:    []rapporteur.Actor{{ID: "eva-lund", Known: true, Name: "Éva Lund", Kind: rapporteur.Person, Mentions: []rapporteur.Span{who}}},
		Sentences: [][2]int{{0, 7}, {9, 21}, {sentence.Start, sentence.End}, {sentence.End + 1, last}},
		Statements: []rapporteur.Statement{{Basis: rapporteur.Basis{ID: "s", Confidence: 0.9, Rule: "test", Evidence: []rapporteur.Span{sentence}},
			Speakers: []string{"eva-lund"}, SpeakerMention: &who, Cue: &cue, Content: []rapporteur.Span{words}, Mode: rapporteur.Mixed, Act: "assert", Date: "2027-03-01"}},
	}
}

// only gives the one entry of a kind.
func only(t *testing.T, r *record.Record, about service.Subject) *record.Entry {
	t.Helper()
	a, err := service.Ask(t.Context(), r, service.Question{About: about})
	if err != nil || len(a.Entries) != 1 {
		t.Fatalf("%d entries: %v", a.Len(), err)
	}
	return &a.Entries[0]
}

// TestEvidenceStandsInItsParagraph holds that the runs of a passage are the paragraph,
// and that each part of the entry is marked where it stands.
func TestEvidenceStandsInItsParagraph(t *testing.T) {
	r := recorded(t, said())
	x, err := service.EvidenceOf(t.Context(), r, nil, only(t, r, service.Statements).ID, "")
	if err != nil {
		t.Fatal(err)
	}
	want := []service.Passage{{Kind: rapporteur.Body, Start: 23, Runs: []service.Run{
		{Text: "Éva Lund", Evidence: true, Highlight: service.SpeakerHighlight}, {Text: " ", Evidence: true}, {Text: "said", Evidence: true, Highlight: service.TriggerHighlight},
		{Text: " ", Evidence: true}, {Text: "the quay “stays shut”", Evidence: true, Highlight: service.ContentHighlight}, {Text: ", and left.", Evidence: true}, {Text: " It rained."}}}}
	if diff := cmp.Diff(want, x.Sources[0].Passages); diff != "" {
		t.Error(diff)
	}
	if len(x.Changes) == 0 || x.Sources[0].Member.Outlet != "Quay Post" {
		t.Errorf("changes %v, source %+v", x.Changes, x.Sources[0].Member)
	}
}

// TestEvidenceOfManyReports: of an entry of many reports the first and the last are
// shown whole.
func TestEvidenceOfManyReports(t *testing.T) {
	var all []*rapporteur.Reading
	for i := range 15 {
		all = append(all, meets(fmt.Sprintf("r%02d", i), fmt.Sprintf("2027-03-%02d", 10+i/5), func(m *rapporteur.Meeting) { m.Date = "2027-03-10" }))
	}
	r := recorded(t, all...)
	x, err := service.EvidenceOf(t.Context(), r, nil, only(t, r, service.Meetings).ID, "")
	if err != nil {
		t.Fatal(err)
	}
	whole := 0
	for i, s := range x.Sources {
		if len(s.Passages) > 0 {
			whole++
		}
		if i > 0 && s.Member.Published < x.Sources[i-1].Member.Published {
			t.Errorf("source %d is of %s, behind %s", i, s.Member.Published, x.Sources[i-1].Member.Published)
		}
	}
	if len(x.Sources) != 15 || whole != 12 {
		t.Errorf("%d sources, %d whole", len(x.Sources), whole)
	}
}

func TestEvidenceOfWhatIsNot(t *testing.T) {
	r := recorded(t, said())
	for _, ask := range []struct{ id, asOf string }{{"s0000000000", ""}, {only(t, r, service.Statements).ID, "never"}, {only(t, r, service.Statements).ID, "2020-01-01"}} {
		if _, err := service.EvidenceOf(t.Context(), r, nil, ask.id, ask.asOf); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%v: %v", ask, err)
		}
	}
}

// TestGatheringOf finds the meeting by its own entry and by that of the plan.
func TestGatheringOf(t *testing.T) {
	r := recorded(t, meets("a", "2027-03-05", func(m *rapporteur.Meeting) { m.Status, m.Date, m.Place = rapporteur.PlannedMeeting, "", nil }),
		meets("b", "2027-03-11", func(m *rapporteur.Meeting) { m.Date = "2027-03-10" }), said())
	a, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings})
	if err != nil || len(a.Entries) != 2 {
		t.Fatalf("%d entries: %v", a.Len(), err)
	}
	var found []*service.Gathering
	for _, e := range a.Entries {
		g, err := service.GatheringOf(t.Context(), r, e.ID, "")
		if err != nil {
			t.Fatal(err)
		}
		if g.Meeting.Meeting.Status != rapporteur.Held || len(g.Plans) != 1 {
			t.Errorf("%s with %d plans", g.Meeting.Meeting.Status, len(g.Plans))
		}
		found = append(found, g)
	}
	if diff := cmp.Diff(found[0], found[1], cmpopts.IgnoreUnexported(record.Entry{})); diff != "" {
		t.Error(diff)
	}
	for _, ask := range []struct{ id, asOf string }{{only(t, r, service.Statements).ID, ""}, {"m0000000000", ""}, {a.Entries[0].ID, "never"}} {
		if _, err := service.GatheringOf(t.Context(), r, ask.id, ask.asOf); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%v: %v", ask, err)
		}
	}
}

// TestEvidenceMarksWhatTellsIt: where a reading says by which words an entry is told,
// these are marked.
func TestEvidenceMarksWhatTellsIt(t *testing.T) {
	r := recorded(t, meets("a", "2027-03-10", func(m *rapporteur.Meeting) {
		text := m.Evidence[0].Text
		m.Told = &rapporteur.Told{Trigger: spanOf(text, "meeting"), Probability: 0.9, Roles: []rapporteur.ToldRole{{Role: "participant", Words: spanOf(text, "Kenya")}}}
	}))
	x, err := service.EvidenceOf(t.Context(), r, nil, only(t, r, service.Meetings).ID, "")
	if err != nil {
		t.Fatal(err)
	}
	got := map[service.Highlight]string{}
	for _, run := range x.Sources[0].Passages[0].Runs {
		got[run.Highlight] += run.Text
	}
	if got[service.TriggerHighlight] != "meeting" || got[service.RoleHighlight] != "Kenya" {
		t.Errorf("%v", got)
	}
}
