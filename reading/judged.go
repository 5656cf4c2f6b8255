package reading

import (
	"strconv"

	"rapporteur/table"
)

// Judged is how many entries of a sort a person judged, and how many of them were right:
// what their confidence is computed from.
type Judged struct {
	Kind, Rule, Trait string
	Right, All        int
	// Confidence is what an entry of the sort has.
	Confidence float64
}

// JudgedRules gives the sorts of entries that persons judged, in the order of the table.
func JudgedRules() ([]Judged, error) {
	parsed, err := table.Parse("confidence.tsv", judgements)
	if err != nil {
		return nil, err
	}
	all, err := loadConfidences()
	if err != nil {
		return nil, err
	}
	var out []Judged
	for _, row := range parsed.Rows {
		j := Judged{Kind: row.Get("kind"), Rule: row.Get("rule"), Trait: row.Get("trait")}
		j.Right, _ = strconv.Atoi(row.Get("right"))
		j.All, _ = strconv.Atoi(row.Get("judged"))
		j.Confidence = all.of(j.Kind, j.Rule, j.Trait)
		out = append(out, j)
	}
	return out, nil
}
