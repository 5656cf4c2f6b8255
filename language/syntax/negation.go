package syntax

import (
	"slices"
	"strings"

	"rapporteur/language"
)

// Negated reports whether a word is negated by a particle or a determiner, or a
// verb by its subject: "will not sign", "no talks", "neither Oslo nor Bergen was
// invited".
func Negated(doc *language.Document, token int) bool {
	for c := range doc.Children(token) {
		t := doc.Tokens[c]
		if t.Has("nsubj") && doc.Tokens[token].UPOS == "VERB" && NegatedSubject(doc, c) {
			return true
		}
		switch t.Lemma {
		case "not", "never", "n't", "neither", "nor":
			if t.Has("advmod", "cc") {
				return true
			}
		case "no":
			if t.Has("det", "advmod") {
				return true
			}
		case "longer", "long":
			if t.Has("advmod") && c > 0 && doc.Tokens[c-1].Lemma == "no" {
				return true // will no longer pay
			}
		}
	}
	return false
}

// showing are verbs of what bears something out.
var showing = []string{"show", "prove", "find", "indicate", "demonstrate", "establish", "confirm", "conclude"}

// Unshown reports whether a clause is what a negated verb of showing does not bear out:
// "the papers did not show that he paid".
func Unshown(doc *language.Document, clause int) bool {
	t := doc.Tokens[clause]
	return t.Has("ccomp") && t.Head >= 0 && slices.Contains(showing, doc.Tokens[t.Head].Lemma) && Negated(doc, t.Head)
}

// NegatedSubject reports whether a subject says that nobody does it: "nobody",
// "neither side", "no envoy".
func NegatedSubject(doc *language.Document, subject int) bool {
	switch strings.ToLower(doc.Tokens[subject].Form) {
	case "nobody", "none", "neither", "nothing":
		return true
	}
	for c := range doc.Children(subject) {
		switch strings.ToLower(doc.Tokens[c].Form) {
		case "neither", "no":
			return doc.Tokens[c].Has("det", "cc", "advmod")
		}
	}
	return false
}

// NegativeDeterminer reports whether a noun is said not to be there: "offered no
// details".
func NegativeDeterminer(doc *language.Document, noun int) bool {
	d := doc.Child(noun, "det")
	return d >= 0 && d < noun && doc.Tokens[d].Lemma == "no"
}

// ButNot reports whether a word is joined to another one with "but not": "met the
// mayor but not the governor".
func ButNot(doc *language.Document, token int) bool {
	n := doc.Child(token, "advmod")
	return n >= 0 && n < token && doc.Tokens[n].Lemma == "not"
}
