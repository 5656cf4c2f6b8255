package entities

import (
	"strings"

	"rapporteur/language/syntax"
)

// province reports whether a name that a state shares with a province elsewhere
// is the province's: "Georgia Governor", "Georgia's senator", "Atlanta, Georgia",
// "Senator Moss of Georgia". The tables of words say which names, offices and
// towns these are.
func (l *linker) province(first, last int) bool {
	if !l.base.Is(strings.ToLower(l.doc.Words(l.doc.Bytes(first, last))), "name of a province too") {
		return false
	}
	s := syntax.Sentence(l.doc, first)
	word := func(i int, class string) bool {
		return i >= s.First && i < s.Last && l.base.Is(strings.ToLower(l.doc.Tokens[i].Form), class)
	}
	next := last
	if next < s.Last && l.doc.Tokens[next].Lemma == "'s" {
		next++
	}
	if word(next, "office of a province") {
		return true
	}
	if first-2 < s.First {
		return false
	}
	switch l.doc.Tokens[first-1].Form {
	case ",":
		return word(first-2, "town of such a province")
	case "of":
		for i := first - 2; i >= s.First; i-- {
			if word(i, "office of a province") {
				return true
			}
			if l.doc.Tokens[i].UPOS != "PROPN" {
				return false
			}
		}
	}
	return false
}
