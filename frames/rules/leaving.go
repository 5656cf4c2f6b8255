package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// WordOfLeaving is the rule of absences that a word tells which says of what.
const WordOfLeaving = "word of leaving out"

// leavings gives who is said not to take part by words that say of what: "skipped the
// dinner", "was kept out of the talks", "refused to attend". What may be, is demanded,
// threatened or denied leaves nobody out.
func leavings(x *text) []frames.Frame {
	var out []frames.Frame
	for i, t := range x.doc.Tokens {
		if i%oftenTokens == 0 && x.over() {
			break
		}
		if t.Lemma == "without" && t.Has("case", "mark") {
			if f, ok := goingWithout(x, i); ok {
				out = append(out, f)
			}
			continue
		}
		for _, w := range x.lexicon.exclusions[lower(t.Lemma)] {
			if f, ok := leaving(x, i, w); ok {
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// leaving reads one word of leaving out.
func leaving(x *text, word int, w exclusionWord) (frames.Frame, bool) {
	if !w.tells(x, word) {
		return frames.Frame{}, false
	}
	missed := w.missed(x, word)
	if missed < 0 && w.needs != "nothing" {
		return frames.Frame{}, false
	}
	s := standingOf(x, word)
	if s.open || !w.holds(s) {
		return frames.Frame{}, false
	}
	b := newFrame(frames.Absence, string(w.presenceIn(s)), word, WordOfLeaving)
	b.point(frames.Party, partiesLeft(x, word, w, missed)...)
	b.pointAt(frames.MissedMeeting, missed)
	if s.ahead {
		b.Set(frames.Certainty, "planned")
	}
	return b.Frame, len(b.Fillers) > 0 && b.Head(frames.Party) >= 0
}

// tells reports whether a word is there with its particles, as the part of speech that
// the row is of, and says of what.
func (w *exclusionWord) tells(x *text, word int) bool {
	pos := map[string]string{"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "PROPN": "noun"}[x.doc.Tokens[word].UPOS]
	return pos == w.pos && (len(w.from) > 0 || w.needs == "nothing") && syntax.HasParticles(x.doc, word, w.rest)
}

// missed gives what a word says is missed, -1 for nothing that fits.
func (w *exclusionWord) missed(x *text, word int) int {
	fits := map[string]func(*text, int) bool{"occasion": isOccasion, "event": isEvent, "invitation": isInvitation, "nothing": isOccasion}[w.needs]
	for _, place := range w.from {
		for _, t := range slot(x, word, place) {
			if fits(x, t) {
				return t
			}
			for c := range x.doc.Children(t) { // a number of meetings, its portion of the talks
				if x.doc.Tokens[c].Has("nmod") && syntax.HasPreposition(x.doc, c, "of") && fits(x, c) {
					return c
				}
			}
		}
	}
	return -1
}

// holds reports whether a word that stands so leaves somebody out.
func (w *exclusionWord) holds(s standing) bool {
	if w.refusal {
		return s.negated && (s.refused || s.ahead)
	}
	return s.negated == w.negated
}

// presenceIn gives how somebody is absent: who will not come declines.
func (w *exclusionWord) presenceIn(s standing) rapporteur.Presence {
	if w.presence == rapporteur.Absent && w.negated && (s.refused || s.ahead) && slices.Contains(w.left, "subj") {
		return rapporteur.Declined
	}
	return w.presence
}

// partiesLeft gives who is left out: the parties at the first place that has any.
func partiesLeft(x *text, word int, w exclusionWord, missed int) []referent {
	for _, place := range w.left {
		var out []referent
		for _, t := range leftAt(x, word, place) {
			for _, a := range parties(x, t) {
				if isLeft(x, a) && t != missed {
					out = withReferent(out, a)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// leftAt gives the tokens at a place beside a word of leaving out.
func leftAt(x *text, word int, place string) []int {
	switch place {
	case "subj":
		subject, _, passive := argumentsOf(x, word)
		if passive && x.doc.Tokens[word].UPOS == "VERB" {
			return single(syntax.Agent(x.doc, word))
		}
		return single(subject)
	case "obj":
		subject, object, passive := argumentsOf(x, word)
		switch {
		case passive && subject >= 0:
			return []int{subject}
		case passive || object < 0 && x.doc.Tokens[word].XPOS == "VBN":
			return single(resolveRelative(x, syntax.ParticipleSubject(x.doc, word)))
		}
		return single(object)
	case "nsubj":
		return single(resolveRelative(x, x.doc.Child(word, "nsubj")))
	case "have":
		if h := x.doc.Tokens[word].Head; h >= 0 && x.doc.Tokens[word].Has("obj") && slices.Contains([]string{"have", "get", "receive", "give", "offer"}, x.doc.Tokens[h].Lemma) {
			owner, _, _ := argumentsOf(x, h)
			return single(owner)
		}
		return nil
	}
	return slot(x, word, place)
}

// isLeft reports whether an actor can be said to be left out: somebody in particular, or
// people of some sort, but no outlet that only tells of it and nobody as vague as
// "countries".
func isLeft(x *text, who referent) bool {
	a := x.actors.Actor(who.actor)
	return isInvolved(x, who) || a.Kind == rapporteur.Organisation || a.Plural && !isVague(x, a.Name)
}

// goingWithout reads "talks without Kyiv", "met without the rebels".
func goingWithout(x *text, without int) (frames.Frame, bool) {
	who := x.doc.Tokens[without].Head
	meeting := x.doc.Tokens[who].Head
	if meeting < 0 || x.doc.Tokens[who].UPOS == "VERB" || !x.doc.Tokens[who].Has("nmod", "obl") {
		return frames.Frame{}, false
	}
	if t := x.doc.Tokens[meeting]; !isOccasion(x, meeting) && (t.UPOS != "VERB" || x.lexicon.verbs[t.Lemma].kind == "") {
		o := x.doc.Child(meeting, "obj")
		if o < 0 || !isOccasion(x, o) {
			return frames.Frame{}, false
		}
		meeting = o // held talks without them
	}
	s := standingOf(x, meeting)
	b := newFrame(frames.Absence, string(rapporteur.Excluded), without, WordOfLeaving)
	for _, a := range parties(x, who) {
		if isLeft(x, a) {
			b.point(frames.Party, a)
		}
	}
	b.pointAt(frames.MissedMeeting, meeting)
	if s.ahead {
		b.Set(frames.Certainty, "planned")
	}
	return b.Frame, !s.open && !s.negated && b.Head(frames.Party) >= 0
}
