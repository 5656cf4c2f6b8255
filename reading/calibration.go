package reading

import (
	_ "embed"
	"math"
	"strconv"

	"rapporteur/frames"
	"rapporteur/table"
)

//go:embed tables/calibration.tsv
var calibrationTable []byte

// calibration turns the probabilities of the model, and those that deeds and positions
// are weighed with, into those of entries, by kind (Platt 1999).
type calibration map[string]struct{ slope, offset float64 }

// loadCalibration reads calibration.tsv.
func loadCalibration() (calibration, error) {
	parsed, err := table.Parse("calibration.tsv", calibrationTable, "kind", "slope", "offset")
	if err != nil {
		return nil, err
	}
	c := calibration{}
	for _, row := range parsed.Rows {
		k := c[row.Get("kind")]
		for _, x := range []struct {
			to   *float64
			name string
		}{{&k.slope, "slope"}, {&k.offset, "offset"}} {
			if *x.to, err = strconv.ParseFloat(row.Get(x.name), 64); err != nil {
				return nil, row.Errorf("%s %q is no number", x.name, row.Get(x.name))
			}
		}
		c[row.Get("kind")] = k
	}
	return c, nil
}

// Probabilities of the model count no further than this.
const surest = 0.999

// surety is how likely an entry is right that is made of a frame of the model: from the
// product of the probabilities of the trigger and of the best filler of some roles.
func (c calibration) surety(f *frames.Frame, roles ...frames.Role) float64 {
	p := f.Probability
	for _, role := range roles {
		best := 0.0
		for _, x := range f.Of(role) {
			best = max(best, x.Probability)
		}
		if best > 0 {
			p *= best
		}
	}
	return c.of(f.Kind, p)
}

// of is how likely an entry of a kind is right that a probability is given to, in
// hundredths. A kind that the table does not have keeps it.
func (c calibration) of(kind frames.Kind, p float64) float64 {
	if k, ok := c[string(kind)]; ok {
		p = min(max(p, 1-surest), surest)
		p = 1 / (1 + math.Exp(-k.slope*math.Log(p/(1-p))-k.offset))
	}
	return math.Round(100*p) / 100
}
