package reading

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// TestOrderOfReaders holds that who is who does not depend on who asks first: readers
// of frames run in any order, and entries made in any order of their kinds, give the
// same bytes.
func TestOrderOfReaders(t *testing.T) {
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob("../examples/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	invented := "Envoys of Mali and Chad met in Niamey on Monday. The two sides said they would go on. " +
		"A senior Malian official accused Chad of shelling a market near Gao. The minister of Mali called the officials of the group liars. " +
		"Their talks in Gaza broke down, and officials of both countries threatened to leave."
	texts := []string{invented}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	for i, text := range texts {
		want := inOrder(t, reader, text, []int{0, 1, 2, 3})
		for _, order := range [][]int{{3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}} {
			if got := inOrder(t, reader, text, order); got != want {
				t.Errorf("text %d: readers in the order %v give another reading:\n%s\n%s", i, order, got, want)
			}
		}
	}
}

// inOrder reads a text with the readers of frames, and the makers of entries that do
// not build on each other, in an order.
func inOrder(t *testing.T, r *Reader, text string, order []int) string {
	t.Helper()
	report := &rapporteur.Report{ID: "order", Published: "2014-03-12", Text: text, Paragraphs: []rapporteur.Paragraph{{Start: 0, End: len([]rune(text)), Kind: rapporteur.Body}}}
	x, err := r.begin(t.Context(), report, language.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	x.statements()
	readers := x.rules.Of(x.said, x.links)
	found := map[frames.Kind][]frames.Frame{}
	for _, i := range permuted(order, len(readers)) {
		list, err := readers[i].Read(t.Context(), x.doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list {
			found[f.Kind] = append(found[f.Kind], f)
		}
	}
	makers := []func(){func() { x.meetings(found[frames.Meeting], found[frames.Absence]) }, func() { x.events(found[frames.Event]) }}
	for _, i := range permuted(order, len(makers)) {
		makers[i]()
	}
	x.positions(found[frames.Position])
	x.notices()
	distinct(x.out)
	x.listActors()
	data, err := json.Marshal(x.out)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// permuted is an order of the first n numbers.
func permuted(order []int, n int) []int {
	out := slices.DeleteFunc(slices.Clone(order), func(i int) bool { return i >= n })
	for i := len(out); i < n; i++ {
		out = append(out, i)
	}
	return out
}
