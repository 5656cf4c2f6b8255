package pages_test

import (
	"net/http"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// TestTranslated shows what was read from a translation beside the words of the report.
func TestTranslated(t *testing.T) {
	const text, english = "Der Minister sagte, der Kai bleibe zu.", "The minister said the quay would stay shut."
	whole := rapporteur.Span{End: len(text), Text: text, Translation: english}
	r := record.New(memory.New(), func() time.Time { return noon })
	_, err := r.Add(t.Context(), &rapporteur.Reading{
		Report: rapporteur.Report{ID: "german", Outlet: "Kai-Post", Published: "2027-03-01", Language: "de", Text: text, Genre: rapporteur.News, Paragraphs: []rapporteur.Paragraph{
			{End: len(text), Kind: rapporteur.Body, Translation: english}}},
		Sentences:  [][2]int{{0, len(text)}},
		Statements: []rapporteur.Statement{{Basis: rapporteur.Basis{ID: "s", Confidence: 0.9, Rule: "test", Evidence: []rapporteur.Span{whole}}, Content: []rapporteur.Span{whole}, Act: "assert", Mode: rapporteur.Indirect}},
	})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := r.Entries(t.Context(), record.Filter{})
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v %v", entries, err)
	}
	h := over(r)
	for _, at := range []string{"/e/" + entries[0].ID, "/reports/german"} {
		holds(t, h, at, http.StatusOK, `lang="de"`, "der Kai bleibe zu", "translation, from which it was read", english)
	}
}
