package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// shortState gives the state that a word with "the" before it stands for in this
// report: "the North" beside North Korea. Nil for none.
func (g *gazetteer) shortState(i int) *knowledge.Actor {
	if i == 0 || len(g.words[i]) != 1 || len(g.base.ShortNames(g.words[i][0])) == 0 || strings.ToLower(g.doc.Tokens[i-1].Form) != "the" {
		return nil
	}
	r, _ := utf8.DecodeRuneInString(g.doc.Tokens[i].Form)
	if !unicode.IsUpper(r) {
		return nil
	}
	if i+1 < len(g.doc.Tokens) {
		if next := g.doc.Tokens[i+1]; next.UPOS == "PROPN" || next.UPOS == "NOUN" || next.Lemma == "of" {
			return nil // the North Sea, the South wing, the north of the city
		}
	}
	for _, s := range g.base.ShortNames(g.words[i][0]) {
		if g.namesState(s.Beside) {
			return s.State
		}
	}
	return nil
}

// namesState reports whether the report names a state, wherever it does.
func (g *gazetteer) namesState(state string) bool {
	if g.states == nil {
		g.states = map[string]bool{}
		for i := range g.doc.Tokens {
			if senses, n := g.lookup(i); n > 0 && senses[0].Actor.Kind == rapporteur.State {
				g.states[senses[0].Actor.ID] = true
			}
		}
	}
	return g.states[state]
}
