package reading

import (
	"slices"

	"rapporteur"
	"rapporteur/language"
)

// earlier is a state that a meeting had before, as one mention tells it.
type earlier struct {
	status   rapporteur.Status
	date     rapporteur.Date
	evidence language.Range
}

// history gives the states that a meeting had before the one it has now, in
// the order of the text. Only who puts a meeting off tells of two states: that
// one sentence has it ahead and another behind is no news.
func history(doc *language.Document, g *cluster) []rapporteur.StatusChange {
	out := []rapporteur.StatusChange{}
	add := func(x earlier) {
		told := func(c rapporteur.StatusChange) bool { return c.Status == x.status && compatible(c.Date, x.date) }
		if x.status == g.lead.status && compatible(x.date, g.lead.date) || slices.ContainsFunc(out, told) {
			return
		}
		out = append(out, rapporteur.StatusChange{Status: x.status, Date: x.date, Evidence: []rapporteur.Span{doc.Span(x.evidence)}})
	}
	for _, e := range g.mentions {
		if e.before != nil {
			add(*e.before)
		}
		if overrides(g.lead.status) && e.status != "" && e.claimedBy < 0 {
			add(earlier{e.status, e.date, e.evidence})
		}
	}
	return out
}
