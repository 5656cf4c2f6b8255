package syntax

import (
	"slices"
	"strings"

	"rapporteur/language"
)

// Preposition gives the lemma of the first preposition or postposition of a noun,
// empty for none.
func Preposition(doc *language.Document, noun int) string {
	if p := doc.Child(noun, "case"); p >= 0 {
		return doc.Tokens[p].Lemma
	}
	return ""
}

// HasPreposition reports whether a noun has one of some prepositions, given as they
// are written, in small letters.
func HasPreposition(doc *language.Document, noun int, prepositions ...string) bool {
	for c := range doc.Children(noun) {
		if doc.Tokens[c].Has("case") && slices.Contains(prepositions, strings.ToLower(doc.Tokens[c].Form)) {
			return true
		}
	}
	return false
}

// LedBy reports whether a phrase or clause is led in by one of some prepositions
// or conjunctions, given as they are written: "without" for "left without
// signing". The "to" of an infinitive is neither.
func LedBy(doc *language.Document, token int, words ...string) bool {
	for c := range doc.Children(token) {
		if t := doc.Tokens[c]; t.Has("case", "mark") && t.UPOS != "PART" && slices.Contains(words, strings.ToLower(t.Form)) {
			return true
		}
	}
	return false
}

// MarkedBy reports whether the first conjunction of a clause is the one given.
func MarkedBy(doc *language.Document, clause int, conjunction string) bool {
	m := doc.Child(clause, "mark")
	return m >= 0 && doc.Tokens[m].Lemma == conjunction
}

// Modifier gives the first phrase or clause behind or before a noun that modifies
// it with one of some prepositions, -1 for none: "a call for restraint".
func Modifier(doc *language.Document, noun int, prepositions ...string) int {
	for c := range doc.Children(noun) {
		if doc.Tokens[c].Has("nmod", "acl") && HasPreposition(doc, c, prepositions...) {
			return c
		}
	}
	return -1
}

// Comitative reports whether a phrase names who does something besides the
// subject: "along with the mayor", "alongside her deputy".
func Comitative(doc *language.Document, noun int) bool {
	k := doc.Child(noun, "case")
	if k < 0 {
		return false
	}
	switch strings.ToLower(doc.Tokens[k].Form) {
	case "along", "together", "alongside":
		return true
	case "with":
		return k > 0 && slices.Contains([]string{"along", "together", "jointly"}, strings.ToLower(doc.Tokens[k-1].Form))
	}
	return false
}
