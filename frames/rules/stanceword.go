package rules

import (
	"rapporteur"
	"rapporteur/language"
)

// stanceWord is a word that shows a stance.
type stanceWord struct {
	rest   []string
	pos    string
	stance rapporteur.Stance
	takes  []string
	// needy words count only where the proposal names an issue.
	needy bool
	// around counts the issue of the sentence as well.
	around bool
	// things will do too: what was spoken of before, "the move".
	things bool
	// aim words count only in the reporter's words and those of the same side.
	aim bool
	// said words count only in somebody's statement, wordy ones only where the
	// proposal is more than one word.
	said, wordy bool
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
	return t.UPOS == "NOUN" // noun, own
}
