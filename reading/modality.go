package reading

import (
	"slices"

	"rapporteur"
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
		if m, ok := r.tables.governors[r.doc.Tokens[h].Lemma]; ok && (r.complement(token) || r.doc.Tokens[token].UPOS == "VERB" && r.doc.Tokens[token].Has("obl")) {
			if m != rapporteur.Happened && !r.besides(token) {
				return r.negatedGovernor(h, m)
			}
		}
		if !r.complement(token) && !r.doc.Tokens[token].Has("obj", "obl", "nsubj", "conj", "nmod") {
			break
		}
		token = h
	}
	return rapporteur.Happened
}

// complement reports whether a token is what its head is about.
func (r *reading) complement(token int) bool {
	return r.doc.Tokens[token].Has("xcomp", "ccomp", "csubj", "acl", "advcl") && !r.doc.Tokens[token].Has("acl:relcl")
}

// besides reports whether a clause tells what is done along with its governor,
// not what the governor leads to: "went on, holding talks".
func (r *reading) besides(token int) bool {
	t := r.doc.Tokens[token]
	return t.Has("advcl", "acl") && t.XPOS == "VBG" && r.doc.Child(token, "mark", "case") < 0
}

// negatedGovernor turns "not agreed to" and "not refused to" round.
func (r *reading) negatedGovernor(head int, m rapporteur.Modality) rapporteur.Modality {
	if !r.negated(head) {
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
	if r.negated(token) {
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
	case t.XPOS == "VB" && r.headline(token):
		return rapporteur.Planned
	case t.XPOS == "VB" && t.Has("ccomp", "acl") && r.marked(token, "that"), t.XPOS == "VBP" && r.subjunctive(token):
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

// subjunctive reports whether a bare verb has "he", "she" or "it" for a subject.
func (r *reading) subjunctive(verb int) bool {
	s := r.doc.Child(verb, "nsubj")
	if s < 0 || r.doc.Child(verb, "aux") >= 0 {
		return false
	}
	l := lower(r.doc.Tokens[s].Form)
	return l == "he" || l == "she" || l == "it"
}

// headline reports whether an infinitive is the verb of a headline: "leaders to
// meet in Geneva".
func (r *reading) headline(verb int) bool {
	if r.doc.Child(verb, "mark") < 0 {
		return false
	}
	t := r.doc.Tokens[verb]
	return t.Has("root") || t.Has("acl") && r.doc.Tokens[t.Head].Has("root")
}

// negated reports whether a word is negated by a particle or a determiner, or
// a verb by its subject: "neither Kyiv nor Brussels was invited".
func (r *reading) negated(token int) bool {
	for c := range r.doc.Children(token) {
		t := r.doc.Tokens[c]
		if t.Has("nsubj", "nsubj:pass") && r.doc.Tokens[token].UPOS == "VERB" && r.none(c) {
			return true
		}
		switch t.Lemma {
		case "not", "never", "n't", "neither", "nor":
			if t.Has("advmod", "cc") {
				return true
			}
		case "no":
			if t.Has("det", "advmod") {
				return true
			}
		case "longer", "long":
			if t.Has("advmod") && c > 0 && r.doc.Tokens[c-1].Lemma == "no" {
				return true // will no longer pay
			}
		}
	}
	return false
}

// none reports whether a subject says that nobody does it.
func (r *reading) none(subject int) bool {
	switch lower(r.doc.Tokens[subject].Form) {
	case "nobody", "none", "neither", "nothing":
		return true
	}
	for c := range r.doc.Children(subject) {
		switch lower(r.doc.Tokens[c].Form) {
		case "neither", "no":
			return r.doc.Tokens[c].Has("det", "cc", "advmod")
		}
	}
	return false
}
