package rules

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/language/syntax"
	"rapporteur/ontology"
)

// isOwnSide reports whether the subject of what a speaker says is the speaker, "we",
// or the side spoken for, rather than another person of it.
func isOwnSide(x *text, subject int, speaker referent) bool {
	a := actorAt(x, subject)
	if !sameSide(x, a, speaker) {
		return false
	}
	return a.actor == speaker.actor || x.actors.Actor(a.actor).Kind != rapporteur.Person
}

// moodStance reads what a speaker says will not, cannot or must be done: "his
// country would not send troops", "Iran must halt enrichment".
func moodStance(x *text, i int) (stance, bool) {
	s := stance{trigger: i, rule: moodInStatement}
	t := x.doc.Tokens[i]
	if t.UPOS != "VERB" || !t.Has("ccomp", "root", "conj", "parataxis", "acl:relcl", "xcomp") {
		return s, false
	}
	speaker := claimant(x, i)
	mood := syntax.MoodOf(x.doc, i)
	subject, _, passive := argumentsOf(x, i)
	if !speaker.some() && mood == "will" && t.XPOS != "VBG" && condition(x, i) != nil {
		speaker = actorAt(x, subject) // the reporter says what a party would do
	}
	if !isPartisan(x, speaker) || isSupposed(x, i) || t.Has("acl:relcl") || t.Has("xcomp") && x.doc.Tokens[t.Head].Has("acl:relcl") {
		return s, false
	}
	if subject >= 0 && (x.doc.Tokens[subject].Lemma == "you" || passive && inProperName(x, subject) && mood == "can" && !x.lexicon.classes["toleration"][t.Lemma]) {
		return s, false // nobody in particular; a boast
	}
	own := subject >= 0 && isOwnSide(x, subject, speaker)
	switch {
	case mood == "will" && !syntax.Negated(x.doc, i) && own && isConcession(x, i):
		s.stance = rapporteur.ConditionalStance
	case mood == "will" && syntax.Negated(x.doc, i) && own,
		mood == "can" && syntax.Negated(x.doc, i) && (own || passive && !x.lexicon.classes["feat"][t.Lemma]):
		s.stance = rapporteur.Opposes
	case mood == "must" && (syntax.Negated(x.doc, i) || t.Has("xcomp") && syntax.Negated(x.doc, t.Head)):
		s.stance = rapporteur.Opposes
	case mood == "must":
		s.stance = rapporteur.Supports
		if condition(x, i) != nil {
			s.stance = rapporteur.ConditionalStance
		}
	default:
		return s, false
	}
	s.holder, s.needy = speaker, !own && !isParty(x, actorAt(x, subject)) || s.stance == rapporteur.ConditionalStance && !isOnlyIf(x, i)
	first, last := predicateTokens(x, i, own || passive && x.lexicon.classes["toleration"][t.Lemma] && x.doc.Child(i, "xcomp") > i)
	s.proposal = x.doc.Bytes(first, last)
	if until := precondition(x, i); mood == "must" && until >= 0 {
		words := s.proposal
		s.stance, s.condition, s.proposal = rapporteur.ConditionalStance, &words, trimmed(x, decidedClause(x, until))
	}
	return s, last-first >= 2
}

// isConcession reports whether a verb that depends on a condition is something to be
// agreed on: who says "we will strike if they do" threatens.
func isConcession(x *text, verb int) bool {
	c := condition(x, verb)
	if c == nil || len(strings.Fields(x.doc.Words(*c))) < 3 || strings.HasPrefix(lower(x.doc.Words(*c)), "before") {
		return false
	}
	all := x.lexicon.constructions[x.doc.Tokens[verb].Lemma]
	return len(all) == 0 || slices.ContainsFunc(all, func(f construction) bool {
		t, known := x.lexicon.codes.Type(f.plover.Type)
		return !known || t.Quad != ontology.MaterialConflict && t.Name != "THREATEN"
	})
}

// precondition gives the clause that must wait for something: "talks must
// progress before a decision is taken".
func precondition(x *text, verb int) int {
	at := verb
	if x.doc.Tokens[verb].Has("xcomp") && x.doc.Child(verb, "advcl") < 0 {
		at = x.doc.Tokens[verb].Head
	}
	for c := range x.doc.Children(at) {
		if m := x.doc.Child(c, "mark"); x.doc.Tokens[c].Has("advcl") && m >= 0 && x.doc.Tokens[m].Lemma == "before" {
			return c
		}
	}
	return -1
}

// decidedClause steps from "decided whether to send" to what is decided.
func decidedClause(x *text, verb int) int {
	for c := range x.doc.Children(verb) {
		if x.doc.Tokens[c].Has("xcomp", "ccomp") && syntax.MarkedBy(x.doc, c, "whether") {
			return c
		}
	}
	return verb
}

// predicateTokens gives the tokens of a verb with its objects, without auxiliaries and
// clauses set beside it, and without the subject where it is the speaker's own
// side.
func predicateTokens(x *text, verb int, own bool) (first, last int) {
	first, last = verb, verb+1
	for c := range x.doc.Children(verb) {
		t := x.doc.Tokens[c]
		if c > verb && t.Has("obj", "obl", "xcomp", "compound", "advmod", "iobj") {
			_, e := x.doc.Yield(c)
			last = max(last, e)
		}
		if t.Has("nsubj:pass") && !own {
			f, _ := x.doc.Yield(c)
			first = min(first, f)
		}
	}
	if s := x.doc.Child(verb, "nsubj"); s >= 0 && !own && x.doc.Tokens[s].UPOS != "PRON" {
		if f, l := x.doc.Yield(s); l-f <= 8 {
			first = f
		}
	}
	return first, last
}
