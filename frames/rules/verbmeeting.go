package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language/syntax"
)

// conversation reads "A spoke with B about the truce", which does not say whether
// they met or telephoned: both must be people who act for different sides.
func conversation(x *text, v int, w meetingWord) (meeting, bool) {
	e := newMeeting(v, "talks", VerbOfMeeting)
	e.status = statusOf(modalityOf(x, v))
	if w.kind != "call" || e.status == "" || syntax.Questioned(x.doc, v) || isUntold(x, v) {
		return e, false
	}
	subject, _, passive := argumentsOf(x, v)
	if passive || subject < 0 || !isPersonal(x, subject) {
		return e, false
	}
	addAttendees(x, &e, subject, rapporteur.Participant)
	for c := range x.doc.Children(v) {
		if x.doc.Tokens[c].Has("obl") && syntax.HasPreposition(x.doc, c, "with", "to") && isPersonal(x, c) {
			addAttendees(x, &e, c, rapporteur.Participant)
		}
	}
	e.place, e.date, e.fresh = placeOf(x, v), dateOf(x, v), isRepeated(x, v)
	return e, len(sides(x, &e)) > 1 && allOfficial(x, &e)
}

// verbMeeting reads "A met B in Riyadh on Tuesday".
func verbMeeting(x *text, v int, w meetingWord) (meeting, bool) {
	e := newMeeting(v, w.kind, VerbOfMeeting)
	if len(w.needs) > 0 && !syntax.HasDependent(x.doc, v, w.needs...) {
		return conversation(x, v, w)
	}
	e.status = statusOf(modalityOf(x, v))
	if e.status == "" || syntax.Questioned(x.doc, v) || x.doc.Tokens[v].Has("amod") || isUntold(x, v) {
		return e, false
	}
	subject, object, passive := argumentsOf(x, v)
	if passive {
		subject, object = syntax.Agent(x.doc, v), subject
	} else if (w.persons || len(w.needs) > 0) && len(parties(x, subject)) == 0 {
		subject = adjacentSubject(x, v, subject)
	}
	if w.alone && object >= 0 {
		return e, false // the storm gathered force
	}
	if len(w.needs) == 0 && x.doc.Child(v, "compound") >= 0 || w.persons && object >= 0 && !isPersonal(x, object) { // "called up reservists"
		return e, false
	}
	if w.kind == "call" && object >= 0 && (isNaming(x, object) || !somePerson(x, object)) {
		return e, false
	}
	addAttendees(x, &e, subject, w.subject)
	addButNot(x, &e, subject)
	if w.kind == "call" && len(e.attendees) == 0 {
		return e, false // many praised her, calling her a heroine
	}
	if w.subject == rapporteur.Host && !allAnchored(x, &e) {
		return e, false // greeted by an honour guard
	}
	if w.object != "" {
		addAttendees(x, &e, object, w.object)
	}
	if w.kind == "visit" && object >= 0 && !isTown(x, object) && !allOfficial(x, &e) {
		return e, false // families visited the prisoners
	}
	for c := range x.doc.Children(v) {
		if w.with != "" && x.doc.Tokens[c].Has("obl") && syntax.HasPreposition(x.doc, c, "with") {
			addAttendees(x, &e, c, w.with)
		}
		if w.with != "" && slices.Contains(w.needs, x.doc.Tokens[c].Lemma) {
			addBehindMeans(x, &e, c, w.with)
		}
		e.part = e.part || syntax.HasPreposition(x.doc, c, "for") && isSession(x, c)
	}
	e.definite = e.definite || e.part
	e.place, e.date, e.fresh = placeOf(x, v), dateOf(x, v), isRepeated(x, v)
	if w.kind == "visit" && e.place < 0 {
		e.place = visited(x, object)
	}
	if journey := w.to != "" && (object < 0 || isTown(x, object)); journey {
		if leadsToMeeting(x, v) || !addDestination(x, &e, v, w.to) {
			return e, false // it is the talks that count, or nobody's visit
		}
		e.rule = VerbOfJourney
	}
	return e, len(e.attendees) > 0
}

// adjacentSubject finds the party whose mention ends where a verb begins, for trees in
// which the subject hangs elsewhere; the subject of the tree where there is none.
func adjacentSubject(x *text, v, subject int) int {
	before := v - 1
	for before >= 0 && x.doc.Tokens[before].Head == v && x.doc.Tokens[before].Has("aux", "advmod") {
		before--
	}
	if before >= 0 && x.doc.Tokens[before].Form == "," {
		before--
	}
	if before < syntax.Sentence(x.doc, v).First {
		return subject
	}
	m := x.actors.Mention(before)
	if m == nil || m.Actor < 0 || m.Last != before+1 || m.Place != nil || m.Pronoun {
		return subject
	}
	if t := x.doc.Tokens[m.Head]; t.Has("conj", "appos") && t.Head < m.Head && actorAt(x, t.Head).some() {
		return t.Head
	}
	return m.Head
}

// isSession reports whether a noun is a part of a meeting: "a last session".
func isSession(x *text, n int) bool {
	if t := x.doc.Tokens[n]; t.Lemma != "session" && t.Lemma != "round" {
		return false
	}
	return syntax.HasDependent(x.doc, n, "last", "final", "closing", "first", "opening", "second", "third", "working")
}

// isNaming reports whether the object of "call" is followed by what it is called:
// "called the deal a mistake", "called him 'Rocket Man'".
func isNaming(x *text, object int) bool {
	next, quote := object+1, object-1
	if m := x.actors.Phrase(object); m != nil {
		next, quote = m.Last, m.First-1
	}
	if quote >= 0 && quotationMark(x.doc.Tokens[quote].Form) || next >= len(x.doc.Tokens) {
		return true
	}
	if m := x.actors.Mention(next); m != nil && m.Actor >= 0 && m.Actor == described(x, object).actor {
		return false // his colleague Ali Hassan
	}
	t := x.doc.Tokens[next]
	if t.XPOS == "POS" {
		return true
	}
	switch t.UPOS {
	case "DET", "ADJ", "NOUN", "PROPN", "NUM":
		return !syntax.InDate(x.doc, next)
	}
	for s := syntax.Sentence(x.doc, next); next < s.Last && next < object+8; next++ {
		if quotationMark(x.doc.Tokens[next].Form) {
			return true
		}
	}
	return false
}

func quotationMark(form string) bool {
	return slices.Contains([]string{"\"", "“", "”", "'", "‘", "’", "``", "''"}, form)
}

// isRepeated reports whether a verb is said to come about once more.
func isRepeated(x *text, verb int) bool {
	for c := range x.doc.Children(verb) {
		if l := x.doc.Tokens[c].Lemma; x.doc.Tokens[c].Has("advmod") && (l == "again" || l == "next") {
			return true
		}
	}
	return false
}

// isUntold reports whether a verb only names what it is to meet: "in negotiating
// with Iran", "what she discussed".
func isUntold(x *text, verb int) bool {
	if x.doc.Tokens[verb].XPOS == "VBG" && syntax.LedBy(x.doc, verb, "in", "by", "of", "for", "about", "than", "without") {
		return true
	}
	for c := range x.doc.Children(verb) {
		if t := x.doc.Tokens[c]; c < verb && (t.Lemma == "what" || t.Lemma == "whether" || t.Lemma == "why") {
			return true
		}
	}
	return false
}
