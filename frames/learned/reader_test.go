package learned_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/frames"
	"rapporteur/frames/learned"
	"rapporteur/frames/schema"
	"rapporteur/language"
	"rapporteur/source"
)

var loaded = sync.OnceValues(func() (*language.Engine, error) { return language.Load() })

// analysed gives documents of the examples and of a text of every kind of frame.
func analysed(t *testing.T) []*language.Document {
	t.Helper()
	engine, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob("../../examples/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no examples", err)
	}
	texts := []string{plain}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	var out []*language.Document
	for _, text := range texts {
		report, err := source.Parse("report", []byte(text), source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, engine.Analyze(report))
	}
	return out
}

const plain = `date 2031-05-06

The foreign ministers of Norway and Sweden met in Oslo on Tuesday. Denmark was not invited to the talks.

"We will never close the strait," the Norwegian minister said. "It is ours." She accused Russia of shelling two villages and called for sanctions against Moscow.

Sweden opposes a ban on fishing, its prime minister told reporters.`

// TestFrames holds what is read to the inventory of frames, to the order of the text
// and to the same answer again.
func TestFrames(t *testing.T) {
	reader, err := learned.Load()
	if err != nil {
		t.Fatal(err)
	}
	inventory, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	count := map[frames.Kind]int{}
	for _, doc := range analysed(t) {
		found, err := reader.Read(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := reader.Read(t.Context(), doc)
		if diff := cmp.Diff(found, again); diff != "" {
			t.Errorf("another answer to the same text:\n%s", diff)
		}
		for i := range found {
			f := &found[i]
			count[f.Kind]++
			if err := frames.Check(inventory, doc, f); err != nil {
				t.Errorf("%v: %+v", err, f)
			}
			if i > 0 && found[i-1].Trigger > f.Trigger {
				t.Errorf("frame at %d behind one at %d", f.Trigger, found[i-1].Trigger)
			}
		}
	}
	for _, kind := range []frames.Kind{frames.Statement, frames.Meeting, frames.Event, frames.Position} {
		if count[kind] == 0 {
			t.Errorf("no %s in all examples", kind)
		}
	}
}

// A quotation goes on to its end, over sentences, and belongs to who is named at it.
func TestQuotation(t *testing.T) {
	reader, err := learned.Load()
	if err != nil {
		t.Fatal(err)
	}
	doc := analysed(t)[0]
	found, err := reader.Read(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for i := range found {
		if f := &found[i]; f.Kind == frames.Statement {
			for _, r := range frames.Ranges(doc, f, frames.Content) {
				said = append(said, doc.Text[r.Start:r.End])
			}
		}
	}
	if all := strings.Join(said, "|"); !strings.Contains(all, "We will never close the strait") {
		t.Errorf("what is said: %s", all)
	}
}

// Where a mark stays open, no statement takes what the others in the same quotation say:
// all that is said would grow with the square of the text.
func TestOpenMarks(t *testing.T) {
	reader, err := learned.Load()
	if err != nil {
		t.Fatal(err)
	}
	engine, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	report, err := source.Parse("report", []byte(strings.Repeat("\"Our boats will sail, she said. ", 30)), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := engine.Analyze(report)
	found, err := reader.Read(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for i := range found {
		for _, c := range found[i].Of(frames.Content) {
			words += c.Len()
		}
	}
	if words > 2*len(doc.Tokens) || len(found) == 0 {
		t.Errorf("%d frames say %d words of %d", len(found), words, len(doc.Tokens))
	}
}

func TestCalledOff(t *testing.T) {
	reader, err := learned.Load()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := reader.Read(ctx, analysed(t)[0]); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestSpoiltWeights(t *testing.T) {
	data, err := os.ReadFile("testdata/tiny.model")
	if err != nil {
		t.Fatal(err)
	}
	for name, spoilt := range map[string]string{
		"no model": "rapporteur", "cut short": string(data[:len(data)/2]), "another version": "x" + string(data[1:]),
		"a tensor gone": strings.Replace(string(data), `"distance"`, `"distanse"`, 1),
	} {
		if _, err := learned.LoadWeights(spoilt); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	reader, err := learned.Load()
	if err != nil {
		b.Fatal(err)
	}
	engine, err := loaded()
	if err != nil {
		b.Fatal(err)
	}
	data, err := os.ReadFile("../../examples/paris.txt")
	if err != nil {
		b.Fatal(err)
	}
	report, err := source.Parse("report", data, source.Options{})
	if err != nil {
		b.Fatal(err)
	}
	doc := engine.Analyze(report)
	words := 0
	for b.Loop() {
		if _, err := reader.Read(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
		words += len(doc.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
