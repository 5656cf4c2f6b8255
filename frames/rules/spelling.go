package rules

import (
	"slices"

	"rapporteur/language/syntax"
)

// spellings gives the keys under which the tables may have a token: with what is
// joined to it by a hyphen, "cease-fire", by its lemma, and as it is written.
func spellings(x *text, i int) []string {
	t := x.doc.Tokens[i]
	keys := make([]string, 0, 3)
	if i >= 2 && x.doc.Tokens[i-1].Form == "-" && x.doc.Tokens[i-2].End == x.doc.Tokens[i-1].Start && x.doc.Tokens[i-1].End == t.Start {
		keys = append(keys, lower(x.doc.Tokens[i-2].Form)+"-"+lower(t.Lemma))
	}
	keys = append(keys, lower(t.Lemma))
	if form := lower(t.Form); form != keys[len(keys)-1] && (t.UPOS == "ADJ" || x.lexicon.constructions[keys[len(keys)-1]] == nil) {
		keys = append(keys, form) // a present taken for a past has no lemma
	}
	return keys
}

// isWish reports whether a clause tells what should be rather than what is: "that
// he leave", "that they must leave".
func isWish(x *text, verb int) bool {
	if a := syntax.Auxiliary(x.doc, verb, "be"); a >= 0 && lower(x.doc.Tokens[a].Form) == "be" && syntax.MoodOf(x.doc, verb) == "" {
		return true // that they be freed
	}
	if syntax.Inverted(x.doc, verb) || isOpenCondition(x, verb) {
		return false // should they need help
	}
	if a := x.doc.Child(verb, "aux"); a >= 0 {
		return slices.Contains([]string{"must", "should", "need"}, x.doc.Tokens[a].Lemma)
	}
	return x.doc.Tokens[verb].XPOS == "VB" && !syntax.MarkedBy(x.doc, verb, "to")
}

// kernelOf gives the nouns that say what a phrase is: its head, what is joined to
// it or set before it, and behind a number or a group what it is of: "dozens of
// prisoners".
func kernelOf(x *text, token int) []int {
	out := []int{token}
	for c := range x.doc.Children(token) {
		t := x.doc.Tokens[c]
		switch {
		case t.Has("conj", "compound", "nmod:desc"):
			out = append(out, c)
		case t.Has("nmod") && syntax.HasPreposition(x.doc, c, "of") && x.lexicon.classes["amount"][x.doc.Tokens[token].Lemma]:
			out = append(out, c)
		}
	}
	return out
}
