package neural

import (
	"math/rand/v2"
	"testing"
)

func TestNamesAreWellFormed(t *testing.T) {
	const classes = 3
	r := rand.New(rand.NewPCG(8, 9))
	var v viterbi
	transitions := make([]float32, (classes+1)*(classes+1))
	for range 500 {
		for i := range transitions {
			transitions[i] = r.Float32()
		}
		out := make([]Analysis, 1+r.IntN(8))
		v.start(len(out), classes)
		for i := range out {
			scores := make([]float32, 1+nameParts*classes)
			for j := range scores {
				scores[j] = r.Float32()
			}
			v.step(i, scores, transitions)
		}
		v.follow(out)
		open := -1
		for i, a := range out {
			class, part, ok := NamePart(a.Name)
			continues := ok && (part == Inside || part == End)
			if continues != (open >= 0) || continues && class != open {
				t.Fatalf("word %d of %v does not follow", i, out)
			}
			if open = -1; ok && (part == Begin || part == Inside) {
				open = class
			}
		}
		if open >= 0 {
			t.Fatalf("%v ends inside a name", out)
		}
	}
}
