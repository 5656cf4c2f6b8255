package rules

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/language/syntax"
	"rapporteur/table"
)

// addOccasion reads a row of occasions.tsv.
func (t *lexicon) addOccasion(r table.Row) {
	t.occasions[r.Get("word")] = r.List("with")
}

// isOccasion reports whether a noun is something that people come together for: a word
// for a meeting, a ceremony, the negotiating table.
func isOccasion(x *text, token int) bool {
	t := x.doc.Tokens[token]
	lemma := lower(t.Lemma)
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" {
		return false
	}
	if _, meeting := x.lexicon.nouns[lemma]; meeting {
		return !syntax.HasDependent(x.doc, token, "news", "press", "intelligence", "information", "data") && (lemma != "call" || !otherSense(x, token))
	}
	with, known := x.lexicon.occasions[lemma]
	if !known {
		return strings.Contains(lemma, "-") && isOccasionWord(x, lemma[strings.LastIndex(lemma, "-")+1:])
	}
	return slices.Equal(with, []string{"-"}) || syntax.HasDependent(x.doc, token, with...) || slices.ContainsFunc(with, func(w string) bool { return token > 0 && lower(x.doc.Tokens[token-1].Form) == w })
}

func isOccasionWord(x *text, lemma string) bool {
	_, known := x.lexicon.nouns[lemma]
	return known || slices.Equal(x.lexicon.occasions[lemma], []string{"-"})
}

// isEvent reports whether a noun is an occasion, or a proper name that is neither a
// person's nor a place's, as conferences have.
func isEvent(x *text, token int) bool {
	if isOccasion(x, token) {
		return true
	}
	if x.doc.Tokens[token].UPOS != "PROPN" {
		return false
	}
	m := x.actors.Mention(token)
	if m == nil {
		return true
	}
	if m.Actor < 0 || m.Place != nil {
		return false
	}
	a := x.actors.Actor(m.Actor)
	return a.Kind != rapporteur.Person && a.Kind != rapporteur.State
}

// isInvitation reports whether a noun is an invitation, or an occasion that is offered.
func isInvitation(x *text, token int) bool {
	switch lower(x.doc.Tokens[token].Lemma) {
	case "invitation", "invite":
		return true
	case "offer", "proposal", "request":
		for c := range x.doc.Children(token) {
			if x.doc.Tokens[c].Has("nmod", "acl") && (isOccasion(x, c) || x.lexicon.verbs[x.doc.Tokens[c].Lemma].kind != "") {
				return true
			}
		}
	case "speech", "process", "address":
		return false // whoever rejects a speech was there
	}
	return isOccasion(x, token)
}
