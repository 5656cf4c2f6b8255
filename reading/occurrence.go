package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
	"slices"
)

// untold is what a governor says that leaves open whether a deed comes about:
// "wants to", "tries to", "fears".
const untold rapporteur.Modality = "-"

// attempted is what "try" and "attempt" say.
const attempted rapporteur.Modality = "attempted"

// occurrence tells whether a deed came about: from its own tense, auxiliaries
// and negation, or for an infinitive or a noun from what governs it. It is empty
// where the words leave it open.
func (r *reading) occurrence(token int) rapporteur.Modality {
	for hops := 0; hops < 2*governed; hops++ {
		t := r.doc.Tokens[token]
		if t.XPOS == "VB" && t.Has("acl") && r.ranked(t.Head) {
			token = t.Head
			continue
		}
		if t.UPOS == "VERB" {
			if m, ok := r.tensed(token); ok {
				return r.unlessDoubted(token, m)
			}
		}
		if t.UPOS == "ADJ" && r.doc.Child(token, "cop") >= 0 {
			return r.predicated(token)
		}
		if t.Head < 0 {
			return r.headless(token)
		}
		if m, ok := r.underMood(token); ok {
			return m
		}
		if !r.passesOn(token) {
			return r.presupposed(token)
		}
		if t.XPOS == "VBG" && t.Has("acl") {
			return factual(r.occurrence(t.Head))
		}
		token = t.Head
	}
	return ""
}

// tensed reads the modality of a verb from its own form; ok is false where that
// says nothing.
func (r *reading) tensed(verb int) (m rapporteur.Modality, ok bool) {
	m = syntax.FormModality(r.doc, verb)
	switch {
	case r.ifs(verb):
		return "", true
	case r.doc.Tokens[verb].XPOS == "VBN" && syntax.MarkedBy(r.doc, verb, "to") && syntax.Auxiliary(r.doc, verb, "have") < 0: // to be expelled
		return "", false
	case m == proposed, m == rapporteur.Conditional: // may, must; if
		return "", true
	case m == rapporteur.Planned && r.condition(verb) != nil:
		return rapporteur.Conditional, true
	case m == rapporteur.Happened && r.doc.Tokens[verb].Has("acl", "advcl", "amod") && r.doc.Tokens[verb].XPOS == "VBN" && !r.doc.Tokens[verb].Has("acl:relcl"):
		return m, r.doc.Child(verb, "mark") < 0 || syntax.Auxiliary(r.doc, verb, "have") >= 0 // "after having attacked", not "if attacked"
	}
	return m, m != ""
}

// predicated is the modality of an adjective that says of somebody what they
// are: "was willing".
func (r *reading) predicated(token int) rapporteur.Modality {
	switch {
	case r.ifs(token), syntax.MoodOf(r.doc, token) == "can", syntax.MoodOf(r.doc, token) == "must":
		return ""
	case syntax.Negated(r.doc, token):
		return rapporteur.Denied
	}
	return rapporteur.Happened
}

// ifs reports whether a verb is one of a condition: "if attacked".
func (r *reading) ifs(verb int) bool {
	for c := range r.doc.Children(verb) {
		if t := r.doc.Tokens[c]; t.Has("mark", "advmod") && c < verb && r.tables.openers[t.Lemma] {
			return true
		}
	}
	return false
}

// unlessDoubted leaves out what a clause tells that somebody only hopes, fears
// or believes.
func (r *reading) unlessDoubted(verb int, m rapporteur.Modality) rapporteur.Modality {
	t := r.doc.Tokens[verb]
	if t.Has("ccomp", "acl") && !t.Has("acl:relcl") && r.tables.moods[lower(r.doc.Tokens[t.Head].Lemma)] == untold && !(m == rapporteur.Planned && r.warned(t.Head)) {
		return ""
	}
	return m
}

// warned reports whether a word is one of warning: who warns of what he will do
// says that he will.
func (r *reading) warned(cue int) bool {
	return frames.Any(r.said, func(a *frames.Frame) bool { return frames.Cue(a) == cue && a.Attribute(frames.Act) == "warn" })
}

// factual keeps what happens or happened: what a participle says of somebody in a
// sentence about the future is not told as an event.
func factual(m rapporteur.Modality) rapporteur.Modality {
	if m == rapporteur.Happened || m == rapporteur.UnderWay {
		return m
	}
	return ""
}

// headless is the modality of what a sentence begins with: a noun, as in a
// headline, is a fact, a bare verb an order or a wish.
func (r *reading) headless(token int) rapporteur.Modality {
	if u := r.doc.Tokens[token].UPOS; u == "NOUN" || u == "PROPN" {
		return rapporteur.Happened
	}
	return ""
}

