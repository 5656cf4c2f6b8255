package train

import (
	"math"
	"testing"

	"rapporteur/language/neural"
)

// tiny is a network and a batch with every task, small enough to check each
// gradient by differences.
func tiny() (*network, *batch) {
	rows := neural.TableRows(5)
	for k := 1; k < len(rows); k++ {
		rows[k] = 7
	}
	shape := neural.Shape{Input: 16, Hidden: 16, Layers: 2, Arc: 16, Label: 16, Vector: 4, Rows: rows}
	labels := neural.Labels{Tags: []string{"A a", "B b", "C c"}, Relations: []string{"root", "x", "y"}, Names: []string{"p", "q"}}
	vectors := matrix{2, 4, []float32{1, -1, 0.5, 2, 0.3, 0.1, -0.7, 1}}
	lexicon := neural.NewLexicon([]string{"one", "two", "three", "four", "five"}, []string{"one", "four"}, rows)
	examples := []*Example{
		{Forms: []string{"one", "two", "Six"}, Tags: []int32{0, 1, Unlabelled}, Heads: []int32{2, 0, 2}, Relations: []int32{1, 0, 2}},
		{Forms: []string{"four", "Five", "one"}, Names: []int32{4, 5, 7}},
		{Forms: []string{"three"}, Tags: []int32{2}, Heads: []int32{0}, Relations: []int32{0}},
	}
	features := func(e *Example) []neural.Features {
		var all []neural.Features
		for _, form := range e.Forms {
			f, _ := lexicon.Features(form, nil)
			all = append(all, f)
		}
		return all
	}
	return newNetwork(shape, labels, vectors, 7), newBatch(examples, features)
}

func (l Loss) sum() float64 { return l.Tag + l.Head + l.Relation + nameWeight*l.Name }

func TestGradientsAgreeWithDifferences(t *testing.T) {
	n, b := tiny()
	w := newWorker(n, 0)
	loss := func() float64 {
		n.pack()
		w.loss = Loss{}
		w.learn(b, 1)
		return w.loss.sum()
	}
	at := loss()
	for _, p := range n.parameters {
		got := append([]float32(nil), w.of(p).values...)
		largest := 0
		for i, g := range got {
			if math.Abs(float64(g)) > math.Abs(float64(got[largest])) {
				largest = i
			}
		}
		const h = 1e-3
		p.values[largest] += h
		up := loss()
		p.values[largest] -= 2 * h
		down := loss()
		p.values[largest] += h
		// At a kink of the rectifier the two sides differ, and the gradient is
		// that of one of them.
		below, above := (at-down)/h, (up-at)/h
		low, high := min(below, above), max(below, above)
		slack := 0.01*math.Abs(high) + 4e-3
		if g := float64(got[largest]); g < low-slack || g > high+slack {
			t.Errorf("%s: gradient %d is %g, by differences %g below and %g above", p.name, largest, g, below, above)
		}
		for _, q := range n.parameters {
			w.of(q).wipe()
		}
		loss()
	}
}

// wipe empties a gradient, dense or sparse.
func (g *gradient) wipe() {
	clear(g.values)
	if g.marked != nil {
		g.forget()
	}
}

func TestUpdateLowersTheLoss(t *testing.T) {
	n, b := tiny()
	w := newWorker(n, 0)
	var first, last float64
	for step := 1; step <= 30; step++ {
		n.pack()
		w.loss = Loss{}
		w.learn(b, 0.1)
		if last = w.loss.sum(); step == 1 {
			first = last
		}
		n.update([]*worker{w}, step, 0.01)
	}
	if last > first/4 {
		t.Errorf("the loss went from %g to %g in 30 steps", first, last)
	}
}
