package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language/syntax"
)

// oftenTokens is after how many tokens a reader looks whether it is still waited for.
const oftenTokens = 256

// meetingsIn finds the mentions of meetings in the order of the text.
func meetingsIn(x *text) []meeting {
	var out []meeting
	for i, t := range x.doc.Tokens {
		if i%oftenTokens == 0 && x.over() {
			break
		}
		var e meeting
		ok := false
		switch t.UPOS {
		case "VERB":
			if w, found := x.lexicon.verbs[t.Lemma]; found {
				e, ok = verbMeeting(x, i, w)
			} else if w, found := x.lexicon.sightings[t.Lemma]; found {
				e, ok = sighting(x, i, w)
			}
		case "NOUN", "PROPN":
			if w, found := x.lexicon.nouns[lower(t.Lemma)]; found {
				e, ok = nounMeeting(x, i, w)
			}
		}
		if ok && !inCredit(x, i) {
			if isUnmet(x, i) {
				e.status = ""
			}
			e.claimedBy = claimant(x, i)
			e.past = inBackground(x, i)
			e.outcome = outcomeOf(x, &e)
			addExcluded(x, &e)
			if e.says() && !onlyAny(x, &e) {
				out = append(out, splitPlaces(x, e)...)
			}
		}
	}
	return out
}

// splitCalls parts a call to several people, and separate meetings with them, into one
// with each.
func splitCalls(x *text, e meeting) []meeting {
	if n := len(e.attendees); n > 2 && x.doc.Tokens[e.trigger].XPOS == "NNS" && syntax.HasDependent(x.doc, e.trigger, "separate", "bilateral", "individual") {
		return pairwise(x, e, e.attendees[n-1], e.attendees[:n-1])
	}
	if e.kind != "call" || len(e.attendees) < 3 || e.rule != VerbOfMeeting {
		return []meeting{e}
	}
	return pairwise(x, e, e.attendees[0], e.attendees[1:])
}

// pairwise gives one meeting of somebody with each of the others.
func pairwise(x *text, e meeting, who attendee, others []attendee) []meeting {
	var out []meeting
	for _, s := range others {
		if x.actors.Actor(s.actor).Kind == rapporteur.Unnamed || x.actors.Actor(s.actor).Plural {
			continue // his allies, who follow by name
		}
		one := e
		one.attendees = []attendee{who, s}
		out = append(out, one)
	}
	return out
}

// inCredit reports whether a token stands in the line of a photograph's maker.
func inCredit(x *text, token int) bool {
	s := syntax.Sentence(x.doc, token)
	return x.doc.Tokens[s.First].Form == "|"
}

// onlyAny reports whether an attendee is told of only as "any": nobody may.
func onlyAny(x *text, e *meeting) bool {
	first, last := syntax.Sentence(x.doc, e.trigger).First, e.trigger
	for i := first; i < last; i++ {
		t := x.doc.Tokens[i]
		if t.Lemma == "any" && t.Has("det") && slices.ContainsFunc(e.attendees, func(s attendee) bool { return s.actor == actorAt(x, t.Head).actor }) {
			return true
		}
	}
	return false
}
