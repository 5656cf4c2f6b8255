package reading

import (
	"encoding/json"
	"os"
	"path/filepath"
	"rapporteur/frames"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/language"
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
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	all, framed := 0, 0
	for _, anchor := range anchors(t, files) {
		if all++; reader.framed(anchor) {
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

// framed reports whether a word of a text has a frame in the table, in whatever
// construction, carries one or is a word of saying that does something.
func (r *Reader) framed(text string) bool {
	x := r.begin(&rapporteur.Report{Text: text, Paragraphs: []rapporteur.Paragraph{{End: len([]rune(text)), Kind: rapporteur.Body}}}, language.Limits{})
	for i := range x.doc.Tokens {
		for _, word := range x.spellings(i) {
			if len(r.tables.frames[word]) > 0 {
				return true
			}
		}
	}
	for k := range x.said {
		if _, ok := r.tables.acts[x.said[k].Attribute(frames.Act)]; ok {
			return true
		}
	}
	return false
}
