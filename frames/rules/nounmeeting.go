package rules

import (
	"strings"

	"rapporteur"
	"rapporteur/language/syntax"
)

// nounMeeting reads "A and B held talks in Geneva", "talks between A and B", "the
// Paris summit", "A's meeting with B".
func nounMeeting(x *text, n int, w meetingWord) (meeting, bool) {
	e := newMeeting(n, w.kind, "noun of meeting")
	if otherSense(x, n) || isGeneric(x, n) {
		return e, false
	}
	e.definite, e.fresh = syntax.Definite(x.doc, n), isFurther(x, n)
	for c := range x.doc.Children(n) {
		k := x.doc.Tokens[c]
		switch {
		case k.Has("nmod:poss") && k.Lemma == "their":
			for _, i := range theirMeeting(x, n) {
				addAttendee(&e, i, w.subject, "")
			}
			e.definite = true
		case k.Has("nmod:poss"):
			addAttendees(x, &e, c, w.subject)
		case k.Has("nmod") && syntax.HasPreposition(x.doc, c, "between", "with", "among", "of") && !isTopic(x, c):
			addAttendees(x, &e, c, w.with)
		case k.Has("amod", "compound"):
			addModifier(x, &e, c, w.subject)
		}
	}
	if len(e.attendees) == 0 {
		addAttendees(x, &e, betweenSides(x, n), w.with)
	}
	if said := cueAtMeeting(x, n); len(e.attendees) == 0 && said >= 0 {
		for _, i := range talkers(x, said) {
			addAttendee(&e, i, rapporteur.Participant, "")
		}
		if len(e.attendees) > 0 && !syntax.HasPreposition(x.doc, n, "before") && syntax.FormModality(x.doc, said) == rapporteur.Happened {
			e.status = rapporteur.Held
		}
	}
	e.place, e.date, e.topic = placeOf(x, n), dateOf(x, n), topicOf(x, n)
	readGovernor(x, &e, wholeOf(x, n))
	readRelative(x, &e, n)
	if w.to != "" {
		addDestination(x, &e, n, w.to)
	}
	if e.status == "" {
		e.status = statusOf(modalityOf(x, n))
	}
	if h := x.doc.Tokens[n].Head; e.status == rapporteur.Held && e.fresh && h >= 0 && syntax.Present(x.doc.Tokens[h]) {
		return e, false // it hinges on further talks
	}
	if e.status == rapporteur.Held && isToCome(x, n) {
		e.status = rapporteur.PlannedMeeting
	}
	return e, true
}

// theirMeeting gives those whose meeting "their meeting" is: who speak to one another
// there, else the two named side by side before.
func theirMeeting(x *text, noun int) []referent {
	if here := talkers(x, cueAtMeeting(x, noun)); len(here) > 0 {
		return here
	}
	return pairAt(x, noun)
}

// isToCome reports whether a clause behind a meeting tells what it will be: "a
// summit that will focus on the war", "the talks due to begin".
func isToCome(x *text, n int) bool {
	for c := range x.doc.Children(n) {
		t := x.doc.Tokens[c]
		if s := x.doc.Child(c, "nsubj", "nsubj:pass"); t.Has("acl:relcl") && s >= 0 && x.doc.Tokens[s].XPOS != "WDT" {
			continue // said after the meeting that the sanctions would stay
		}
		if t.Has("acl", "amod") && (syntax.FormModality(x.doc, c) == rapporteur.Planned || x.lexicon.governors[t.Lemma] == rapporteur.Planned && !t.Has("acl:relcl")) {
			return true
		}
	}
	return false
}

// betweenSides finds the sides behind "between" where the parser hung them on
// another noun: "talks in Cairo between Israelis and Egyptians".
func betweenSides(x *text, n int) int {
	s := syntax.Sentence(x.doc, n)
	for i := n + 1; i < s.Last && i < n+12; i++ {
		t := x.doc.Tokens[i]
		if t.Lemma == "between" && t.Has("case") {
			if i-1 > n && x.doc.Tokens[i-1].UPOS == "NOUN" {
				return -1 // the contact between them, not the talks
			}
			return t.Head
		}
		if _, other := x.lexicon.nouns[t.Lemma]; other && t.UPOS == "NOUN" {
			return -1
		}
	}
	return -1
}

// otherSense weeds out news conferences, party conferences, court sessions.
func otherSense(x *text, n int) bool {
	for c := range x.doc.Children(n) {
		t := x.doc.Tokens[c]
		if t.Has("compound", "amod") {
			switch t.Lemma {
			case "news", "press", "party", "media", "court", "parliamentary", "plenary", "training", "photo", "cabinet":
				return true
			}
		}
	}
	switch x.doc.Tokens[n].Lemma {
	case "call": // a call for restraint is no phone call
		return !syntax.HasDependent(x.doc, n, "phone", "telephone", "video", "conference") && x.doc.Child(n, "nmod:poss") < 0 || syntax.Modifier(x.doc, n, "for", "on") >= 0
	case "talk", "discussion", "conversation", "session", "conference":
		return x.doc.Tokens[n].Has("compound")
	}
	return false
}

// isTopic reports whether an "of" phrase tells what a meeting is about rather
// than who meets: no actor stands in it.
func isTopic(x *text, token int) bool {
	return syntax.HasPreposition(x.doc, token, "of") && len(parties(x, token)) == 0
}

// isFurther reports whether a noun speaks of one more: "further talks", "the next
// round of talks".
func isFurther(x *text, noun int) bool {
	more := func(n int) bool { return syntax.HasDependent(x.doc, n, x.lexicon.more...) }
	h := x.doc.Tokens[noun].Head
	return more(noun) || h >= 0 && x.doc.Tokens[h].Lemma == "round" && more(h)
}

// isGeneric reports whether a noun of meeting speaks of such meetings at large:
// "before summits", "meetings between neighbours".
func isGeneric(x *text, noun int) bool {
	t := x.doc.Tokens[noun]
	if t.XPOS != "NNS" || t.Lemma == "talk" || t.Lemma == "talks" || strings.HasSuffix(t.Lemma, "ion") || strings.HasSuffix(t.Lemma, "ions") {
		return false
	}
	return x.doc.Child(noun, "det", "nummod", "nmod:poss") < 0 && !syntax.HasDependent(x.doc, noun, "separate", "bilateral") && !dateUnder(x, noun).known() && placeOf(x, noun) < 0
}
