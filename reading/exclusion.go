package reading

import (
	"rapporteur"
	"rapporteur/language/syntax"
	"slices"
)

// exclude looks in the sentence of an encounter for who is left out of it:
// "discussions that will exclude both Ukraine and Europe", "without Kyiv",
// "the Kurds were not invited to the talks".
func (r *reading) exclude(e *encounter) {
	s := syntax.Sentence(r.doc, e.trigger)
	for i := s.First; i < s.Last; i++ {
		t := r.doc.Tokens[i]
		if t.Has("case", "mark") && t.Lemma == "without" && r.hangsOnDeed(e.trigger, t.Head) {
			r.leaveOut(e, r.parties(t.Head), rapporteur.Excluded)
			continue
		}
		for _, w := range r.tables.exclusions[t.Lemma] {
			if !syntax.FollowedBy(r.doc, i, w.rest) || syntax.Negated(r.doc, i) != w.negated || !r.concerns(i, e.trigger) {
				continue
			}
			r.leaveOut(e, r.left(i, w), w.presence)
			break
		}
	}
}

func (r *reading) leaveOut(e *encounter, actors []int, presence rapporteur.Presence) {
	for _, a := range actors {
		if !r.takesPart(e, a) {
			r.seat(e, a, "", presence)
		}
	}
}

// takesPart reports whether the same sentence gives an actor a seat.
func (r *reading) takesPart(e *encounter, actor int) bool {
	for _, s := range e.seats {
		if s.actor == actor && s.presence == "" {
			return true
		}
	}
	return false
}

// left gives who is left out by a word.
func (r *reading) left(word int, w exclusionWord) []int {
	subject, object, passive := r.arguments(word)
	switch w.left {
	case "subj":
		return r.parties(subject)
	case "for", "of":
		for c := range r.doc.Children(word) {
			if r.doc.Tokens[c].Has("nmod", "obl") && syntax.HasPreposition(r.doc, c, w.left) {
				return r.parties(c)
			}
		}
		if h := r.doc.Tokens[word].Head; h >= 0 && r.doc.Tokens[word].Has("obj") && r.doc.Tokens[h].Lemma == "have" {
			owner, _, _ := r.arguments(h) // Europe will have no seat
			return r.parties(owner)
		}
		return nil
	}
	if passive || object < 0 && r.doc.Tokens[word].XPOS == "VBN" {
		if subject < 0 {
			subject = syntax.ParticipleSubject(r.doc, word)
		}
		return r.parties(subject)
	}
	return r.parties(object)
}

// concerns reports whether a word of exclusion speaks of the encounter: it
// hangs on it, or the encounter is what it shuts out of.
func (r *reading) concerns(word, trigger int) bool {
	for c := range r.doc.Children(word) { // frozen out of other discussions
		if _, other := r.tables.nouns[r.doc.Tokens[c].Lemma]; other && c != trigger && r.doc.Tokens[c].Has("obl") {
			return false
		}
	}
	if r.doc.Governs(trigger, word) || r.doc.Governs(word, trigger) {
		return true
	}
	h := r.doc.Tokens[word].Head
	if h >= 0 && h == r.doc.Tokens[trigger].Head && r.doc.Tokens[word].Has("obl") {
		return true // held talks in the absence of Syria
	}
	for hops := 0; h >= 0 && hops < 3; hops++ {
		if h == trigger || r.doc.Governs(trigger, h) || r.doc.Tokens[h].Head == r.doc.Tokens[trigger].Head && r.doc.Tokens[h].Has("obl") {
			return true
		}
		if r.doc.Tokens[h].Head == trigger {
			return true
		}
		h = r.doc.Tokens[h].Head
	}
	return false
}

// hangsOnDeed reports whether a noun hangs on the deed or on its verb.
func (r *reading) hangsOnDeed(trigger, noun int) bool {
	return noun >= 0 && (r.doc.Governs(trigger, noun) || r.doc.Tokens[noun].Head == r.doc.Tokens[trigger].Head || slices.Contains([]int{r.doc.Tokens[noun].Head}, trigger))
}
