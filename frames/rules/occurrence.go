package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language/syntax"
)

// untold is what a governor says that leaves open whether a deed comes about:
// "wants to", "tries to", "fears".
const untold rapporteur.Modality = "-"

// attempted is what "try" and "attempt" say.
const attempted rapporteur.Modality = "attempted"

// cameAbout gives whether a deed of a type came about. An attempt is as good as the deed where
// the table of types says so, and else none.
func cameAbout(x *text, token int, plover string) rapporteur.Modality {
	m := occurrence(x, token)
	switch {
	case m != attempted:
		return m
	case x.lexicon.types[plover].tried:
		return rapporteur.Happened
	}
	return ""
}

// occurrence tells whether a deed came about: from its own tense, auxiliaries
// and negation, or for an infinitive or a noun from what governs it. It is empty
// where the words leave it open.
func occurrence(x *text, token int) rapporteur.Modality {
	for hops := 0; hops < 2*governed; hops++ {
		t := x.doc.Tokens[token]
		if t.XPOS == "VB" && t.Has("acl") && isRanked(x, t.Head) {
			token = t.Head
			continue
		}
		if t.UPOS == "VERB" {
			if m, ok := tensedModality(x, token); ok {
				return unlessDoubted(x, token, m)
			}
		}
		if t.UPOS == "ADJ" && x.doc.Child(token, "cop") >= 0 {
			return predicated(x, token)
		}
		if t.Head < 0 {
			return headless(x, token)
		}
		if m, ok := underMood(x, token); ok {
			return m
		}
		if !passesOn(x, token) {
			return presupposed(x, token)
		}
		if t.XPOS == "VBG" && t.Has("acl") {
			return factual(occurrence(x, t.Head))
		}
		token = t.Head
	}
	return ""
}

// tensedModality reads the modality of a verb from its own form; ok is false where that
// says nothing.
func tensedModality(x *text, verb int) (m rapporteur.Modality, ok bool) {
	m = syntax.FormModality(x.doc, verb)
	switch {
	case isOpenCondition(x, verb):
		return "", true
	case x.doc.Tokens[verb].XPOS == "VBN" && syntax.MarkedBy(x.doc, verb, "to") && syntax.Auxiliary(x.doc, verb, "have") < 0: // to be expelled
		return "", false
	case m == proposed, m == rapporteur.Conditional: // may, must; if
		return "", true
	case m == rapporteur.Planned && condition(x, verb) != nil:
		return rapporteur.Conditional, true
	case m == rapporteur.Happened && x.doc.Tokens[verb].Has("acl", "advcl", "amod") && x.doc.Tokens[verb].XPOS == "VBN" && !x.doc.Tokens[verb].Has("acl:relcl"):
		return m, x.doc.Child(verb, "mark") < 0 || syntax.Auxiliary(x.doc, verb, "have") >= 0 // "after having attacked", not "if attacked"
	}
	return m, m != ""
}

// predicated is the modality of an adjective that says of somebody what they
// are: "was willing".
func predicated(x *text, token int) rapporteur.Modality {
	switch {
	case isOpenCondition(x, token), syntax.MoodOf(x.doc, token) == "can", syntax.MoodOf(x.doc, token) == "must":
		return ""
	case syntax.Negated(x.doc, token):
		return rapporteur.Denied
	}
	return rapporteur.Happened
}

