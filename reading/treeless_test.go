package reading

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur"
	"rapporteur/language"
)

// TestTreeless reads reports of which some sentences, or all, have no tree, as the
// language engine leaves those whose heads are none: what stands in the others is
// found, what is shown stands in the text, and nobody stumbles.
func TestTreeless(t *testing.T) {
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob("../examples/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, every := range []int{1, 2, 3} {
			treeless(t, reader, string(data), every)
		}
	}
}

// treeless reads a text of which every so many sentences have no tree.
func treeless(t *testing.T, r *Reader, text string, every int) {
	t.Helper()
	report := &rapporteur.Report{ID: "treeless", Published: "2025-02-17", Text: text,
		Paragraphs: []rapporteur.Paragraph{{Start: 0, End: len([]rune(text)), Kind: rapporteur.Body}}}
	doc := r.engine.AnalyzeWithin(report, language.Limits{})
	for i, s := range doc.Sentences {
		if i%every != 0 {
			continue
		}
		for k := s.First; k < s.Last; k++ {
			doc.Tokens[k].Head, doc.Tokens[k].Deprel = -1, ""
		}
	}
	x, err := r.on(t.Context(), report, doc)
	if err != nil {
		t.Fatal(err)
	}
	read, err := x.read(t.Context(), r.budget.spend(t.Context()))
	if err != nil {
		t.Fatal(err)
	}
	if every > 1 && len(read.Statements)+len(read.Meetings)+len(read.Events)+len(read.Positions) == 0 {
		t.Errorf("nothing was found in the sentences that have a tree: %.60q", text)
	}
	runes := []rune(text)
	for _, s := range read.Statements {
		for _, e := range s.Evidence {
			if string(runes[e.Start:e.End]) != e.Text {
				t.Errorf("the words %q do not stand at %d to %d", e.Text, e.Start, e.End)
			}
		}
	}
}
