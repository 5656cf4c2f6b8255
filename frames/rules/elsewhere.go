package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// splitPlaces parts meetings with people who are met in places of their own, whose verb
// is told once: "met Moe in Oslo on Monday and Berg in Malmö on Friday" (gapping).
func splitPlaces(x *text, e meeting) []meeting {
	if e.rule != VerbOfMeeting || e.place < 0 {
		return splitCalls(x, e)
	}
	met, at := metElsewhere(x, &e)
	if met < 0 {
		return splitCalls(x, e)
	}
	first, second := e, e
	first.attendees = slices.DeleteFunc(slices.Clone(e.attendees), func(a attendee) bool { return a.token >= met })
	second.attendees = slices.DeleteFunc(slices.Clone(e.attendees), func(a attendee) bool { return a.token > e.trigger })
	addAttendees(x, &second, met, e.partOf(met))
	first.date = dateWithin(x, e.trigger, met)
	second.place, second.date, second.outcome = at, dateWithin(x, met, clauseEnd(x, met)), first.outcome
	if len(sides(x, &second)) < 2 || len(sides(x, &first)) < 2 {
		return splitCalls(x, e)
	}
	return []meeting{first, second}
}

// partOf gives the part in a meeting of those who are met, as the first of them has it.
func (e *meeting) partOf(met int) rapporteur.Text {
	for _, a := range e.attendees {
		if a.token > e.trigger && a.token < met {
			return a.role
		}
	}
	return rapporteur.Participant
}

// metElsewhere gives the person who is joined to those met and stands before a place of
// his own, and that place; -1 for none.
func metElsewhere(x *text, e *meeting) (met, at int) {
	s := syntax.Sentence(x.doc, e.trigger)
	for i := e.place + 1; i < s.Last; i++ {
		t := x.doc.Tokens[i]
		if t.UPOS == "VERB" || t.UPOS == "AUX" {
			return -1, -1
		}
		if !t.Has("conj") || x.doc.Child(i, "cc") < 0 || !actsInPerson(x, i) || !isPersonal(x, i) {
			continue
		}
		if at := ownPlace(x, i, s.Last); at >= 0 {
			return i, at
		}
	}
	return -1, -1
}

// ownPlace gives the first place that "in" leads to behind a token, before a verb.
func ownPlace(x *text, from, end int) int {
	for i := from + 1; i < end && x.doc.Tokens[i].UPOS != "VERB" && x.doc.Tokens[i].Form != ";"; i++ {
		if m := x.actors.Mention(i); m != nil && m.Place != nil && m.Head == i && syntax.HasPreposition(x.doc, i, "in", "at") {
			return i
		}
	}
	return -1
}

// clauseEnd is where the words behind a token end: at a verb or the end of its sentence.
func clauseEnd(x *text, from int) int {
	s := syntax.Sentence(x.doc, from)
	for i := from + 1; i < s.Last; i++ {
		if x.doc.Tokens[i].UPOS == "VERB" {
			return i
		}
	}
	return s.Last
}

// dateWithin gives the first date that stands among some tokens.
func dateWithin(x *text, first, last int) day {
	for _, d := range datesIn(x.doc, language.Range{Start: x.doc.Tokens[first].Start, End: x.doc.Tokens[last-1].End}) {
		if d.Value != "" {
			return dayOf(x, d)
		}
	}
	return day{}
}
