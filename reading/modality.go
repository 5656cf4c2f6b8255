package reading

import (
	"rapporteur"
	"rapporteur/language/syntax"
)

// proposed is what a governor may say of a deed beside the modalities of an
// event; a meeting has it as a status.
const proposed = syntax.Suggested

// governed is how many governors a deed's modality may depend on.
const governed = 4

// modality tells from tense, auxiliaries, negation, conditionals and governing
// verbs whether a deed happened. token is a verb, or a noun for a deed, which
// takes its modality from the verb it depends on.
func (r *reading) modality(token int) rapporteur.Modality {
	for hops := 0; token >= 0 && hops < governed; hops++ {
		if m := syntax.FormModality(r.doc, token); m != "" {
			return m
		}
		h := r.doc.Tokens[token].Head
		if h < 0 {
			break
		}
		if m, ok := r.tables.governors[r.doc.Tokens[h].Lemma]; ok && (syntax.Complement(r.doc.Tokens[token]) || r.doc.Tokens[token].UPOS == "VERB" && r.doc.Tokens[token].Has("obl")) {
			if m != rapporteur.Happened && !syntax.Concomitant(r.doc, token) {
				return r.negatedGovernor(h, m)
			}
		}
		if !syntax.Complement(r.doc.Tokens[token]) && !r.doc.Tokens[token].Has("obj", "obl", "nsubj", "conj", "nmod") {
			break
		}
		token = h
	}
	return rapporteur.Happened
}

// negatedGovernor turns "not agreed to" and "not refused to" round.
func (r *reading) negatedGovernor(head int, m rapporteur.Modality) rapporteur.Modality {
	if !syntax.Negated(r.doc, head) {
		return m
	}
	if m == rapporteur.Refused {
		return rapporteur.Happened
	}
	return rapporteur.Denied
}
