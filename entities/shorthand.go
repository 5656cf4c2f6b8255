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
func (l *linker) shortState(i int) *knowledge.Actor {
	if i == 0 || len(l.words[i]) != 1 || len(l.base.ShortNames(l.words[i][0])) == 0 || strings.ToLower(l.doc.Tokens[i-1].Form) != "the" {
		return nil
	}
	r, _ := utf8.DecodeRuneInString(l.doc.Tokens[i].Form)
	if !unicode.IsUpper(r) {
		return nil
	}
	if i+1 < len(l.doc.Tokens) {
		if next := l.doc.Tokens[i+1]; next.UPOS == "PROPN" || next.UPOS == "NOUN" || next.Lemma == "of" {
			return nil // the North Sea, the South wing, the north of the city
		}
	}
	for _, s := range l.base.ShortNames(l.words[i][0]) {
		if l.named(s.Beside) {
			return s.State
		}
	}
	return nil
}

// named reports whether the report names a state, wherever it does.
func (l *linker) named(state string) bool {
	if l.tells == nil {
		l.tells = map[string]bool{}
		for i := range l.doc.Tokens {
			if senses, n := l.lookup(i); n > 0 && senses[0].Actor.Kind == rapporteur.State {
				l.tells[senses[0].Actor.ID] = true
			}
		}
	}
	return l.tells[state]
}
