package service_test

import (
	"testing"

	"rapporteur"
	"rapporteur/service"
)

// inTranslation is a report in German of which somebody speaks, as it was translated.
func inTranslation() *rapporteur.Reading {
	text := "Éva Lund sagte, der Kai bleibe zu."
	whole := spanOf(text, text)
	whole.Translation = "Éva Lund said the quay would stay shut."
	cue, words := whole, whole
	cue.Translation, words.Translation = "said", "the quay would stay shut"
	who := spanOf(text, "Éva Lund")
	return &rapporteur.Reading{
		Report: rapporteur.Report{ID: "german", Outlet: "Kai-Post", Published: "2027-03-01", Language: "de", Text: text, Genre: rapporteur.News, Paragraphs: []rapporteur.Paragraph{
			{Start: 0, End: whole.End, Kind: rapporteur.Body, Translation: whole.Translation}}},
		Actors:    []rapporteur.Actor{{ID: "eva-lund", Known: true, Name: "Éva Lund", Kind: rapporteur.Person, Mentions: []rapporteur.Span{who}}},
		Sentences: [][2]int{{0, whole.End}},
		Statements: []rapporteur.Statement{{Basis: rapporteur.Basis{ID: "s", Confidence: 0.9, Rule: "test", Evidence: []rapporteur.Span{whole}},
			Speakers: []string{"eva-lund"}, SpeakerMention: &who, Cue: &cue, Content: []rapporteur.Span{words}, Mode: rapporteur.Indirect, Act: "assert", Date: "2027-03-01"}},
	}
}

// TestTranslationStandsBesideTheWords shows the words of the report and below them what
// they were read from; without words there is no translation either.
func TestTranslationStandsBesideTheWords(t *testing.T) {
	const english = "Éva Lund said the quay would stay shut."
	marked := service.MarkedReading(inTranslation())
	if b := marked.Blocks[0]; b.Language != "de" || b.Translation != english {
		t.Errorf("%+v", b)
	}
	r := recorded(t, inTranslation())
	id := only(t, r, service.Statements).ID
	x, err := service.EvidenceOf(t.Context(), r, nil, id, "")
	if err != nil {
		t.Fatal(err)
	}
	if p := x.Sources[0].Passages[0]; p.Language != "de" || p.Translation != english {
		t.Errorf("%+v", p)
	}
	if e := x.Sources[0].Member.Evidence()[0]; e.Translation != english || e.Text != "Éva Lund sagte, der Kai bleibe zu." {
		t.Errorf("%+v", e)
	}
	silent, err := service.WhyOf(t.Context(), r, id, "", true)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range silent.Entry.Members[0].Evidence() {
		if e.Text+e.Translation != "" {
			t.Errorf("without words: %+v", e)
		}
	}
	found, err := service.Ask(t.Context(), r, service.Question{About: service.Statements, Text: "bleibe"})
	if err != nil || len(found.Entries) != 1 {
		t.Errorf("by its words: %v %v", found, err)
	}
}
