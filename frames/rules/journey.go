package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// addDestination adds the state that a visit leads to: "his trip to Oman", "flew to
// Muscat". It reports whether somebody who acts for another state or body goes
// there, which makes a visit of a journey.
func addDestination(x *text, e *meeting, trigger int, host rapporteur.Text) bool {
	place := destination(x, trigger)
	if place < 0 {
		return false
	}
	home := string(x.actors.Mention(place).Place.Country)
	at := referent{actor: x.actors.Location(place), token: place, by: frames.ByLocation}
	abroad := false
	for _, s := range e.attendees {
		a := x.actors.Actor(s.actor)
		abroad = abroad || a.Anchored() && a.For != "" && a.Side() != home && s.actor != at.actor
	}
	if !abroad {
		return false
	}
	e.place = place
	if at.some() {
		addAttendee(e, at, host, "")
	}
	return true
}

// leadsToMeeting reports whether a verb says what meeting somebody goes to: "flew
// to Muscat for talks", "arrived to meet him".
func leadsToMeeting(x *text, verb int) bool {
	for c := range x.doc.Children(verb) {
		t := x.doc.Tokens[c]
		if _, noun := x.lexicon.nouns[t.Lemma]; noun && t.Has("obl") && syntax.HasPreposition(x.doc, c, "for") {
			return true
		}
		if w, found := x.lexicon.verbs[t.Lemma]; found && w.to == "" && t.Has("advcl", "xcomp") {
			return true
		}
	}
	return false
}

// talkers gives those who speak to one another in a clause, two sides or nobody:
// "at the meeting she told him", "both said after the meeting". The clause is that
// of its verb.
func talkers(x *text, verb int) []referent {
	if verb < 0 || !slices.ContainsFunc(x.told.cued[verb], func(a *frames.Frame) bool {
		return frames.Clausal(a) || a.Head(frames.Addressee) >= 0
	}) {
		return nil
	}
	subject, _, _ := argumentsOf(x, verb)
	heads := []int{subject}
	for c := range x.doc.Children(verb) {
		if t := x.doc.Tokens[c]; t.Has("iobj", "obj") || t.Has("obl") && syntax.HasPreposition(x.doc, c, "to", "with", "alongside", "beside") {
			heads = append(heads, c)
		}
	}
	var out []referent
	sides := map[string]bool{}
	for _, h := range heads {
		for _, i := range attendees(x, h) {
			if a := x.actors.Actor(i.actor); isPress(x, i) || a.For == "" && a.Kind != rapporteur.State || x.doc.Tokens[h].UPOS == "NOUN" && !isPersonal(x, h) {
				continue
			}
			out = append(out, i)
			sides[x.actors.Actor(i.actor).Side()] = true
		}
	}
	if len(sides) < 2 {
		return nil
	}
	return out
}

// cueAtMeeting gives the verb of the clause that is set at the time of a meeting: "after
// the talks she said", -1 for none.
func cueAtMeeting(x *text, noun int) int {
	t := x.doc.Tokens[noun]
	if !t.Has("obl") || t.Head < 0 || x.doc.Tokens[t.Head].UPOS != "VERB" || !syntax.HasPreposition(x.doc, noun, "at", "in", "during", "after", "following", "before") {
		return -1
	}
	return t.Head
}
