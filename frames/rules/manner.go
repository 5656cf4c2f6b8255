package rules

import (
	"slices"

	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// Manner gives how the words tell what a token is for, as names of what is so of it:
// whether it is asked or negated, its mood, its form, whether a noun is definite.
func Manner(doc *language.Document, token int) []string {
	t := doc.Tokens[token]
	out := []string{"tag " + t.UPOS, "relation " + t.Deprel}
	if syntax.Questioned(doc, token) {
		out = append(out, "asked")
	}
	if syntax.Negated(doc, token) {
		out = append(out, "negated")
	}
	if mood := syntax.MoodOf(doc, token); mood != syntax.NoMood {
		out = append(out, "mood "+string(mood))
	}
	switch t.UPOS {
	case "VERB":
		out = append(out, "form "+string(syntax.FormModality(doc, token)))
	case "NOUN":
		if syntax.Definite(doc, token) {
			out = append(out, "definite")
		}
	}
	return out
}

// Earlier reports whether a verb tells what was before the rest, and not what somebody
// says was: "who had urged them to stay".
func Earlier(doc *language.Document, verb int) bool {
	return syntax.HasAuxiliary(doc, verb, "had") && !doc.Tokens[verb].Has("ccomp", "conj")
}

// Phrasing gives how some words that tell what somebody wants are put: the tag of their
// head, whether there is no noun among them, whether they are negated.
func Phrasing(doc *language.Document, words frames.Tokens, head int) []string {
	out := []string{"proposal " + doc.Tokens[head].UPOS}
	if !slices.ContainsFunc(doc.Tokens[words.First:words.Last], func(t language.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }) {
		out = append(out, "no noun")
	}
	if syntax.Negated(doc, head) {
		out = append(out, "proposal negated")
	}
	return out
}
