package neural

import (
	"math"
	"testing"
)

func TestBeliefsAreProbabilities(t *testing.T) {
	m := tinyModel(t)
	forms := []string{"The", "talks", "ended", "in", "Geneva"}
	out, tags, heads := make([]Analysis, 5), make([]Belief, 5), make([]Belief, 5)
	m.NewReader().Believe(forms, out, tags, heads)
	for i := range forms {
		if tags[i][0].Answer != int32(out[i].Tag) {
			t.Errorf("word %d: the likeliest tag is %d, the answer %d", i, tags[i][0].Answer, out[i].Tag)
		}
		for _, b := range []Belief{tags[i], heads[i]} {
			sum := 0.0
			for k, c := range b {
				sum += float64(c.Share)
				if k > 0 && c.Share > b[k-1].Share {
					t.Errorf("word %d: %v is not in order", i, b)
				}
			}
			if math.Abs(sum-1) > 1e-5 {
				t.Errorf("word %d: shares add up to %g", i, sum)
			}
		}
		for _, c := range heads[i] {
			if c.Share > 0 && c.Answer == int32(i+1) {
				t.Errorf("word %d is believed to be its own head", i)
			}
		}
	}
}
