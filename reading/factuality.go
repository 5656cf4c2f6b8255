package reading

import (
	"slices"

	"rapporteur/frames/rules"
)

// factuality gives the traits that tell whether what a report names came about (Saurí and
// Pustejovsky 2009), and on whose word it rests.
type factuality struct {
	*reading
	tellings *rules.Tellings
	// saying are the statements whose content holds each token.
	saying map[int][]int
}

func newFactuality(r *reading) *factuality {
	return &factuality{r, rules.NewTellings(r.doc), sayings(r.said)}
}

// surely gives what the model says, with how sure of it it is.
func surely(value string, likely float64) []string {
	out := []string{"model " + value}
	switch {
	case likely > 0.95:
		return append(out, "model surely "+value)
	case likely < 0.7:
		return append(out, "model hardly "+value)
	}
	return out
}

// sortedNames sorts names and gives each once.
func sortedNames(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}
