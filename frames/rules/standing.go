package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language/syntax"
)

// standing is how a text has it that somebody does something or not.
type standing struct {
	// negated says that it is said not to be so, refused that somebody will not do it,
	// ahead that it is to come.
	negated, refused, ahead bool
	// open says that the words leave it open: it may be so, should be, is demanded,
	// threatened, feared or asked.
	open bool
}

// standingOf tells from a verb's or noun's own form and from what governs it whether
// what it says is so. Refusing, failing and denying turn it round, each time anew.
func standingOf(x *text, token int) standing {
	var s standing
	if syntax.Questioned(x.doc, token) {
		s.open = true
	}
	for hops := 0; token >= 0 && hops <= governed && !s.open; hops++ {
		if syntax.Negated(x.doc, token) || syntax.NegativeDeterminer(x.doc, token) {
			s.negated = !s.negated
		}
		s.addMood(x, token)
		if finite(x, token) {
			s.addClause(x, token)
			break
		}
		if token = s.addGovernor(x, token); token < 0 {
			break
		}
	}
	return s
}

// addMood reads the auxiliaries of a word: what cannot be done is not done.
func (s *standing) addMood(x *text, token int) {
	if isOpenCondition(x, token) {
		s.open = true
	}
	for c := range x.doc.Children(token) {
		t := x.doc.Tokens[c]
		if t.Has("advmod") && slices.Contains([]string{"perhaps", "maybe", "rarely", "seldom", "potentially", "possibly", "often", "usually"}, t.Lemma) {
			s.open = true
		}
		if !t.Has("aux", "cop") {
			continue
		}
		switch lower(t.Form) {
		case "will", "'ll", "’ll", "wo", "shall":
			s.ahead = true
		case "would", "'d", "’d":
			s.ahead = true
			s.open = s.open || x.doc.Child(token, "advcl") >= 0 && condition(x, token) != nil
		case "can", "ca", "could":
			s.open = s.open || !s.negated
			s.refused = true
		case "may", "might", "should", "must", "ought", "need":
			s.open = true
		case "is", "are", "'s", "'re", "’s", "’re":
			s.ahead = s.ahead || x.doc.Tokens[token].XPOS == "VB"
		}
	}
}

// finite reports whether a word is the verb or predicate of a clause that stands by
// itself.
func finite(x *text, token int) bool {
	t := x.doc.Tokens[token]
	if x.doc.Child(token, "cop") >= 0 {
		return x.doc.Child(token, "mark") < 0 || x.doc.Tokens[x.doc.Child(token, "mark")].Lemma != "to"
	}
	if t.UPOS != "VERB" && t.UPOS != "AUX" {
		return false
	}
	if syntax.Tensed(t) && !t.Has("amod") || syntax.HasAuxiliary(x.doc, token, "will", "'ll", "’ll", "wo", "would", "can", "ca", "could", "did", "does", "do", "has", "have", "had", "may", "might", "should", "must", "is", "are", "was", "were", "'s", "’s", "'re", "’re") {
		return !syntax.Infinitive(x.doc, token)
	}
	return t.XPOS == "VBN" && t.Has("root", "acl", "advcl", "amod", "conj") && !syntax.Infinitive(x.doc, token)
}

// addClause reads what a word over a whole clause says of it: what is denied is not so,
// what is feared, hoped or asked for is left open.
func (s *standing) addClause(x *text, token int) {
	t := x.doc.Tokens[token]
	if !t.Has("ccomp", "acl", "csubj") || t.Has("acl:relcl") || t.Head < 0 {
		return
	}
	h := x.doc.Tokens[t.Head]
	switch lemma := lower(h.Lemma); {
	case lemma == "deny":
		s.negated = !s.negated
	case slices.Contains(doubting, lemma):
		s.open = true
	}
}

// doubting are words over a clause that leave open whether it is so.
var doubting = []string{"fear", "worry", "hope", "wish", "suggest", "propose", "urge", "demand", "ask", "recommend", "insist", "doubt", "threaten", "threat", "request", "possibility", "chance", "prospect", "risk", "idea", "suggestion", "likelihood", "speculation", "wonder"}

// deciding are words over an infinitive that make it as true as they are.
var deciding = []string{"choose", "opt", "elect", "go", "mean", "continue", "decision", "choice", "move", "lead", "prompt", "cause", "require", "become"}

// addGovernor reads what governs an infinitive, a gerund or a noun, and gives the word
// whose standing it shares, -1 where there is none.
func (s *standing) addGovernor(x *text, token int) int {
	t := x.doc.Tokens[token]
	if t.Head < 0 {
		s.open = s.open || t.UPOS == "VERB" && t.XPOS == "VB" // an order
		return -1
	}
	infinitive := t.UPOS == "VERB" && t.XPOS == "VB" || x.doc.Child(token, "cop") >= 0
	switch h := lower(x.doc.Tokens[t.Head].Lemma); {
	case syntax.LedBy(x.doc, token, "without"):
		s.negated = !s.negated
		return -1
	case syntax.LedBy(x.doc, token, "instead", "than", "despite", "against", "about", "before"):
		s.open = true
		return -1
	case h == "interest", h == "able" && syntax.Negated(x.doc, t.Head), (h == "allow" || h == "permit") && syntax.Negated(x.doc, t.Head):
		return t.Head // no interest in appearing, not able to
	case infinitive && t.Has("acl") && isRanked(x, t.Head):
		return -1 // the first to skip it
	case t.UPOS == "NOUN" && !t.Has("obj", "nsubj:pass", "conj"):
		if t.Has("nmod") {
			s.under(x, token, h, false) // calls for a boycott
		}
		return -1
	case t.Has("conj"):
		return t.Head
	case infinitive || t.Has("xcomp", "ccomp", "acl", "obj", "nmod", "obl", "nsubj:pass", "appos") && !t.Has("acl:relcl"):
		return s.under(x, token, h, infinitive)
	}
	return -1
}

// under reads a governor by its lemma.
func (s *standing) under(x *text, token int, lemma string, infinitive bool) int {
	head := x.doc.Tokens[token].Head
	m, known := x.lexicon.moods[lemma]
	switch {
	case m == rapporteur.Refused:
		s.negated, s.refused = !s.negated, true
	case m == rapporteur.Denied:
		s.negated = !s.negated
	case m == untold && lemma != "accuse", m == rapporteur.Threatened, m == rapporteur.Conditional, m == attempted:
		s.open = true
	case m == rapporteur.Planned:
		s.ahead = true
	case !known && infinitive && !slices.Contains(deciding, lemma):
		s.open = true // the right to leave
	case !known && x.doc.Tokens[token].UPOS == "VERB":
		return -1 // criticised for skipping: a fact
	case !known && x.doc.Tokens[head].UPOS != "VERB":
		return -1
	}
	return head
}

// isLeftOpen reports whether it is not told for sure that a deed is done.
func isLeftOpen(x *text, verb int) bool {
	s := standingOf(x, verb)
	return s.open || s.negated
}
