package reading

import (
	_ "embed"
	"math"
	"strconv"

	"rapporteur/table"
)

//go:embed tables/deeds.tsv
var deedsTable []byte

// weights are how much each trait of a candidate counts.
type weights map[string]float64

// loadWeights reads deeds.tsv.
func loadWeights() (weights, error) {
	parsed, err := table.Parse("deeds.tsv", deedsTable, "trait", "weight")
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
