package reading

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/frames"
	"rapporteur/frames/schema"
	"rapporteur/language"
	"rapporteur/source"
)

// TestFrames holds the frames that rules find in the examples and in the cases to the
// inventory, to the order of the text, and to fillers that are somebody.
func TestFrames(t *testing.T) {
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	inventory, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	count := map[frames.Kind]int{}
	for _, text := range texts(t) {
		report, err := source.Parse("case", []byte(text), source.Options{})
		if err != nil {
			continue
		}
		x, err := reader.begin(t.Context(), report, language.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		x.statements()
		for kind, found := range x.byKind(Budget{}.spend(context.Background())) {
			count[kind] += len(found)
			if !slices.IsSortedFunc(found, func(a, b frames.Frame) int { return a.Trigger - b.Trigger }) {
				t.Errorf("frames of kind %s are not in the order of the text: %s", kind, text)
			}
			for i := range found {
				if err := frames.Check(inventory, x.doc, &found[i]); err != nil {
					t.Errorf("%v: %s", err, text)
				}
				checkLinked(t, x, &found[i])
			}
		}
	}
	for _, kind := range []frames.Kind{frames.Meeting, frames.Absence, frames.Event, frames.Position} {
		if count[kind] < 20 {
			t.Errorf("%d frames of kind %s in all cases", count[kind], kind)
		}
	}
}

// checkLinked holds every filler that stands for somebody to an actor, and places and
// dates to a value.
func checkLinked(t *testing.T, x *reading, f *frames.Frame) {
	t.Helper()
	for _, filler := range f.Fillers {
		switch filler.Role {
		case frames.Proposal, frames.Condition, frames.RedLine, frames.Topic, frames.Outcome, frames.MissedMeeting:
		case frames.Place:
			if x.links.place(f) == nil {
				t.Errorf("no place at %q", x.doc.Tokens[filler.Head].Form)
			}
		case frames.Date, frames.Formerly:
			if frames.When(x.doc, f, filler.Role) == "" {
				t.Errorf("no date at %q", x.doc.Tokens[filler.Head].Form)
			}
		default:
			if x.links.filler(filler) < 0 {
				t.Errorf("%s of a %s is nobody: %q", filler.Role, f.Kind, x.doc.Tokens[filler.Head].Form)
			}
		}
	}
}

// texts gives the texts of the cases and the examples.
func texts(t *testing.T) []string {
	t.Helper()
	var out []string
	cases, _ := filepath.Glob("testdata/*.reading")
	examples, _ := filepath.Glob("../examples/*.txt")
	for _, path := range append(cases, examples...) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split(string(data), "\n== ") {
			given, _, _ := strings.Cut(block, "\n--\n")
			if _, text, found := strings.Cut(given, "\n"); found {
				out = append(out, text)
			}
		}
	}
	return out
}
