package rules

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/attribution"
	"rapporteur/language"
	"rapporteur/ontology"
)

// TestAnchorsHaveFrames measures how many events of the annotated reports have,
// among the words that tell them, one with a frame, or an act of speaking: nine
// in ten are asked for.
func TestAnchorsHaveFrames(t *testing.T) {
	dir := os.Getenv("RAPPORTEUR_DATA")
	files, err := filepath.Glob(filepath.Join(dir, "gold", "*.json"))
	if dir == "" || err != nil || len(files) == 0 {
		t.Skip("no annotated reports; set RAPPORTEUR_DATA to a folder that has them in gold/")
	}
	tell := teller(t)
	all, framed := 0, 0
	for _, anchor := range anchors(t, files) {
		if all++; tell(anchor) {
			framed++
		} else {
			t.Logf("no frame in %q", anchor)
		}
	}
	t.Logf("%d of %d anchors have a frame", framed, all)
	if 10*framed < 9*all {
		t.Errorf("%d of %d anchors have a frame, want 90%%", framed, all)
	}
}

func anchors(t *testing.T, files []string) []string {
	t.Helper()
	var out []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var record struct {
			Events []struct{ Anchor string }
		}
		if err := json.Unmarshal(data, &record); err != nil {
			t.Fatal(err)
		}
		for _, e := range record.Events {
			out = append(out, strings.TrimSpace(e.Anchor))
		}
	}
	return out
}

// teller gives what reports whether a word of a text has a frame in the table, in
// whatever construction, carries one or is a word of saying that does something.
func teller(t *testing.T) func(text string) bool {
	t.Helper()
	codes, err := ontology.Load()
	if err != nil {
		t.Fatal(err)
	}
	lexicon, err := loadLexicon(codes)
	if err != nil {
		t.Fatal(err)
	}
	engine, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	finder, err := attribution.Load()
	if err != nil {
		t.Fatal(err)
	}
	return func(words string) bool {
		doc := engine.Analyze(&rapporteur.Report{Text: words, Paragraphs: []rapporteur.Paragraph{{End: len([]rune(words)), Kind: rapporteur.Body}}})
		x := &text{doc: doc, lexicon: lexicon}
		for i := range doc.Tokens {
			for _, word := range spellings(x, i) {
				if len(lexicon.constructions[word]) > 0 {
					return true
				}
			}
		}
		return frames.Any(finder.Statements(doc), func(a *frames.Frame) bool {
			_, acts := lexicon.acts[a.Attribute(frames.Act)]
			return acts
		})
	}
}
