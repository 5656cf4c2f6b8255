package train

import (
	"fmt"
	"slices"

	"rapporteur/language/neural"
)

// File gives the averaged weights as they are shipped.
func (t *Trainer) File() *neural.File {
	f := &neural.File{
		Shape: t.network.shape, Labels: t.network.labels,
		Words: t.shippedWords(), VectorWords: t.vectorWords,
		Tensors: map[string]*neural.Tensor{},
	}
	t.network.export(f.Tensors)
	return f
}

// shippedWords is the vocabulary with a blank for each word that a single text
// had: training always hid them, so that nothing was learned about them.
func (t *Trainer) shippedWords() []string {
	words := slices.Clone(t.words)
	for i := range words {
		if t.documents[i+1] == 1 {
			words[i] = ""
		}
	}
	return words
}

// export names the tensors as package neural has them.
func (n *network) export(to map[string]*neural.Tensor) {
	for k, e := range n.embeddings {
		to[fmt.Sprintf("embedding/%d", k)] = neural.Quantise(e.rows, e.columns, e.average)
	}
	n.exportVectors(to)
	exportLinear(to, "projection", n.projection)
	for l, pair := range n.layers {
		for d, direction := range pair {
			name := fmt.Sprintf("lstm/%d/%d/", l, d)
			exportLinear(to, name+"input", direction.input)
			exportLinear(to, name+"recurrent", linear{weight: direction.recurrent})
		}
	}
	exportLinear(to, "tag", n.tag)
	exportLinear(to, "name", n.name)
	exportLinear(to, "dependent", n.dependent)
	exportLinear(to, "head", n.head)
	exportLinear(to, "arc", n.arc)
	exportLinear(to, "relation/dependent", n.relationDependent)
	exportLinear(to, "relation/head", n.relationHead)
	exportLinear(to, "relation", n.relation)
	to["name/transitions"] = exportFloats(n.transitions)
	to["root"] = exportFloats(n.root)
	to["relation/root"] = exportFloats(n.relationRoot)
}

// fineVectors is the number of words whose vectors are kept as int8; int4 does
// for the rest and leaves room for more of them.
const fineVectors = 10000

func (n *network) exportVectors(to map[string]*neural.Tensor) {
	v := n.vectors
	fine := min(fineVectors, v.rows)
	cut := fine * v.columns
	to["vectors"] = neural.Quantise(fine, v.columns, v.values[:cut])
	to["vectors/coarse"] = neural.QuantiseCoarse(v.rows-fine, v.columns, v.values[cut:])
}

// exportLinear stores a matrix by output.
func exportLinear(to map[string]*neural.Tensor, name string, l linear) {
	w := l.weight
	byOutput := make([]float32, len(w.average))
	for i := range w.rows {
		for j := range w.columns {
			byOutput[j*w.rows+i] = w.average[i*w.columns+j]
		}
	}
	to[name] = neural.Quantise(w.columns, w.rows, byOutput)
	if l.bias != nil {
		to[name+"/bias"] = exportFloats(l.bias)
	}
}

func exportFloats(p *parameter) *neural.Tensor {
	return &neural.Tensor{Rows: p.rows, Columns: p.columns, Floats: p.average}
}
