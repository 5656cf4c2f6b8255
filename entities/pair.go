package entities

import (
	"slices"
	"sort"
	"strings"

	"rapporteur"
	"rapporteur/language/syntax"
)

// persons, sides of states and bodies.

// resolvePairs links "both sides", "the two leaders", "the two countries" to
// the two that were last named together.
func (l *pairFinder) resolvePairs() {
	for i, t := range l.doc.Tokens {
		kind, ok := l.pairOf(t.Lemma)
		if !ok || !syntax.Plural(l.doc.Tokens[i]) || l.cast.at[i] >= 0 || !l.dual(i) || l.politics(i) {
			continue
		}
		pair := l.before(i, kind)
		if pair == nil {
			continue
		}
		first, _ := syntax.Description(l.doc, i)
		l.add(Mention{First: first, Last: i + 1, Head: i, Actor: -1, Form: ByDescription, Pair: pair})
	}
}

// politics reports whether the two are those of a country's politics: "lawmakers of
// both parties".
func (l *pairFinder) politics(noun int) bool {
	t := l.doc.Tokens[noun]
	return t.Lemma == "party" && t.Head >= 0 && t.Has("nmod") && l.base.Is(strings.ToLower(l.doc.Tokens[t.Head].Lemma), "of a party")
}

// dual reports whether a plural noun means two: "both", "the two", "the sides".
func (l *pairFinder) dual(noun int) bool {
	for c := range l.doc.Children(noun) {
		switch strings.ToLower(l.doc.Tokens[c].Form) {
		case "both", "two":
			return true
		}
	}
	return l.doc.Tokens[noun].Lemma == "side" && l.doc.Child(noun, "det") >= 0
}

// sideBySide reports whether nothing but "and", a hyphen or common words of the
// same phrase stands between two mentions.
func (l *pairFinder) sideBySide(a, b Mention) bool {
	if b.First-a.Last > 2 || l.doc.SentenceOf(a.Head) != l.doc.SentenceOf(b.Head) {
		return false
	}
	joined := false
	for i := a.Last; i < b.First; i++ {
		switch strings.ToLower(l.doc.Tokens[i].Form) {
		case "and", "-", "–", "/":
			joined = true
		case "the":
		default:
			return false
		}
	}
	return joined
}

// lately gives the mentions before a token in its sentence and the one before, in the
// order of the text.
func (l *linker) lately(token int) []Mention {
	sentence := l.doc.SentenceOf(token)
	return append(l.mentionsIn(sentence-1, token), l.mentionsIn(sentence, token)...)
}

// mentionsIn gives the mentions of actors whose head stands in a sentence before a token,
// in the order of the text.
func (l *linker) mentionsIn(sentence, token int) []Mention {
	if sentence < 0 {
		return nil
	}
	var out []Mention
	for _, k := range l.headedIn(sentence) {
		if m := l.cast.Mentions[k]; m.Head < token && m.Actor >= 0 {
			out = append(out, m)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].First < out[j].First })
	return out
}

// addParty adds the actor of a mention if it can be one of a pair.
func (l *linker) addParty(named []int, m Mention, kind string) []int {
	i := m.Actor
	a := &l.cast.Actors[i]
	if kind == "persons" {
		if a.Kind != rapporteur.Person {
			return named
		}
	} else {
		switch {
		case a.Kind == rapporteur.State, a.Kind == rapporteur.Group && a.Known != nil, a.Kind == rapporteur.Organisation && a.State == "" && a.Known != nil && a.Known.Sector != "media":
		case a.Kind == rapporteur.Person && a.For != "":
			side := l.base.Actor(a.For)
			if side == nil {
				return named
			}
			i = l.known(side)
		default:
			return named
		}
	}
	if m.Place != nil && l.doc.Child(m.Head, "case") >= 0 && l.doc.Tokens[l.doc.Child(m.Head, "case")].Lemma == "in" || slices.Contains(named, i) {
		return named
	}
	return append(named, i)
}

// pairOf gives what a noun makes a pair of: sides or persons.
func (l *pairFinder) pairOf(lemma string) (kind string, ok bool) {
	if l.base.Is(lemma, "pair of sides") {
		return "sides", true
	}
	return "persons", l.base.Is(lemma, "pair of persons")
}
