package neural

import (
	"fmt"
)

// Model is a network ready to read. It never changes and is shared by all
// goroutines.
type Model struct {
	shape   Shape
	labels  Labels
	lexicon *Lexicon
	stack

	embeddings [FeatureKinds]table
	vectors    vectorTable
	projection *weights // V × D

	heads heads

	arc          *weights  // A × A
	root         []int16   // A, in comparedFormat
	relationRoot []float32 // L
	relation     *weights  // L × relations

	// transitions are scores of what begins (columns) after what ended (rows):
	// outside, then the classes of names.
	transitions []float32
}

// table is a matrix of int8 of which single rows are read.
type table struct {
	columns int
	values  []int8
	scales  []float32
}

// layer is both directions of LSTM units, their inputs side by side.
type layer struct {
	input     *weights    // D or 2H × 8H
	recurrent [2]*weights // H × 4H
}

// heads are all the maps from the encoder's output, side by side in one
// matrix, 2H × the sum of their outputs.
type heads struct {
	all *weights
	// Where the outputs of each begin and end.
	tag, name, dependent, head, relationDependent, relationHead part
}

// part is a run of columns.
type part struct{ from, to int }

// Names of the tensors of a file. A matrix is stored by output, so that each
// output has a scale; its bias has the same name and "/bias".
func tensorNames(s Shape) []string {
	var names []string
	for k := range s.Rows {
		names = append(names, embeddingName(k))
	}
	names = append(names, vectorsName, coarseVectorsName, "projection")
	for l := range s.Layers {
		for d := range 2 {
			names = append(names, inputName(l, d), inputName(l, d)+"/bias", recurrentName(l, d))
		}
	}
	for _, name := range []string{"tag", "name", "dependent", "head", "arc", "relation/dependent", "relation"} {
		names = append(names, name, name+"/bias")
	}
	return append(names, "root", "relation/head", "relation/root", transitionsName)
}

// The vectors of the most frequent words are int8, those of the others int4.
const (
	vectorsName       = "vectors"
	coarseVectorsName = "vectors/coarse"
)

// transitionsName is of the matrix that the names' decoder adds.
const transitionsName = "name/transitions"

func embeddingName(kind int) string { return fmt.Sprintf("embedding/%d", kind) }

func inputName(layer, direction int) string { return fmt.Sprintf("lstm/%d/%d/input", layer, direction) }

func recurrentName(layer, direction int) string {
	return fmt.Sprintf("lstm/%d/%d/recurrent", layer, direction)
}

// New makes a model of a file.
func New(f *File) (*Model, error) {
	m := &Model{
		shape: f.Shape, labels: f.Labels, stack: stack{kernel: fastest(), hidden: f.Shape.Hidden},
		lexicon: NewLexicon(f.Words, f.VectorWords, f.Shape.Rows),
	}
	b := modelBuilder{tensors: f.Tensors}
	s := f.Shape
	for k, rows := range s.Rows {
		m.embeddings[k] = b.table(embeddingName(k), rows, s.Input)
	}
	m.vectors = b.vectors(len(f.VectorWords), s.Vector)
	m.projection = b.weights("projection", s.Vector, s.Input, int8Format())
	m.layers = b.layers(s.Layers, s.Input, s.Hidden)
	m.buildHeads(&b)
	return m, b.err
}

// int8Format is that of values that are int8 already.
func int8Format() Format { return Format{scale: 1} }

