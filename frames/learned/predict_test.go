package learned

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur"
	"rapporteur/language"
)

// parity is what the training framework makes of a text; training/parity.py wrote it.
type parity struct {
	Sentences [][][]any
	Pieces    [][]int32
	Logits    [][]float32
	Frames    []struct {
		Trigger    int
		Type       string
		P          float32
		Attributes map[string][]any
		Roles      map[string][][2]float32
	}
}

func readParity(t *testing.T) (*parity, *language.Document) {
	t.Helper()
	data, err := os.ReadFile("testdata/tiny.json")
	if err != nil {
		t.Fatal(err)
	}
	p := &parity{}
	if err := json.Unmarshal(data, p); err != nil {
		t.Fatal(err)
	}
	doc := language.NewDocument(&rapporteur.Report{})
	for _, sentence := range p.Sentences {
		first := len(doc.Tokens)
		for _, w := range sentence {
			head := int(w[3].(float64))
			if head >= 0 {
				head += first
			}
			doc.Tokens = append(doc.Tokens, language.Token{Form: w[0].(string), UPOS: w[1].(string), Deprel: w[2].(string), Head: head})
		}
		doc.Sentences = append(doc.Sentences, language.Sentence{First: first, Last: len(doc.Tokens)})
	}
	doc.Link()
	return p, doc
}

func tinyModel(t *testing.T, portable bool) *model {
	t.Helper()
	data, err := os.ReadFile("testdata/tiny.model")
	if err != nil {
		t.Fatal(err)
	}
	m, err := openModel(string(data), portable)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// near is how far off fixed point may be; weights are the same.
const near = 0.02

func TestParity(t *testing.T) {
	want, doc := readParity(t)
	m, b := tinyModel(t, false), &buffers{}
	chunks := chunksOf(doc, m.Size.Longest, m.Size.Context)
	if len(chunks) != 1 || chunks[0].len() != len(want.Logits) {
		t.Fatalf("%d chunks, want one of %d words", len(chunks), len(want.Logits))
	}
	for i, pieces := range want.Pieces {
		got := m.pieces.cut(doc.Tokens[i].Form, nil)
		for len(got) < mostPieces {
			got = append(got, 0)
		}
		if !cmp.Equal(got, pieces) {
			t.Errorf("pieces of %q: %v, want %v", doc.Tokens[i].Form, got, pieces)
		}
	}
	m.embed(b, doc, chunks, doc.Sentences[2].Last)
	m.scoreTriggers(b, m.encoder.Encode(&b.states, b.inputs, []int{len(want.Logits)}), len(want.Logits))
	for i, row := range want.Logits {
		for k, x := range row {
			if got := b.value[i*m.trigger.Outputs()+k]; math.Abs(float64(got-x)) > near*max(1, math.Abs(float64(x))) {
				t.Fatalf("%q as %s: %v, want %v", doc.Tokens[i].Form, m.Types[k], got, x)
			}
		}
	}
	l := limitsOf(m, 0.7)
	checkFrames(t, m, want, m.predict(b, doc, chunks, l))
}

// limitsOf gives the same limits to all kinds.
func limitsOf(m *model, trigger float32) limits {
	l := limits{}
	for _, kind := range m.Kinds {
		x := l[kind]
		x.Trigger, x.Role, x.Least = trigger, 0.5, 0.2
		l[kind] = x
	}
	return l
}

func checkFrames(t *testing.T, m *model, want *parity, got []prediction) {
	t.Helper()
	type key struct {
		trigger int
		typ     string
	}
	found := map[key]*prediction{}
	likeliest := map[int]float32{} // the framework gives a word one type of event
	for i := range got {
		if got[i].typ < m.events {
			likeliest[got[i].trigger] = max(likeliest[got[i].trigger], got[i].probability)
		}
	}
	for i := range got {
		if got[i].typ < m.events && got[i].probability < likeliest[got[i].trigger] {
			continue
		}
		found[key{got[i].trigger, m.Types[got[i].typ]}] = &got[i]
	}
	if len(found) != len(want.Frames) {
		t.Errorf("%d frames, want %d", len(found), len(want.Frames))
	}
	for _, w := range want.Frames {
		f := found[key{w.Trigger, w.Type}]
		if f == nil {
			t.Errorf("no %s at %d", w.Type, w.Trigger)
			continue
		}
		for i, a := range m.Attributes {
			value := w.Attributes[a.Name]
			if got := f.values[i]; math.Abs(float64(got.probability)-value[1].(float64)) > near {
				t.Errorf("%s of %s at %d: %s %v, want %v", a.Name, w.Type, w.Trigger, a.Values[got.at], got.probability, value)
			}
		}
		for i, role := range m.rolesOf[f.typ] {
			var fillers [][2]float32
			for _, x := range f.fillers[i] {
				fillers = append(fillers, [2]float32{float32(x.at), x.probability})
			}
			close := cmp.Comparer(func(a, b float32) bool { return math.Abs(float64(a-b)) <= near })
			if diff := cmp.Diff(w.Roles[m.Roles[role]], fillers, close); diff != "" {
				t.Errorf("%s of %s at %d (-want +got):\n%s", m.Roles[role], w.Type, w.Trigger, diff)
			}
		}
	}
}

// The kernel in plain Go finds the same, bit by bit.
func TestPortable(t *testing.T) {
	_, doc := readParity(t)
	var found [2][]prediction
	for i := range found {
		m := tinyModel(t, i == 1)
		found[i] = m.predict(&buffers{}, doc, chunksOf(doc, m.Size.Longest, m.Size.Context), limitsOf(m, 0))
	}
	if diff := cmp.Diff(found[0], found[1], cmp.AllowUnexported(prediction{}, scored{})); diff != "" || len(found[0]) == 0 {
		t.Errorf("%d frames; portable differs:\n%s", len(found[0]), diff)
	}
}

func TestBucket(t *testing.T) {
	for distance, want := range map[int]int{0: 12, 3: 15, -3: 3, 4: 16, 7: 16, 8: 17, -8: 5, 127: 20, 128: 21, -400: 10, 5000: 23} {
		if got := bucket(distance); got != want {
			t.Errorf("bucket(%d) = %d, want %d", distance, got, want)
		}
	}
}
