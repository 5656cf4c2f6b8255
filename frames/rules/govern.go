package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language/syntax"
)

// postpone reads the dates of a meeting that a verb ends or moves: the day it was
// to be, which stands with the meeting or behind "from", and the new one behind
// "until". The day on which it was called off is not the meeting's.
func postpone(x *text, e *meeting, noun, verb int) {
	was, now := dateUnder(x, noun), day{}
	for c := range x.doc.Children(verb) {
		if d := dateUnder(x, c); d.known() && c != noun {
			switch {
			case syntax.HasPreposition(x.doc, c, "until", "till", "to"):
				now = d
			case syntax.HasPreposition(x.doc, c, "from"):
				was = d
			}
		}
	}
	e.date = was
	if now.known() {
		e.date = now
	}
	if was.known() || isToCome(x, noun) {
		e.moved, e.formerly = true, was
	}
}

// readGovernor reads the verb that a noun of meeting depends on: who holds, hosts,
// joins, puts off, boycotts.
func readGovernor(x *text, e *meeting, n int) {
	t := x.doc.Tokens[n]
	v := t.Head
	if v < 0 || x.doc.Tokens[v].UPOS != "VERB" {
		readThereFor(x, e, n)
		return
	}
	if t.Has("obl") && len(sides(x, e)) == 1 && syntax.Modifier(x.doc, n, "with") >= 0 && syntax.HasPreposition(x.doc, n, "at", "in", "during", "after", "following", "before") {
		subject, _, _ := argumentsOf(x, v)
		addAttendees(x, e, subject, rapporteur.Participant) // told him in talks with her
	}
	passive, own := t.Has("nsubj:pass"), t.Has("nsubj")
	for _, w := range x.lexicon.meetingVerbs[x.doc.Tokens[v].Lemma] {
		if !hasMeetingParticles(x, v, n, w.rest) {
			continue
		}
		m := modalityOf(x, v)
		if journey := w.status == rapporteur.PlannedMeeting && len(w.rest) > 0; journey {
			e.date = day{} // the day of the journey
			addHost(x, e, v)
		}
		if w.status != "" && (m == rapporteur.Happened || m == rapporteur.UnderWay) || w.status == rapporteur.PlannedMeeting && m != rapporteur.Denied {
			e.status = w.status
		} else {
			e.status = statusOf(m)
		}
		if w.status == rapporteur.Postponed || w.status == rapporteur.Cancelled {
			postpone(x, e, n, v)
		}
		if own {
			if agent := syntax.Agent(x.doc, v); passive && agent >= 0 && w.role != "" {
				addAttendees(x, e, agent, w.role)
			}
			return
		}
		if t.Has("obj") && w.role == rapporteur.Participant {
			addComitatives(x, e, v)
		}
		subject, _, _ := argumentsOf(x, v)
		addSubject(x, e, v, subject, w, m)
		return
	}
}

// addSubject adds who does to a meeting what a verb says: takes part in it, keeps away,
// puts it off.
func addSubject(x *text, e *meeting, verb, subject int, w meetingVerb, m rapporteur.Modality) {
	sides := len(sides(x, e))
	for _, i := range attendees(x, subject) {
		switch {
		case w.presence != "" && isLeftOpen(x, verb):
			e.status = ""
		case w.presence != "":
			addAttendee(e, i, "", w.presence)
			e.status = ""
		case m == rapporteur.Denied && w.status == "":
			if w.attends { // who did not conclude talks was not absent from them
				addAttendee(e, i, "", rapporteur.Absent)
			}
			e.status = ""
		case w.role != "":
			addAttendee(e, i, w.role, "")
			e.part = w.attends
		case sides < 2: // who puts off a meeting is one of its sides
			addAttendee(e, i, rapporteur.Participant, "")
		}
	}
}

// addComitatives adds those with whom a verb is done: "ate lunch with".
func addComitatives(x *text, e *meeting, verb int) {
	for c := range x.doc.Children(verb) {
		if x.doc.Tokens[c].Has("obl") && syntax.HasPreposition(x.doc, c, "with") && !withAbsent(x, c) {
			addAttendees(x, e, c, rapporteur.Participant)
		}
	}
}

// withAbsent reports whether what follows "with" only says how somebody is: "with
// her allies absent".
func withAbsent(x *text, token int) bool {
	_, end := x.doc.Yield(token)
	for i := token + 1; i < min(end+1, len(x.doc.Tokens)); i++ {
		if t := x.doc.Tokens[i]; t.UPOS == "ADJ" && !t.Has("amod") {
			return true
		}
	}
	return false
}

// readThereFor reads "is in Doha for talks with them": who is there takes part, and
// it is there that they meet.
func readThereFor(x *text, e *meeting, n int) {
	h := x.doc.Tokens[n].Head
	if h < 0 || x.doc.Child(h, "cop") < 0 || !syntax.HasPreposition(x.doc, n, "for") || !syntax.HasPreposition(x.doc, h, "in") || len(e.attendees) == 0 {
		return
	}
	m, subject := x.actors.Mention(h), x.doc.Child(h, "nsubj")
	if m == nil || m.Place == nil || subject < 0 || len(parties(x, subject)) == 0 {
		return
	}
	addAttendees(x, e, subject, rapporteur.Participant)
	e.place, e.status = h, rapporteur.PlannedMeeting
}

// wholeOf steps from the talks to the round of talks.
func wholeOf(x *text, noun int) int {
	h := x.doc.Tokens[noun].Head
	if h >= 0 && x.doc.Tokens[noun].Has("nmod") && slices.Contains([]string{"round", "series", "day"}, x.doc.Tokens[h].Lemma) {
		return h
	}
	return noun
}

// addHost adds the state that somebody travels to for talks.
func addHost(x *text, e *meeting, journey int) {
	for c := range x.doc.Children(journey) {
		if m := x.actors.Mention(c); m != nil && m.Actor >= 0 && m.Place != nil && m.Place.State && syntax.HasPreposition(x.doc, c, "to", "in") {
			addAttendee(e, actorAt(x, c), rapporteur.Host, "")
		}
	}
}

// hasMeetingParticles reports whether the words of a meeting verb behind its head are
// there: particles of the verb, or the preposition of the noun.
func hasMeetingParticles(x *text, v, n int, rest []string) bool {
	if len(rest) == 0 {
		return x.doc.Tokens[n].Has("obj", "nsubj", "iobj")
	}
	for i, w := range rest {
		found := i == len(rest)-1 && syntax.HasPreposition(x.doc, n, w)
		for c := range x.doc.Children(v) {
			if lower(x.doc.Tokens[c].Form) == w && x.doc.Tokens[c].Has("compound", "advmod", "obj", "obl", "case") {
				found = true
			}
			found = found || x.doc.Tokens[c].Has("obl") && i+1 < len(rest) && lower(x.doc.Tokens[c].Form) == rest[i+1] && syntax.HasPreposition(x.doc, c, w)
		}
		if !found {
			return false
		}
	}
	return true
}
