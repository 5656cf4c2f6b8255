package reading

import (
	_ "embed"
	"math"
	"slices"
	"strconv"

	"rapporteur/table"
)

// The weights of the values of attributes.
var (
	//go:embed tables/media.tsv
	mediaTable []byte
	//go:embed tables/statuses.tsv
	statusesTable []byte
)

// multinomial are the weights of multinomial logistic regressions: how much each trait of
// something counts for each value of an attribute, and then how much what is likely by
// the traits of several things does.
type multinomial struct {
	values []string
	of     map[string][]float64
}

// none is what a table calls an attribute that has no value.
const none = "none"

// attributeWeights are those of each attribute that is weighed.
type attributeWeights struct{ media, statuses *multinomial }

func loadAttributes() (attributeWeights, error) {
	var w attributeWeights
	for _, t := range []struct {
		into **multinomial
		name string
		data []byte
	}{
		{&w.media, "media.tsv", mediaTable}, {&w.statuses, "statuses.tsv", statusesTable},
	} {
		read, err := loadMultinomial(t.name, t.data)
		if err != nil {
			return w, err
		}
		*t.into = read
	}
	return w, nil
}

// loadMultinomial reads a table of weights.
func loadMultinomial(name string, data []byte) (*multinomial, error) {
	parsed, err := table.Parse(name, data, "trait", "value", "weight")
	if err != nil {
		return nil, err
	}
	w := &multinomial{of: map[string][]float64{}}
	for _, row := range parsed.Rows {
		if v := row.Get("value"); !slices.Contains(w.values, v) {
			w.values = append(w.values, v)
		}
	}
	for _, row := range parsed.Rows {
		x, err := strconv.ParseFloat(row.Get("weight"), 64)
		if err != nil {
			return nil, row.Errorf("weight %q is no number", row.Get("weight"))
		}
		name := row.Get("trait")
		if w.of[name] == nil {
			w.of[name] = make([]float64, len(w.values))
		}
		w.of[name][slices.Index(w.values, row.Get("value"))] = x
	}
	return w, nil
}

// hint gives how likely each value is by the traits of one thing.
func (w *multinomial) hint(traits []string) []float64 {
	sums := make([]float64, len(w.values))
	for _, t := range traits {
		for k, x := range w.of[t] {
			sums[k] += x
		}
	}
	return softmax(sums)
}

// hinted is what a context hints at, by its name in the table: here, for the thing itself,
// as the logarithm of how likely each value is.
type hinted struct {
	name string
	hint []float64
}

// best gives the value that several contexts hint at most; others than the favoured one
// are to be so many times likelier than that.
func (w *multinomial) best(favoured string, reluctance float64, contexts ...hinted) string {
	sums := slices.Clone(w.weights("whole"))
	for _, c := range contexts {
		of := w.weights(c.name)
		for k, x := range c.hint {
			sums[k] += of[k] * x
		}
	}
	if k := slices.Index(w.values, favoured); k >= 0 {
		sums[k] += math.Log(reluctance)
	}
	best := 0
	for k := range sums {
		if sums[k] > sums[best] {
			best = k
		}
	}
	return w.values[best]
}

// reread gives the value of what was read with another one: that one unless another is
// clearly likelier, by the thing itself and by all of the report.
func (w *multinomial) reread(value string, here, report []float64) string {
	const clearly = 1.5
	return w.best(value, clearly, hinted{"here", here}, hinted{"report", report})
}

// weights are those of a trait for each value.
func (w *multinomial) weights(trait string) []float64 {
	if of := w.of[trait]; of != nil {
		return of
	}
	return make([]float64, len(w.values))
}

// logs gives the logarithms of how likely values are, of several things their means.
func logs(hints ...[]float64) []float64 {
	var out []float64
	for _, hint := range hints {
		if out == nil {
			out = make([]float64, len(hint))
		}
		for k, p := range hint {
			out[k] += math.Log(p+0.001) / float64(len(hints))
		}
	}
	return out
}

// highest gives the higher ones of numbers that stand for the same.
func highest(a, b []float64) []float64 {
	if a == nil {
		return slices.Clone(b)
	}
	for i := range a {
		a[i] = max(a[i], b[i])
	}
	return a
}

// softmax turns sums into how likely each is, in place.
func softmax(sums []float64) []float64 {
	total, top := 0.0, slices.Max(sums)
	for i, x := range sums {
		sums[i] = math.Exp(x - top)
		total += sums[i]
	}
	for i := range sums {
		sums[i] /= total
	}
	return sums
}
