package reading

import (
	_ "embed"
	"math"
	"strconv"

	"rapporteur/table"
)

// The weights of deeds and of positions.
var (
	//go:embed tables/deeds.tsv
	deedsTable []byte
	//go:embed tables/positions.tsv
	positionsTable []byte
)

// weights are how much each trait of a candidate counts.
type weights map[string]float64

// loadWeights reads a table of traits.
func loadWeights(name string, data []byte) (weights, error) {
	parsed, err := table.Parse(name, data, "trait", "weight")
	if err != nil {
		return nil, err
	}
	w := weights{}
	for _, row := range parsed.Rows {
		x, err := strconv.ParseFloat(row.Get("weight"), 64)
		if err != nil {
			return nil, row.Errorf("weight %q is no number", row.Get("weight"))
		}
		w[row.Get("trait")] = x
	}
	return w, nil
}

// sum gives how likely something with some traits is.
func (w weights) sum(all []trait) float64 {
	odds := 0.0
	for _, t := range all {
		odds += w[t.name] * t.value
	}
	return 1 / (1 + math.Exp(-odds))
}
