package neural

import "math"

// Belief is the likeliest answers for a word and their probabilities, the
// likeliest first; the others are left out, and the shares sum to 1.
type Belief [beliefs]Choice

// beliefs is the number of answers kept.
const beliefs = 4

// Choice is an answer and its probability.
type Choice struct {
	Answer int32
	Share  float32
}

// Believe reads one sentence and says beside the answers what it takes for
// likely: outputs for tags, and heads counted from 1, with 0 for the root.
func (r *Reader) Believe(forms []string, out []Analysis, tags, heads []Belief) {
	if len(forms) == 0 {
		return
	}
	r.Read(forms, []int{len(forms)}, out)
	scores := make([]float32, len(forms)+1)
	width := r.tree.candidates.out
	unit := comparedFormat().scale * comparedFormat().scale
	for i := range forms {
		tags[i] = believed(r.of(r.model.heads.tag, i)[:len(r.model.labels.Tags)])
		for j, s := range r.tree.arcs[i*width:][:len(scores)] {
			scores[j] = float32(s) / unit
		}
		scores[i+1] = never // not its own head
		heads[i] = believed(scores)
	}
}

// believed gives the probabilities of the highest scores.
func believed(scores []float32) Belief {
	var b Belief
	for k := range b {
		b[k] = Choice{0, never}
	}
	for answer, s := range scores {
		for k := range b {
			if s > b[k].Share {
				copy(b[k+1:], b[k:])
				b[k] = Choice{int32(answer), s}
				break
			}
		}
	}
	highest, sum := b[0].Share, float32(0)
	for k := range b {
		b[k].Share = float32(math.Exp(float64(b[k].Share - highest)))
		sum += b[k].Share
	}
	for k := range b {
		b[k].Share /= sum
	}
	return b
}
