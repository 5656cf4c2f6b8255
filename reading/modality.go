package reading

import (
	"rapporteur"
	"rapporteur/language/syntax"
	"slices"
)

// proposed is what a governor may say of a deed beside the modalities of an
// event; a meeting has it as a status.
const proposed rapporteur.Modality = "proposed"

// governed is how many governors a deed's modality may depend on.
const governed = 4

// modality tells from tense, auxiliaries, negation, conditionals and governing
// verbs whether a deed happened. token is a verb, or a noun for a deed, which
// takes its modality from the verb it depends on.
func (r *reading) modality(token int) rapporteur.Modality {
	for hops := 0; token >= 0 && hops < governed; hops++ {
		if m := r.ownModality(token); m != "" {
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

// ownModality reads what a verb's own form says, empty for an infinitive or a
// noun, which say nothing.
func (r *reading) ownModality(token int) rapporteur.Modality {
	t := r.doc.Tokens[token]
	if t.UPOS != "VERB" && t.UPOS != "AUX" && r.doc.Child(token, "cop") < 0 {
		return ""
	}
	if syntax.Negated(r.doc, token) {
		return rapporteur.Denied
	}
	finite, perfect, progressive := t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "VBN", false, t.XPOS == "VBG"
	for c := range r.doc.Children(token) {
		k := r.doc.Tokens[c]
		switch {
		case k.Has("mark") && slices.Contains([]string{"if", "unless", "whether"}, k.Lemma):
			return rapporteur.Conditional
		case k.Has("aux", "cop"):
			switch lower(k.Form) {
			case "will", "'ll", "’ll", "shall", "would", "wo":
				return rapporteur.Planned
			case "may", "might", "could", "should", "can", "must":
				return proposed
			case "have", "has", "had":
				perfect = true
			case "is", "are", "be", "was", "were", "'s", "'re":
				if t.XPOS == "VB" { // "are to meet"
					return rapporteur.Planned
				}
			}
		}
	}
	switch {
	case t.XPOS == "VB" && syntax.HeadlineInfinitive(r.doc, token):
		return rapporteur.Planned
	case t.XPOS == "VB" && t.Has("ccomp", "acl") && syntax.MarkedBy(r.doc, token, "that"), t.XPOS == "VBP" && syntax.Subjunctive(r.doc, token):
		return proposed // insists that he meet her
	case progressive && r.doc.Child(token, "aux") >= 0 && !perfect:
		return rapporteur.UnderWay
	case progressive && t.Has("advcl", "acl") && !perfect:
		return ""
	case finite || perfect:
		return rapporteur.Happened
	}
	return ""
}
