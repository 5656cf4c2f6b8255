package rules_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/rules"
	"rapporteur/frames/schema"
	"rapporteur/language"
	"rapporteur/ontology"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what the rules find into the .frames files")

// TestFrames runs the .frames files: a name behind ==, a text, and below -- the frames
// that rules find in it, a line a frame, or the word nothing. Go test -update writes
// them anew.
func TestFrames(t *testing.T) {
	read, inventory := reader(t), load(t)
	files, err := filepath.Glob("testdata/*.frames")
	if err != nil || len(files) == 0 {
		t.Fatal("no .frames files", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		blocks := strings.Split("\n"+string(data), "\n== ")
		for i, block := range blocks[1:] {
			given, want, _ := strings.Cut(block, "\n--\n")
			name, text, _ := strings.Cut(given, "\n")
			t.Run(name, func(t *testing.T) {
				doc, found := read(t, text)
				lines := []string{}
				for k := range found {
					if err := frames.Check(inventory, doc, &found[k]); err != nil {
						t.Error(err)
					}
					lines = append(lines, line(doc, &found[k]))
				}
				if len(lines) == 0 {
					lines = []string{"nothing"}
				}
				got := strings.Join(lines, "\n")
				blocks[i+1] = given + "\n--\n" + got + "\n"
				if diff := cmp.Diff(strings.TrimSpace(want), got); diff != "" && !*update {
					t.Errorf("(-want +got)\n%s", diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.TrimPrefix(strings.Join(blocks, "\n== "), "\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func load(t *testing.T) *schema.Schema {
	t.Helper()
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// reader gives what finds the frames of a text, the statements completed among them.
func reader(t *testing.T) func(*testing.T, string) (*language.Document, []frames.Frame) {
	t.Helper()
	found, engine, finder := loaded(t)
	world := inventActors(t)
	return func(t *testing.T, text string) (*language.Document, []frames.Frame) {
		t.Helper()
		doc := engine.Analyze(&rapporteur.Report{Text: text, Published: "2023-06-05", Paragraphs: []rapporteur.Paragraph{{End: len([]rune(text)), Kind: rapporteur.Body}}})
		actors := world.of(doc)
		said := found.Complete(doc, finder.Statements(doc), actors, func(s language.Sentence) language.Range { return finder.Anonymity(doc, s) })
		all, err := found.Of(said, actors).Read(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		return doc, append(slices.DeleteFunc(said, func(f frames.Frame) bool { return f.Attribute(frames.Standing) == "no" }), all...)
	}
}

// line writes a frame on one line.
func line(doc *language.Document, f *frames.Frame) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s at %q by %s:", f.Kind, f.Type, doc.Tokens[f.Trigger].Form, f.Maker)
	for _, x := range f.Fillers {
		fmt.Fprintf(&b, " %s=%s", x.Role, words(doc, x.First, x.Last))
		if x.By != frames.ByReference {
			fmt.Fprintf(&b, "/%d", x.By)
		}
	}
	for _, a := range slices.Sorted(maps.Keys(f.Attributes)) {
		if v := f.Attributes[a]; v != "" {
			fmt.Fprintf(&b, " [%s %s]", a, v)
		}
	}
	return b.String()
}

// TestReadersObeyTheContext ends reading with the context.
func TestReadersObeyTheContext(t *testing.T) {
	codes, err := ontology.Load()
	if err != nil {
		t.Fatal(err)
	}
	found, err := rules.Load(codes)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	doc := language.NewDocument(&rapporteur.Report{})
	for _, r := range found.Of(nil, inventActors(t).of(doc)) {
		if _, err := r.Read(ctx, doc); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want that the context was cancelled", err)
		}
	}
}

// TestKnows holds words of meeting, of leaving out and of the press to be known, and
// others not.
func TestKnows(t *testing.T) {
	codes, err := ontology.Load()
	if err != nil {
		t.Fatal(err)
	}
	found, err := rules.Load(codes)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{"meet": true, "summit": true, "exclude": true, "herring": false} {
		if found.Knows(word) != want {
			t.Errorf("knows %q: %v", word, !want)
		}
	}
	for name, want := range map[string]bool{"the radio station": true, "a newspaper": true, "a bakery": false} {
		if found.Press(&rules.Actor{Name: name}) != want {
			t.Errorf("%q is the press: %v", name, !want)
		}
	}
	if !found.Press(&rules.Actor{Name: "The Herald", Known: true, Sector: "media"}) {
		t.Error("an outlet of the tables is not the press")
	}
}
