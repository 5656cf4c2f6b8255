package rules

import (
	"rapporteur"
	"rapporteur/language/syntax"
)

// sighting reads a verb of perception that stands for a meeting: "will see him in
// Oslo on Friday". Both must be persons, or the ministers of states, who act for different
// sides, and a day or a place must tell that it is one occasion; what somebody is seen as, or doing, is an
// opinion or an observation.
func sighting(x *text, v int, w meetingWord) (meeting, bool) {
	e := newMeeting(v, w.kind, VerbOfMeeting)
	e.status = statusOf(modalityOf(x, v))
	if e.status == "" || syntax.Questioned(x.doc, v) || x.doc.Tokens[v].Has("amod") || isUntold(x, v) || perceives(x, v) {
		return e, false
	}
	subject, object, passive := argumentsOf(x, v)
	if passive || !actsInPerson(x, subject) || !actsInPerson(x, object) && !areOfficials(x, object) {
		return e, false
	}
	addAttendees(x, &e, subject, w.subject)
	addAttendees(x, &e, object, w.object)
	e.place, e.date, e.fresh = placeOf(x, v), dateOf(x, v), isRepeated(x, v)
	return e, (e.place >= 0 || e.date.known()) && len(sides(x, &e)) > 1 && allOfficial(x, &e)
}

// actsInPerson reports whether a noun or pronoun stands for a person, not for those
// whom a state or body sends.
func actsInPerson(x *text, token int) bool {
	i := actorAt(x, token)
	return i.some() && x.actors.Actor(i.actor).Kind == rapporteur.Person
}

// areOfficials reports whether a noun stands for officials of states that are named before
// it: "Danish and Swedish ministers".
func areOfficials(x *text, token int) bool {
	return token >= 0 && syntax.Plural(x.doc.Tokens[token]) && x.lexicon.classes["official"][lower(x.doc.Tokens[token].Lemma)] && len(origins(x, token)) > 0
}

// perceives reports whether a verb says what somebody is seen as or doing, or through
// what: "saw him as a rival", "saw him leave", "saw her on television".
func perceives(x *text, v int) bool {
	for c := range x.doc.Children(v) {
		switch t := x.doc.Tokens[c]; {
		case t.Has("xcomp", "ccomp"):
			return true
		case t.Has("obl", "advcl") && syntax.HasPreposition(x.doc, c, "as", "like", "off", "through"):
			return true
		case t.Has("obl") && syntax.HasPreposition(x.doc, c, "on") && !syntax.InDate(x.doc, c) && x.actors.Mention(c) == nil:
			return true
		}
	}
	object := x.doc.Child(v, "obj")
	return object >= 0 && x.doc.Child(object, "acl", "acl:relcl") >= 0
}
