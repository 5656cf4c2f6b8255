package reading

import (
	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"slices"
)

// earlier is a state that a meeting had before, as one mention tells it.
type earlier struct {
	status   rapporteur.Status
	date     rapporteur.Date
	evidence language.Range
}

// putOff reads the dates of a meeting that a verb ends or moves: the day it was
// to be, which stands with the meeting or behind "from", and the new one behind
// "until". The day on which it was called off is not the meeting's.
func (r *reading) putOff(e *encounter, noun, verb int) {
	was, now := r.dateUnder(noun), rapporteur.Date("")
	for c := range r.doc.Children(verb) {
		if d := r.dateUnder(c); d != "" && c != noun {
			switch {
			case syntax.HasPreposition(r.doc, c, "until", "till", "to"):
				now = d
			case syntax.HasPreposition(r.doc, c, "from"):
				was = d
			}
		}
	}
	e.date = was
	if now != "" {
		e.date = now
	}
	if was != "" || r.toCome(noun) {
		e.before = &earlier{rapporteur.PlannedMeeting, was, r.brief(syntax.SentenceRange(r.doc, noun), r.doc.Tokens[noun].Range)}
	}
}

// dateUnder gives the first date among the words that a token governs.
func (r *reading) dateUnder(token int) rapporteur.Date {
	first, last := r.doc.Yield(token)
	words := r.doc.Bytes(first, last)
	for _, d := range r.doc.Dates {
		if d.Value != "" && words.Contains(d.Range) {
			return d.Value
		}
	}
	return ""
}

// history gives the states that a meeting had before the one it has now, in
// the order of the text. Only who puts a meeting off tells of two states: that
// one sentence has it ahead and another behind is no news.
func (r *reading) history(g *gathering) []rapporteur.StatusChange {
	out := []rapporteur.StatusChange{}
	add := func(x earlier) {
		told := func(c rapporteur.StatusChange) bool { return c.Status == x.status && compatible(c.Date, x.date) }
		if x.status == g.lead.status && compatible(x.date, g.lead.date) || slices.ContainsFunc(out, told) {
			return
		}
		out = append(out, rapporteur.StatusChange{Status: x.status, Date: x.date, Evidence: []rapporteur.Span{r.doc.Span(x.evidence)}})
	}
	for _, e := range g.encounters {
		if e.before != nil {
			add(*e.before)
		}
		if overrides(g.lead.status) && e.status != "" && e.claimedBy < 0 {
			add(earlier{e.status, e.date, e.evidence})
		}
	}
	return out
}
