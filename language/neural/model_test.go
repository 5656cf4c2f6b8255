package neural

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tinyFile is a network of random weights.
func tinyFile() *File {
	r := rand.New(rand.NewPCG(10, 11))
	words := []string{"the", "talks", "ended"}
	f := &File{
		Shape:  Shape{Input: 16, Hidden: 16, Layers: 2, Arc: 16, Label: 16, Vector: 10, Rows: TableRows(len(words))},
		Labels: Labels{Tags: []string{"DET DT", "NOUN NNS", "VERB VBD"}, Relations: []string{"det", "nsubj", "root"}, Names: []string{"person", "location"}},
		Words:  words, VectorWords: []string{"talks", "peace"},
		Tensors: map[string]*Tensor{},
	}
	s := f.Shape
	matrix := func(name string, rows, columns int) {
		values := make([]float32, rows*columns)
		for i := range values {
			values[i] = float32(r.NormFloat64())
		}
		f.Tensors[name] = Quantise(rows, columns, values)
	}
	table := func(name string, rows, columns int) {
		t := &Tensor{Rows: rows, Columns: columns, Floats: make([]float32, rows*columns)}
		for i := range t.Floats {
			t.Floats[i] = float32(r.NormFloat64())
		}
		f.Tensors[name] = t
	}
	floats := func(name string, columns int) { table(name, 1, columns) }
	linear := func(name string, in, out int) {
		matrix(name, out, in)
		floats(name+"/bias", out)
	}
	for k, rows := range s.Rows {
		matrix(embeddingName(k), rows, s.Input)
	}
	matrix("vectors", 1, s.Vector)
	f.Tensors["vectors/coarse"] = QuantiseCoarse(1, s.Vector, []float32{1, -1, 0.5, 0, 2, -2, 7, 0.1, -7, 3})
	matrix("projection", s.Input, s.Vector)
	in := s.Input
	for l := range s.Layers {
		for d := range 2 {
			linear(inputName(l, d), in, 4*s.Hidden)
			matrix(recurrentName(l, d), 4*s.Hidden, s.Hidden)
		}
		in = 2 * s.Hidden
	}
	linear("tag", in, Padded(len(f.Labels.Tags)))
	linear("name", in, Padded(f.Labels.NameOutputs()))
	linear("dependent", in, s.Arc)
	linear("head", in, s.Arc)
	linear("arc", s.Arc, s.Arc)
	floats("root", s.Arc)
	linear("relation/dependent", in, s.Label)
	matrix("relation/head", s.Label, in)
	floats("relation/root", s.Label)
	linear("relation", s.Label, Padded(len(f.Labels.Relations)))
	table(transitionsName, f.Labels.NameStates(), f.Labels.NameStates())
	return f
}

func tinyModel(t testing.TB) *Model {
	t.Helper()
	data, err := tinyFile().Encode()
	if err != nil {
		t.Fatal(err)
	}
	f, err := Decode(string(data))
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// text is some sentences of different lengths, one empty.
func text() (forms []string, ends []int) {
	for _, s := range []string{
		"The talks ended .", "", "Peace", "“ We will meet in Geneva on 3 May , ” the envoy said .",
		"UN-led talks on the so-called truce ended without a deal late on Friday , three people said",
	} {
		forms = append(forms, strings.Fields(s)...)
		ends = append(ends, len(forms))
	}
	return forms, ends
}

func TestFileSurvivesEncoding(t *testing.T) {
	want := tinyFile()
	data, err := want.Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Decode(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDecodeRefuses(t *testing.T) {
	data, err := tinyFile().Encode()
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string]string{
		"nothing":     "",
		"other":       "PK" + string(data[2:]),
		"cut header":  string(data[:40]),
		"cut tensors": string(data[:len(data)/2]),
	} {
		if _, err := Decode(bad); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestQuantiseKeepsValues(t *testing.T) {
	values := []float32{1, -0.5, 0.25, 100, 50, -1}
	q := Quantise(2, 3, values)
	for i, v := range values {
		if d := float32(q.Int8[i])*q.Scales[i/3] - v; d > q.Scales[i/3]/2 || d < -q.Scales[i/3]/2 {
			t.Errorf("value %d is off by %g", i, d)
		}
	}
}

func TestCoarseVectors(t *testing.T) {
	values := []float32{7, -7, 0, 3.4, 1, -2, 0.2, 6, 5, -1}
	q := QuantiseCoarse(1, len(values), values)
	table := vectorTable{coarse: q.Int4, scales: q.Scales}
	wide := make([]int16, len(values))
	table.widen(wide, 0)
	for i, v := range values {
		if d := float32(wide[i])*table.scale(0) - v; d > 0.5 || d < -0.5 {
			t.Errorf("value %d is off by %g", i, d)
		}
	}
}

func TestKernelsAgreeOnAnswers(t *testing.T) {
	m := tinyModel(t)
	forms, ends := text()
	got, want := make([]Analysis, len(forms)), make([]Analysis, len(forms))
	m.NewReader().Read(forms, ends, got)
	m.Portable().NewReader().Read(forms, ends, want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadersAgree(t *testing.T) {
	m := tinyModel(t)
	forms, ends := text()
	want := make([]Analysis, len(forms))
	m.NewReader().Read(forms, ends, want)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			r, got := m.NewReader(), make([]Analysis, len(forms))
			for range 3 {
				r.Read(forms, ends, got)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	wait.Wait()
}

// TestBatchesDoNotMatter reads each sentence alone; only names depend on the
// text around.
func TestBatchesDoNotMatter(t *testing.T) {
	m := tinyModel(t)
	forms, ends := text()
	want, got := make([]Analysis, len(forms)), make([]Analysis, len(forms))
	m.NewReader().Read(forms, ends, want)
	r, first := m.NewReader(), 0
	for _, end := range ends {
		r.Read(forms[first:end], []int{end - first}, got[first:end])
		first = end
	}
	for i := range want {
		got[i].Name = want[i].Name
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFullCacheChangesNothing(t *testing.T) {
	m := tinyModel(t)
	forms, ends := text()
	want, got := make([]Analysis, len(forms)), make([]Analysis, len(forms))
	m.NewReader().Read(forms, ends, want)
	r := m.NewReader()
	r.cache.most = len(forms)
	for range 3 {
		r.Read(forms, ends, got)
		r.cache.room(len(forms))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadDoesNotAllocate(t *testing.T) {
	forms, ends := text()
	r, out := tinyModel(t).NewReader(), make([]Analysis, len(forms))
	r.Read(forms, ends, out)
	if n := testing.AllocsPerRun(50, func() { r.Read(forms, ends, out) }); n != 0 {
		t.Errorf("%g allocations", n)
	}
}

func FuzzFeatures(f *testing.F) {
	f.Add("Guterres’s")
	f.Add("\xff–…")
	l := NewLexicon([]string{"a"}, []string{"b"}, TableRows(1))
	f.Fuzz(func(t *testing.T, form string) {
		features, _ := l.Features(form, nil)
		for k, row := range features.Rows {
			if row < 0 || int(row) >= l.rows[k] {
				t.Errorf("%q: feature %d is row %d of %d", form, k, row, l.rows[k])
			}
		}
	})
}
