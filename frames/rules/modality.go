package rules

import (
	"rapporteur"
	"rapporteur/language/syntax"
)

// proposed is what a governor may say of a deed beside the modalities of an
// event; a meeting has it as a status.
const proposed = syntax.Suggested

// governed is how many governors a deed's modality may depend on.
const governed = 4

// modalityOf tells from tense, auxiliaries, negation, conditionals and governing
// verbs whether a deed happened. token is a verb, or a noun for a deed, which
// takes its modality from the verb it depends on.
func modalityOf(x *text, token int) rapporteur.Modality {
	if m := sought(x, token); m != "" {
		return m
	}
	for hops := 0; token >= 0 && hops < governed; hops++ {
		if m := syntax.FormModality(x.doc, token); m != "" {
			return m
		}
		h := x.doc.Tokens[token].Head
		if h < 0 {
			break
		}
		if m, ok := x.lexicon.governors[x.doc.Tokens[h].Lemma]; ok && (syntax.Complement(x.doc.Tokens[token]) || x.doc.Tokens[token].UPOS == "VERB" && x.doc.Tokens[token].Has("obl")) {
			if m != rapporteur.Happened && !syntax.Concomitant(x.doc, token) {
				return negatedGovernor(x, h, m)
			}
		}
		if !syntax.Complement(x.doc.Tokens[token]) && !x.doc.Tokens[token].Has("obj", "obl", "nsubj", "conj", "nmod") {
			break
		}
		token = h
	}
	return rapporteur.Happened
}

// sought gives the modality of what is done for the sake of a noun: "prepare for a
// summit", "laid the groundwork for talks". It is empty where nothing is.
func sought(x *text, noun int) rapporteur.Modality {
	t := x.doc.Tokens[noun]
	if t.UPOS != "NOUN" || t.Head < 0 || !syntax.HasPreposition(x.doc, noun, "for") {
		return ""
	}
	for _, what := range []int{t.Head, x.doc.Child(t.Head, "obj")} {
		if what < 0 {
			continue
		}
		switch m := x.lexicon.governors[x.doc.Tokens[what].Lemma]; m {
		case rapporteur.Planned, proposed:
			return negatedGovernor(x, t.Head, m)
		}
	}
	return ""
}

// negatedGovernor turns "not agreed to" and "not refused to" round.
func negatedGovernor(x *text, head int, m rapporteur.Modality) rapporteur.Modality {
	if !syntax.Negated(x.doc, head) {
		return m
	}
	if m == rapporteur.Refused {
		return rapporteur.Happened
	}
	return rapporteur.Denied
}

// statusOf gives what a modality means for a meeting; a denied or conditional
// one is no meeting.
func statusOf(m rapporteur.Modality) rapporteur.Status {
	switch m {
	case rapporteur.Happened:
		return rapporteur.Held
	case rapporteur.UnderWay:
		return rapporteur.UnderWayMeeting
	case rapporteur.Planned:
		return rapporteur.PlannedMeeting
	case proposed:
		return rapporteur.Proposed
	case rapporteur.Refused:
		return rapporteur.RefusedMeeting
	}
	return ""
}