// underMood reads what the governor of a token says of it.
func (r *reading) underMood(token int) (rapporteur.Modality, bool) {
	t := r.doc.Tokens[token]
	m, ok := r.tables.moods[lower(r.doc.Tokens[t.Head].Lemma)]
	if syntax.LedBy(r.doc, token, "without") || syntax.LedBy(r.doc, t.Head, "without") || t.XPOS == "VBG" && syntax.LedBy(r.doc, token, "for") && r.doc.Tokens[t.Head].UPOS != "VERB" {
		return "", true
	}
	if !ok || t.Has("advcl") && syntax.LedBy(r.doc, token, apart...) {
		return "", false
	}
	if t.Has("nsubj") && !t.Has("nsubj:pass") || t.Has("conj", "advmod", "parataxis", "acl:relcl") || t.Has("obl") && !syntax.HasPreposition(r.doc, token, "for", "to", "of", "from", "against", "with", "on", "about", "in") {
		return "", false
	}
	switch m {
	case untold:
		return "", true
	case rapporteur.Happened:
		return "", false
	case rapporteur.UnderWay:
		if own := r.occurrence(t.Head); own != rapporteur.Happened {
			return own, true
		}
		return m, true
	}
	if r.doc.Tokens[t.Head].UPOS == "VERB" && r.occurrence(t.Head) == "" {
		return "", true
	}
	return r.negatedGovernor(t.Head, m), true
}

// ranked reports whether a noun is one in a row, whose infinitive is a fact: "the
// latest state to offer help".
func (r *reading) ranked(noun int) bool {
	for c := range r.doc.Children(noun) {
		if slices.Contains([]string{"latest", "first", "last", "only", "second", "third", "late"}, lower(r.doc.Tokens[c].Form)) {
			return true
		}
	}
	return false
}

// apart are words that lead in a clause of its own beside what it hangs on.
var apart = []string{"after", "before", "since", "while", "when", "as", "because", "although", "though", "by", "despite", "following", "amid"}

// passesOn reports whether a word takes its modality from its head.
func (r *reading) passesOn(token int) bool {
	t := r.doc.Tokens[token]
	h := r.doc.Tokens[t.Head]
	if t.UPOS == "VERB" {
		switch {
		case t.XPOS == "VBG":
			return true
		case t.Has("conj"):
			return true
		case t.Has("xcomp"):
			return r.tables.moods[lower(h.Lemma)] == rapporteur.Happened || h.UPOS != "VERB"
		case t.Has("acl") && t.XPOS == "VB":
			return r.tables.moods[lower(h.Lemma)] == rapporteur.Happened // the decision to leave
		}
		return false
	}
	return t.Has("obj", "nsubj:pass", "xcomp", "conj", "nmod", "appos") && !t.Has("nmod:poss")
}

// presupposed is the modality of a noun whose head says nothing of it: what did
// something, or what something followed, is a fact where its head is one.
func (r *reading) presupposed(token int) rapporteur.Modality {
	t := r.doc.Tokens[token]
	if t.UPOS == "VERB" || t.UPOS == "ADJ" {
		return ""
	}
	if t.Has("nsubj") {
		m := r.occurrence(t.Head)
		if r.doc.Tokens[t.Head].UPOS != "VERB" {
			return rapporteur.Happened
		}
		if slices.Contains([]rapporteur.Modality{rapporteur.Happened, rapporteur.UnderWay}, m) {
			return rapporteur.Happened
		}
		return ""
	}
	if t.Has("obl", "nmod:poss", "parataxis", "dep", "list") {
		return rapporteur.Happened
	}
	return ""
}

// hedged gives the words that weaken a deed: "reportedly", "appears to".
func (r *reading) hedged(trigger int) string {
	for at, hops := trigger, 0; at >= 0 && hops < governed; hops++ {
		for c := range r.doc.Children(at) {
			if t := r.doc.Tokens[c]; t.Has("advmod", "amod") && r.tables.hedges[lower(t.Form)] {
				return lower(t.Form)
			}
		}
		t := r.doc.Tokens[at]
		if t.Head >= 0 && t.Has("xcomp", "ccomp", "csubj") && r.tables.hedges[lower(r.doc.Tokens[t.Head].Lemma)] {
			return r.doc.Tokens[t.Head].Form
		}
		if !t.Has("xcomp", "obj", "conj", "nsubj:pass") {
			break
		}
		at = t.Head
	}
	return ""
}
