package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language/syntax"
)

// isSupposed reports whether a word of stance tells only what may be or is said
// against somebody: "if Iran agreed", "whether he intends", "accused it of
// backing rebels", "the president should demand".
func isSupposed(x *text, i int) bool {
	ascribed := []string{"of", "for", "about", "despite", "without", "from", "by"}
	t := x.doc.Tokens[i]
	if h := t.Head; h >= 0 && (t.UPOS == "NOUN" || t.XPOS == "VBG" || t.XPOS == "VB") {
		up := x.doc.Tokens[h].Lemma
		if x.lexicon.guesses[up] || x.lexicon.moods[up] == rapporteur.Denied {
			return true // an end to its support for, failing to back
		}
	}
	if t.UPOS == "VERB" || t.UPOS == "ADJ" {
		for c := range x.doc.Children(i) {
			k := x.doc.Tokens[c]
			if k.Has("aux") && slices.Contains([]string{"may", "might", "could", "must", "should"}, lower(k.Form)) && !byModal(x, i) {
				return true
			}
			if k.Has("advmod") && x.lexicon.guesses[k.Lemma] {
				return true
			}
		}
		if t.Has("conj") && t.Head >= 0 && x.doc.Child(i, "aux", "nsubj") < 0 && syntax.HasAuxiliary(x.doc, t.Head, "may", "might", "could", "can") {
			return true // he can wait, or call for a vote
		}
	}
	for hops, at := 0, i; at >= 0 && hops < governed; hops++ {
		if isOpened(x, at) || x.doc.Tokens[at].XPOS == "VBG" && syntax.LedBy(x.doc, at, ascribed...) {
			return true
		}
		if !x.doc.Tokens[at].Has("ccomp", "xcomp", "advcl", "conj") {
			break
		}
		at = x.doc.Tokens[at].Head
		if at >= 0 && (x.lexicon.guesses[x.doc.Tokens[at].Lemma] || syntax.HasAuxiliary(x.doc, at, "may", "might", "could")) {
			return true
		}
	}
	return false
}

// byModal reports whether a verb is one that speakers say must or must not be:
// its modal is the stance.
func byModal(x *text, i int) bool { return len(x.lexicon.stances[x.doc.Tokens[i].Lemma]) == 0 }