// unlessDoubted leaves out what a clause tells that somebody only hopes, fears
// or believes.
func unlessDoubted(x *text, verb int, m rapporteur.Modality) rapporteur.Modality {
	t := x.doc.Tokens[verb]
	if t.Has("ccomp", "acl") && !t.Has("acl:relcl") && x.lexicon.moods[lower(x.doc.Tokens[t.Head].Lemma)] == untold && !(m == rapporteur.Planned && isWarning(x, t.Head)) {
		return ""
	}
	return m
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
func headless(x *text, token int) rapporteur.Modality {
	if u := x.doc.Tokens[token].UPOS; u == "NOUN" || u == "PROPN" {
		return rapporteur.Happened
	}
	return ""
}

// underMood reads what the governor of a token says of it.
func underMood(x *text, token int) (rapporteur.Modality, bool) {
	t := x.doc.Tokens[token]
	m, ok := x.lexicon.moods[lower(x.doc.Tokens[t.Head].Lemma)]
	if syntax.LedBy(x.doc, token, "without") || syntax.LedBy(x.doc, t.Head, "without") || t.XPOS == "VBG" && syntax.LedBy(x.doc, token, "for") && x.doc.Tokens[t.Head].UPOS != "VERB" {
		return "", true
	}
	if !ok || t.Has("advcl") && syntax.LedBy(x.doc, token, apart...) {
		return "", false
	}
	if t.Has("nsubj") && !t.Has("nsubj:pass") || t.Has("conj", "advmod", "parataxis", "acl:relcl") || t.Has("obl") && !syntax.HasPreposition(x.doc, token, "for", "to", "of", "from", "against", "with", "on", "about", "in") {
		return "", false
	}
	switch m {
	case untold:
		return "", true
	case rapporteur.Happened:
		return "", false
	case rapporteur.UnderWay:
		if own := occurrence(x, t.Head); own != rapporteur.Happened {
			return own, true
		}
		return m, true
	}
	if x.doc.Tokens[t.Head].UPOS == "VERB" && occurrence(x, t.Head) == "" {
		return "", true
	}
	return negatedGovernor(x, t.Head, m), true
}

// isRanked reports whether a noun is one in a row, whose infinitive is a fact: "the
// latest state to offer help".
func isRanked(x *text, noun int) bool {
	for c := range x.doc.Children(noun) {
		if slices.Contains([]string{"latest", "first", "last", "only", "second", "third", "late"}, lower(x.doc.Tokens[c].Form)) {
			return true
		}
	}
	return false
}

// apart are words that lead in a clause of its own beside what it hangs on.
var apart = []string{"after", "before", "since", "while", "when", "as", "because", "although", "though", "by", "despite", "following", "amid"}

// passesOn reports whether a word takes its modality from its head.
func passesOn(x *text, token int) bool {
	t := x.doc.Tokens[token]
	h := x.doc.Tokens[t.Head]
	if t.UPOS == "VERB" {
		switch {
		case t.XPOS == "VBG":
			return true
		case t.Has("conj"):
			return true
		case t.Has("xcomp"):
			return x.lexicon.moods[lower(h.Lemma)] == rapporteur.Happened || h.UPOS != "VERB"
		case t.Has("acl") && t.XPOS == "VB":
			return x.lexicon.moods[lower(h.Lemma)] == rapporteur.Happened // the decision to leave
		}
		return false
	}
	return t.Has("obj", "nsubj:pass", "xcomp", "conj", "nmod", "appos") && !t.Has("nmod:poss")
}

// presupposed is the modality of a noun whose head says nothing of it: what did
// something, or what something followed, is a fact where its head is one.
func presupposed(x *text, token int) rapporteur.Modality {
	t := x.doc.Tokens[token]
	if t.UPOS == "VERB" || t.UPOS == "ADJ" {
		return ""
	}
	if t.Has("nsubj") {
		m := occurrence(x, t.Head)
		if x.doc.Tokens[t.Head].UPOS != "VERB" {
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

// hedgeOf gives the words that weaken a deed: "reportedly", "appears to".
func hedgeOf(x *text, trigger int) string {
	for at, hops := trigger, 0; at >= 0 && hops < governed; hops++ {
		for c := range x.doc.Children(at) {
			if t := x.doc.Tokens[c]; t.Has("advmod", "amod") && x.lexicon.hedges[lower(t.Form)] {
				return lower(t.Form)
			}
		}
		t := x.doc.Tokens[at]
		if t.Head >= 0 && t.Has("xcomp", "ccomp", "csubj") && x.lexicon.hedges[lower(x.doc.Tokens[t.Head].Lemma)] {
			return x.doc.Tokens[t.Head].Form
		}
		if !t.Has("xcomp", "obj", "conj", "nsubj:pass") {
			break
		}
		at = t.Head
	}
	return ""
}