func (m *Model) buildHeads(b *modelBuilder) {
	s, in := m.shape, 2*m.shape.Hidden
	parts := []*weights{}
	from := 0
	add := func(name string, out int) part {
		parts = append(parts, b.weights(name, in, out, OutputFormat()))
		p := part{from, from + out}
		from = p.to
		return p
	}
	m.heads.tag = add("tag", Padded(len(m.labels.Tags)))
	m.heads.name = add("name", Padded(m.labels.NameOutputs()))
	m.heads.dependent, m.heads.head = add("dependent", s.Arc), add("head", s.Arc)
	m.heads.relationDependent, m.heads.relationHead = add("relation/dependent", s.Label), add("relation/head", s.Label)
	m.heads.all = beside(parts)
	m.arc = b.weights("arc", s.Arc, s.Arc, VectorFormat())
	m.relation = b.weights("relation", s.Label, Padded(len(m.labels.Relations)), VectorFormat())
	m.relationRoot = b.floats("relation/root", s.Label)
	m.root = make([]int16, s.Arc)
	fixPortable(m.root, b.floats("root", s.Arc), comparedFormat())
	states := m.labels.NameStates()
	m.transitions = b.tensor(transitionsName, states, states).Floats
}

// beside joins matrices of equal height; panels follow panels.
func beside(parts []*weights) *weights {
	all := &weights{in: parts[0].in}
	for _, p := range parts {
		all.out += p.out
		all.panels = append(all.panels, p.panels...)
		all.scale = append(all.scale, p.scale...)
		all.bias = append(all.bias, p.bias...)
	}
	return all
}

// modelBuilder takes tensors and keeps the first error.
type modelBuilder struct {
	tensors map[string]*Tensor
	err     error
}

// tensor gives a tensor of the right size; on an error an empty one.
func (b *modelBuilder) tensor(name string, rows, columns int) *Tensor {
	t := b.tensors[name]
	if t == nil || t.Rows != rows || t.Columns != columns {
		if b.err == nil {
			b.err = fmt.Errorf("model: %s is not %d × %d", name, rows, columns)
		}
		return &Tensor{Int8: make([]int8, rows*columns), Int4: make([]uint8, rows*columns/2), Scales: make([]float32, rows), Floats: make([]float32, rows*columns)}
	}
	return t
}

// layers takes the layers of a stack over inputs in VectorFormat.
func (b *modelBuilder) layers(count, in, hidden int) []layer {
	var all []layer
	format := VectorFormat()
	for l := range count {
		var inputs, recurrent [2]*weights
		for d := range inputs {
			inputs[d] = b.weights(inputName(l, d), in, 4*hidden, format)
			recurrent[d] = b.weights(recurrentName(l, d), hidden, 4*hidden, OutputFormat())
		}
		all = append(all, layer{beside(inputs[:]), recurrent})
		in, format = 2*hidden, OutputFormat()
	}
	return all
}

func (b *modelBuilder) table(name string, rows, columns int) table {
	t := b.tensor(name, rows, columns)
	return table{columns, t.Int8, t.Scales}
}

// vectors takes both tables of vectors, of so many words together.
func (b *modelBuilder) vectors(words, columns int) vectorTable {
	fine := 0
	if t := b.tensors[vectorsName]; t != nil {
		fine = min(t.Rows, words)
	}
	coarse := b.tensor(coarseVectorsName, words-fine, columns)
	return vectorTable{b.table(vectorsName, fine, columns), coarse.Int4, coarse.Scales}
}

func (b *modelBuilder) floats(name string, columns int) []float32 {
	return b.tensor(name, 1, columns).Floats
}

// weights packs a matrix whose inputs come in a fixed-point format. The scale
// turns sums of fixed-point products into values.
func (b *modelBuilder) weights(name string, in, out int, input Format) *weights {
	t := b.tensor(name, out, in)
	w := &weights{in: in, out: out, scale: make([]float32, out), bias: make([]float32, out)}
	w.pack(func(row, column int) int16 { return int16(t.Int8[column*in+row]) })
	for j, s := range t.Scales {
		w.scale[j] = s / input.scale
	}
	if bias, ok := b.tensors[name+"/bias"]; ok && bias.Columns == out {
		w.bias = bias.Floats
	}
	return w
}

// Labels are those of the model's answers.
func (m *Model) Labels() Labels { return m.labels }

// Portable gives the same model on the kernel in plain Go.
func (m *Model) Portable() *Model {
	same := *m
	same.kernel = portable()
	return &same
}
