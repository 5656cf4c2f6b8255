package neural

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestNamesAreTheBest compares the decoder with all ways to divide a sentence.
func TestNamesAreTheBest(t *testing.T) {
	const classes, outputs, states = 2, 1 + nameParts*2, 3
	r := rand.New(rand.NewPCG(8, 9))
	var v viterbi
	for range 200 {
		out := make([]Analysis, 1+r.IntN(4))
		scores, transitions := randomFloats(r, len(out)*outputs), randomFloats(r, states*states)
		v.start(len(out), classes)
		for i := range out {
			v.step(i, scores[i*outputs:][:outputs], transitions)
		}
		v.follow(out)
		got := make([]uint16, len(out))
		for i, a := range out {
			got[i] = a.Name
		}
		best := float32(math.Inf(-1))
		for way := range everyWay(len(out), outputs) {
			best = max(best, scoreOfWay(way, scores, transitions, classes))
		}
		if s := scoreOfWay(got, scores, transitions, classes); math.Abs(float64(s-best)) > 1e-5 {
			t.Fatalf("%v scores %g, the best %g", got, s, best)
		}
	}
}

func randomFloats(r *rand.Rand, n int) []float32 {
	values := make([]float32, n)
	for i := range values {
		values[i] = float32(r.NormFloat64())
	}
	return values
}

// everyWay gives all sequences of outputs.
func everyWay(words, outputs int) func(func([]uint16) bool) {
	return func(yield func([]uint16) bool) {
		way := make([]uint16, words)
		for {
			if !yield(way) {
				return
			}
			i := 0
			for ; i < words; i++ {
				if way[i]++; int(way[i]) < outputs {
					break
				}
				way[i] = 0
			}
			if i == words {
				return
			}
		}
	}
}

// scoreOfWay is that of a sequence, minus infinity if names are not whole.
func scoreOfWay(way []uint16, scores, transitions []float32, classes int) float32 {
	sum, before, open := float32(0), 0, -1
	for i, output := range way {
		class, part, ok := NamePart(output)
		continues := ok && (part == Inside || part == End)
		if continues != (open >= 0) || continues && class != open {
			return float32(math.Inf(-1))
		}
		if !continues {
			begun := 0
			if ok {
				begun = class + 1
			}
			sum += transitions[before*(classes+1)+begun]
			before = begun
		}
		if open = -1; ok && (part == Begin || part == Inside) {
			open = class
		}
		sum += scores[i*(1+nameParts*classes)+int(output)]
	}
	if open >= 0 {
		return float32(math.Inf(-1))
	}
	return sum
}
