package rules

import (
	"rapporteur"
	"rapporteur/language/syntax"
)

// placeOf finds the place of a deed: a name of a place in its clause with a
// preposition of place, or as an adjective of it: "the Geneva talks". It gives the token
// of its mention, -1 for none.
func placeOf(x *text, trigger int) int {
	for _, at := range clauseTokens(x, trigger) {
		if p := placeUnder(x, at, trigger); p >= 0 {
			return p
		}
		if o := x.doc.Child(at, "obj"); o > at && x.doc.Tokens[o].Lemma == "place" {
			if p := placeUnder(x, o, trigger); p >= 0 {
				return p // took place in Muscat
			}
		}
	}
	if p := antecedentPlace(x, trigger); p >= 0 {
		return p
	}
	if first := syntax.SharedSubjectVerb(x.doc, trigger); first >= 0 && x.lexicon.verbs[x.doc.Tokens[first].Lemma].to != "" {
		o := x.doc.Child(first, "obj")
		if m := x.actors.Mention(o); m != nil && m.Place != nil && m.Head > first {
			return o // visited Delhi and met
		}
	}
	return placeBehind(x, trigger)
}

// antecedentPlace gives the place that "where" stands for in the clause of a deed: "made
// a stop in Baghdad on Tuesday, where he met". -1 for none.
func antecedentPlace(x *text, trigger int) int {
	at := trigger
	for t := x.doc.Tokens[at]; t.Head >= 0 && t.Has("conj", "xcomp"); t = x.doc.Tokens[at] {
		at = t.Head
	}
	for c := range x.doc.Children(at) {
		if x.doc.Tokens[c].Lemma != "where" || c > at {
			continue
		}
		first := syntax.Sentence(x.doc, c).First
		for i := c - 1; i >= max(first, c-stepsBack); i-- {
			if m := x.actors.Mention(i); m != nil && m.Place != nil && syntax.HasPreposition(x.doc, m.Head, "in", "to", "at", "for") {
				return i
			}
		}
	}
	return -1
}

// stepsBack is how far before "where" the place stands that it means.
const stepsBack = 6

// placeBehind finds a place with "in" behind the trigger, before the next
// verb, where the parser hung it on a noun between: "a meeting of leaders in
// Paris".
func placeBehind(x *text, trigger int) int {
	s := syntax.Sentence(x.doc, trigger)
	for i := trigger + 1; i < s.Last && x.doc.Tokens[i].UPOS != "VERB" && x.doc.Tokens[i].UPOS != "AUX"; i++ {
		if m := x.actors.Mention(i); m != nil && m.Place != nil && syntax.HasPreposition(x.doc, i, "in", "at") && !behindMatter(x, i, trigger, trigger) {
			return i
		}
	}
	return -1
}

func placeUnder(x *text, at, trigger int) int {
	best := -1
	for c := range x.doc.Children(at) {
		if c = namedPlace(x, c); c < 0 {
			continue
		}
		m := x.actors.Mention(c)
		t := x.doc.Tokens[c]
		if m == nil || m.Place == nil || c < m.First || c >= m.Last {
			continue
		}
		switch {
		case t.Has("obl") && behindMatter(x, c, at, trigger):
			continue
		case t.Has("nmod") && syntax.HasPreposition(x.doc, c, "of"): // of a town that is named so
		case t.Has("obl", "nmod") && (syntax.HasPreposition(x.doc, c, "in", "at", "to", "near", "outside") || !m.Place.State && syntax.HasPreposition(x.doc, c, "on")):
		case t.Has("compound") && at == trigger && (m.Actor < 0 || m.Place.House):
		default:
			continue
		}
		if best < 0 || x.actors.Mention(best).Place.Country == "" && m.Place.Country != "" || Finer(m.Place, x.actors.Mention(best).Place) {
			best = c
		}
	}
	return best
}

// namedPlace gives the name of a place that a noun stands for or is a sort of, else the
// word itself: Lausanne for "in the Swiss city of Lausanne". -1 for what a phrase with "of"
// says of something else.
func namedPlace(x *text, at int) int {
	if syntax.HasPreposition(x.doc, at, "of") {
		return -1
	}
	if m := x.actors.Mention(at); m != nil && m.Place != nil {
		return at
	}
	if syntax.InDate(x.doc, at) {
		for c := range x.doc.Children(at) {
			if m := x.actors.Mention(c); c > at && m != nil && m.Place != nil && syntax.HasPreposition(x.doc, c, "in", "at") {
				return c // in recent days in Muscat
			}
		}
	}
	t := x.doc.Tokens[at]
	if t.UPOS != "NOUN" || !settlement[t.Lemma] || !syntax.HasPreposition(x.doc, at, "in", "at", "to", "near", "outside", "on") {
		return at
	}
	for c := range x.doc.Children(at) {
		if m := x.actors.Mention(c); c > at && m != nil && m.Place != nil && !m.Place.State && (x.doc.Tokens[c].Has("appos", "flat") || t.Lemma != "capital" && syntax.HasPreposition(x.doc, c, "of")) {
			return c
		}
	}
	return at
}

// settlement are nouns for what a place is.
var settlement = map[string]bool{"city": true, "town": true, "village": true, "capital": true, "resort": true, "port": true, "island": true}

// behindMatter reports whether a place stands right behind the thing that a
// verb is about, which is where that thing is: "to discuss the war in Ukraine".
// Behind a person or a meeting it is where they meet.
func behindMatter(x *text, place, verb, trigger int) bool {
	first, _ := x.doc.Yield(place)
	o := x.doc.Child(verb, "obj")
	if o < 0 || o != first-1 || o == trigger || x.doc.Tokens[o].UPOS != "NOUN" || x.actors.Phrase(o) != nil {
		return false
	}
	_, meeting := x.lexicon.nouns[x.doc.Tokens[o].Lemma]
	return !meeting
}

// Finer prefers a town to its state.
func Finer(a, b *rapporteur.Place) bool { return b.State && !a.State && b.Country == a.Country }

// destination finds the place behind "to", "in" or "at" that a word governs, or that
// stands right behind it, or that a verb has for its object: the token of its mention,
// -1 for none.
func destination(x *text, trigger int) int {
	t := x.doc.Tokens[trigger]
	for c := range x.doc.Children(trigger) {
		named := isPlace(x, c)
		if named && syntax.HasPreposition(x.doc, c, "to", "in", "at") && (t.UPOS == "VERB" || syntax.HasPreposition(x.doc, c, "to")) {
			return c
		}
		if named && t.UPOS == "VERB" && x.doc.Tokens[c].Has("obj") {
			return c // visited Muscat
		}
	}
	if t.Head >= 0 && t.UPOS != "VERB" {
		for c := range x.doc.Children(t.Head) {
			if first, _ := x.doc.Yield(c); first == trigger+1 && syntax.HasPreposition(x.doc, c, "to") {
				if isPlace(x, c) {
					return c
				}
				return -1
			}
		}
	}
	return -1
}

// visited gives the place that somebody visits, if it is one: of two neither is where a
// visit takes place. -1 for none.
func visited(x *text, object int) int {
	if !isPlace(x, object) || x.doc.Child(object, "conj") >= 0 {
		return -1
	}
	return object
}

// isTown reports whether a noun names a place that is no actor of its own.
func isTown(x *text, noun int) bool {
	return isPlace(x, noun) && len(parties(x, noun)) == 0
}

// isPlace reports whether a token is one of the name of a place in some state.
func isPlace(x *text, token int) bool {
	m := x.actors.Mention(token)
	return m != nil && m.Place != nil && m.Place.Country != ""
}
