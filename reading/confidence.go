package reading

import (
	_ "embed"
	"math"
	"strconv"

	"rapporteur/frames"
	"rapporteur/table"
)

// judged is how many answers of a sort were read by a person, and how many of
// them were right.
type judged struct{ right, all float64 }

// confidences are the judged answers by kind, by kind and rule, and by kind,
// rule and trait, the parts joined by slashes.
type confidences map[string]judged

//go:embed tables/confidence.tsv
var judgements []byte

// loadConfidences reads confidence.tsv.
func loadConfidences() (confidences, error) {
	parsed, err := table.Parse("confidence.tsv", judgements)
	if err != nil {
		return nil, err
	}
	c := confidences{}
	for _, row := range parsed.Rows {
		c.add(row)
	}
	return c, nil
}

// add reads a row of confidence.tsv.
func (c confidences) add(r table.Row) {
	right, _ := strconv.ParseFloat(r.Get("right"), 64)
	all, _ := strconv.ParseFloat(r.Get("judged"), 64)
	kind, rule, trait := r.Get("kind"), r.Get("rule"), r.Get("trait")
	for _, key := range []string{kind, kind + "/" + rule, kind + "/" + rule + "/" + trait} {
		have := c[key]
		c[key] = judged{have.right + right, have.all + all}
	}
}

// prior is how many judged answers the wider sort counts for.
const prior = 5

// of gives the confidence of an entry: the share of right ones among the judged
// entries of its trait, drawn towards that of its rule, and that towards its
// kind's, the more the fewer were judged.
func (c confidences) of(kind, rule, trait string) float64 {
	p := 0.8
	for _, key := range []string{kind, kind + "/" + rule, kind + "/" + rule + "/" + trait} {
		j := c[key]
		p = (j.right + prior*p) / (j.all + prior)
	}
	return math.Round(100*p) / 100
}

// enough is the share of right ones from which on the statements count that a rule finds
// and the model does not: below it they cost more than they bring.
const enough = 0.4

// trusted reports whether a statement that rules alone find is more often right than not
// worth it.
func (c confidences) trusted(f *frames.Frame) bool {
	return c.of("lone statement", f.Maker, "") >= enough
}
