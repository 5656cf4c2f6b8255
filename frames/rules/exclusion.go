package rules

import (
	"rapporteur"
	"rapporteur/language/syntax"
)

// addExcluded looks in the sentence of a mention for who is left out of it:
// "discussions that will exclude both Ukraine and Europe", "without Kyiv",
// "the Kurds were not invited to the talks".
func addExcluded(x *text, e *meeting) {
	s := syntax.Sentence(x.doc, e.trigger)
	for i := s.First; i < s.Last; i++ {
		t := x.doc.Tokens[i]
		if t.Has("case", "mark") && t.Lemma == "without" && dependsOnDeed(x, e.trigger, t.Head) {
			leaveOut(e, parties(x, t.Head), rapporteur.Excluded)
			continue
		}
		for _, w := range x.lexicon.exclusions[t.Lemma] {
			if !w.near || !syntax.FollowedBy(x.doc, i, w.rest) || syntax.Negated(x.doc, i) != w.negated || !concerns(x, i, e.trigger) {
				continue
			}
			if s := standingOf(x, i); !s.open && (s.negated == w.negated || s.refused) {
				leaveOut(e, leftOut(x, i, w), w.presence)
			}
			break
		}
	}
}

func leaveOut(e *meeting, actors []referent, presence rapporteur.Presence) {
	for _, a := range actors {
		if !takesPart(e, a.actor) {
			addAttendee(e, a, "", presence)
		}
	}
}

// leftOut gives who is left out by a word.
func leftOut(x *text, word int, w exclusionWord) []referent {
	subject, object, passive := argumentsOf(x, word)
	switch left := w.left[0]; left {
	case "subj":
		return parties(x, subject)
	case "for", "of":
		for c := range x.doc.Children(word) {
			if x.doc.Tokens[c].Has("nmod", "obl") && syntax.HasPreposition(x.doc, c, left) {
				return parties(x, c)
			}
		}
		if h := x.doc.Tokens[word].Head; h >= 0 && x.doc.Tokens[word].Has("obj") && x.doc.Tokens[h].Lemma == "have" {
			owner, _, _ := argumentsOf(x, h) // Europe will have no seat
			return parties(x, owner)
		}
		return nil
	}
	if passive || object < 0 && x.doc.Tokens[word].XPOS == "VBN" {
		if subject < 0 {
			subject = syntax.ParticipleSubject(x.doc, word)
		}
		return parties(x, subject)
	}
	return parties(x, object)
}

// concerns reports whether a word of exclusion speaks of the mention: it
// hangs on it, or the mention is what it shuts out of.
func concerns(x *text, word, trigger int) bool {
	for c := range x.doc.Children(word) { // frozen out of other discussions
		if _, other := x.lexicon.nouns[x.doc.Tokens[c].Lemma]; other && c != trigger && x.doc.Tokens[c].Has("obl") {
			return false
		}
	}
	if x.doc.Governs(trigger, word) || x.doc.Governs(word, trigger) {
		return true
	}
	h := x.doc.Tokens[word].Head
	if h >= 0 && h == x.doc.Tokens[trigger].Head && x.doc.Tokens[word].Has("obl") {
		return true // held talks in the absence of Syria
	}
	for hops := 0; h >= 0 && hops < 3; hops++ {
		if h == trigger || x.doc.Governs(trigger, h) || x.doc.Tokens[h].Head == x.doc.Tokens[trigger].Head && x.doc.Tokens[h].Has("obl") {
			return true
		}
		if x.doc.Tokens[h].Head == trigger {
			return true
		}
		h = x.doc.Tokens[h].Head
	}
	return false
}
