package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// stanceWord is a word that shows a stance.
type stanceWord struct {
	pos    string
	stance rapporteur.Stance
	// denied words count only where they are negated, and then mean what the table
	// says.
	denied bool
}

func (w stanceWord) fits(t language.Token) bool {
	switch w.pos {
	case "verb":
		return t.UPOS == "VERB"
	case "adj":
		return t.UPOS == "ADJ" || t.UPOS == "VERB" && t.XPOS == "VBN"
	case "prep":
		return t.UPOS == "ADP"
	}
	return t.UPOS == "NOUN"
}

// stanceOf gives the stance after negation and mood; empty where the deed is
// only possible.
func stanceOf(x *text, i int, w stanceWord) rapporteur.Stance {
	negative := syntax.Negated(x.doc, i) != isDenied(x, i) && !w.denied
	if !negative {
		if c := x.doc.Child(i, "aux"); c >= 0 && slices.Contains([]string{"would", "will"}, x.doc.Tokens[c].Lemma) && condition(x, i) != nil {
			return rapporteur.ConditionalStance
		}
		if condition(x, i) != nil && w.stance == rapporteur.Supports {
			return rapporteur.ConditionalStance
		}
		return w.stance
	}
	return oppositeStance(w.stance)
}

// oppositeStance turns a stance round.
func oppositeStance(s rapporteur.Stance) rapporteur.Stance {
	switch s {
	case rapporteur.Supports:
		return rapporteur.Opposes
	case rapporteur.Opposes:
		return rapporteur.Supports
	}
	return s
}
