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
	missed, other := w.missed(x, word)
	unsaid := missed < 0 && !other && w.alone && w.left[0] == "subj" // stayed away
	if unsaid || missed < 0 && !other && w.needs == "nothing" {
		missed = occasionAbout(x, word)
	}
	if missed < 0 && (w.needs != "people" || other) {
		return frames.Frame{}, false
	}
	s := standingOf(x, word)
	if s.open || !w.holds(s) || w.needs == "people" && !(s.refused && refusesPeople(x, word)) {
		return frames.Frame{}, false
	}
	b := newFrame(frames.Absence, string(w.presenceIn(s)), word, WordOfLeaving)
	b.Fillers = partiesLeft(x, word, w, missed)
	if unsaid {
		b.Fillers = slices.DeleteFunc(b.Fillers, func(f frames.Filler) bool {
			a := described(x, f.Head)
			return !a.some() || !x.actors.Actor(a.actor).Identified()
		})
	}
	if w.needs == "people" {
		missed = word
	}
	b.pointAt(frames.MissedMeeting, missed)
	b.flag(frames.Definite, missed >= 0 && syntax.Definite(x.doc, missed))
	if s.ahead {
		b.Set(frames.Certainty, "planned")
	}
	return b.Frame, b.Head(frames.Party) >= 0
}

// tells reports whether a word is there with its particles, as the part of speech that
// the row is of, and says of what.
func (w *exclusionWord) tells(x *text, word int) bool {
	pos := map[string]string{"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "PROPN": "noun"}[x.doc.Tokens[word].UPOS]
	return pos == w.pos && (len(w.from) > 0 || w.needs != "occasion") && (syntax.HasParticles(x.doc, word, w.rest) || w.pos == "verb" && syntax.FollowedBy(x.doc, word, w.rest))
}

// missed gives what a word says is missed, -1 for nothing that fits; other reports that
// something else stands there.
func (w *exclusionWord) missed(x *text, word int) (at int, other bool) {
	fits := map[string]func(*text, int) bool{"occasion": isOccasion, "event": isEvent, "invitation": isInvitation, "nothing": isEvent}[w.needs]
	for _, place := range w.from {
		for _, t := range slot(x, word, place) {
			t = resolveRelative(x, t)
			if place == "self" && !syntax.HasPreposition(x.doc, t, "at", "in") {
				continue
			}
			for _, t := range append([]int{t}, syntax.Dependents(x.doc, t, "nmod")...) { // a number of meetings, his part of the talks
				if fits(x, t) {
					return t, false
				}
				if w.presence == rapporteur.Excluded && x.doc.Tokens[t].Lemma == "process" {
					return t, false
				}
			}
			other = other || x.doc.Tokens[t].UPOS != "VERB" && !syntax.InDate(x.doc, t)
		}
	}
	return -1, other
}

// occasionAbout gives the occasion that a word speaks of without naming it: the first in
// its sentence, else the last in the few sentences before; -1 for none.
func occasionAbout(x *text, word int) int {
	at := x.doc.SentenceOf(word)
	s := x.doc.Sentences[at]
	for i := s.First; i < s.Last; i++ {
		if i != word && isOccasion(x, i) {
			return i
		}
	}
	for i := s.First - 1; i >= x.doc.Sentences[max(0, at-SentencesBehind)].First; i-- {
		if isOccasion(x, i) {
			return i
		}
	}
	return -1
}

// isDoubtful reports whether a model's absence is one that the words do not bear out: what
// is missed is something else than an occasion, nobody is met who could be, or it is left
// open whether it is so.
func isDoubtful(x *text, f *frames.Frame) bool {
	if standingOf(x, f.Trigger).open {
		return true
	}
	if _, meets := x.lexicon.verbs[lower(x.doc.Tokens[f.Trigger].Lemma)]; meets && f.Type == string(rapporteur.Absent) && syntax.Negated(x.doc, f.Trigger) {
		return true // did not meet, which neither need have stayed away from
	}
	for _, at := range append([]int{f.Trigger}, syntax.Dependents(x.doc, f.Trigger, "xcomp")...) {
		for _, w := range x.lexicon.exclusions[lower(x.doc.Tokens[at].Lemma)] {
			if !w.tells(x, at) {
				continue
			}
			if missed, other := w.missed(x, at); missed < 0 && other || w.needs == "people" && !refusesPeople(x, at) {
				return true
			}
			break
		}
	}
	return false
}

// refusesPeople reports whether it is people whom somebody refuses to meet or talk to:
// not demands, nor the press.
func refusesPeople(x *text, word int) bool {
	subject, object, passive := argumentsOf(x, word)
	whom := append(single(object), slot(x, word, "with")...)
	if x.doc.Tokens[word].Lemma == "talk" {
		whom = append(whom, slot(x, word, "to")...)
	}
	if passive {
		return false
	}
	if len(whom) == 0 && (x.doc.Tokens[word].Lemma != "talk" || x.doc.Child(word, "obl", "ccomp") < 0) {
		return true
	}
	who := actorAt(x, subject)
	return slices.ContainsFunc(whom, func(t int) bool {
		return slices.ContainsFunc(parties(x, t), func(a referent) bool {
			return x.actors.Actor(a.actor).Anchored() && !isPress(x, a) && a.actor != who.actor
		})
	})
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

// partiesLeft gives who is left out: the parties at the first place that has any, else
// people of some sort there.
func partiesLeft(x *text, word int, w exclusionWord, missed int) []frames.Filler {
	for _, place := range w.left {
		b := builder{}
		for _, t := range leftAt(x, word, place) {
			if t != missed {
				b.leave(x, t)
			}
		}
		if len(b.Fillers) > 0 {
			return b.Fillers
		}
	}
	return nil
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
	b.leave(x, who)
	b.pointAt(frames.MissedMeeting, meeting)
	if s.ahead {
		b.Set(frames.Certainty, "planned")
	}
	return b.Frame, !s.open && !s.negated && b.Head(frames.Party) >= 0
}
