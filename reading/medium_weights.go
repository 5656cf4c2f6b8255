package reading

import (
	_ "embed"
	"math"
	"slices"
	"strconv"

	"rapporteur/table"
)

//go:embed tables/media.tsv
var mediaTable []byte

// mediumWeights are how much each trait of a statement counts for each medium.
type mediumWeights struct {
	// media are the values, of which the first, empty, is none.
	media []string
	of    map[string][]float64
}

// noMedium is what the table calls the medium of a statement that has none.
const noMedium = "none"

// loadMedia reads media.tsv.
func loadMedia() (*mediumWeights, error) {
	parsed, err := table.Parse("media.tsv", mediaTable, "trait", "medium", "weight")
	if err != nil {
		return nil, err
	}
	w := &mediumWeights{media: []string{""}, of: map[string][]float64{}}
	for _, row := range parsed.Rows {
		if m := row.Get("medium"); m != noMedium && !slices.Contains(w.media, m) {
			w.media = append(w.media, m)
		}
	}
	for _, row := range parsed.Rows {
		x, err := strconv.ParseFloat(row.Get("weight"), 64)
		if err != nil {
			return nil, row.Errorf("weight %q is no number", row.Get("weight"))
		}
		name := row.Get("trait")
		if w.of[name] == nil {
			w.of[name] = make([]float64, len(w.media))
		}
		w.of[name][max(0, slices.Index(w.media, row.Get("medium")))] = x
	}
	return w, nil
}

// hint gives how likely each medium is by the words around a statement.
func (w *mediumWeights) hint(traits []string) []float64 {
	sums := make([]float64, len(w.media))
	for _, t := range traits {
		for k, x := range w.of[t] {
			sums[k] += x
		}
	}
	return softmax(sums)
}

// reluctance is how much likelier than a medium none must be: with 1 the weights leave
// most statements without.
const reluctance = 2.7

// best gives the likeliest medium by the words around a statement, around all of its
// speaker's and around all of the report, empty for none.
func (w *mediumWeights) best(here, speaker, report []float64) string {
	sums := make([]float64, len(w.media))
	for k := range sums {
		sums[k] = w.at("whole", k) + w.at("here", k)*math.Log(here[k]+0.001) + w.at("report", k)*report[k]
		if speaker != nil {
			sums[k] += w.at("speaker", k) * speaker[k]
		}
	}
	sums[0] -= math.Log(reluctance)
	best := 0
	for k := range sums {
		if sums[k] > sums[best] {
			best = k
		}
	}
	return w.media[best]
}

func (w *mediumWeights) at(trait string, medium int) float64 {
	if of := w.of[trait]; of != nil {
		return of[medium]
	}
	return 0
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
