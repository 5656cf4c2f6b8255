package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"rapporteur/language/neural"
)

// TestChainSumsToOne adds the probabilities of all ways to divide a sentence
// of three words into names of two classes and gaps.
func TestChainSumsToOne(t *testing.T) {
	n, _ := tiny()
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n.transitions.values {
		n.transitions.values[i] = float32(r.NormFloat64())
	}
	w := newWorker(n, 0)
	scores := matrix{3, neural.Padded(n.labels.NameOutputs()), make([]float32, 3*neural.Padded(n.labels.NameOutputs()))}
	for i := range scores.values {
		scores.values[i] = float32(r.NormFloat64())
	}
	c := w.chain(scores)
	outputs, sum, ways := int32(n.labels.NameOutputs()), 0.0, 0
	for a := range outputs {
		for b := range outputs {
			for d := range outputs {
				if way := []int32{a, b, d}; whole(way) {
					sum += math.Exp(-c.loss(way))
					ways++
				}
			}
		}
	}
	if math.Abs(sum-1) > 1e-4 {
		t.Errorf("the probabilities of %d ways add up to %g", ways, sum)
	}
}

// whole reports whether names begin and end.
func whole(way []int32) bool {
	open := -1
	for _, output := range way {
		class, part, named := neural.NamePart(uint16(output))
		continues := named && (part == neural.Inside || part == neural.End)
		if continues != (open >= 0) || continues && class != open {
			return false
		}
		if open = -1; named && (part == neural.Begin || part == neural.Inside) {
			open = class
		}
	}
	return open < 0
}
