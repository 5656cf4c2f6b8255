package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// stance is a position on its way to being written down.
type stance struct {
	holder   referent
	stance   rapporteur.Stance
	proposal language.Range
	// condition is what the stance depends on, nil where the verb's clause says
	// it.
	condition *language.Range
	trigger   int
	rule      string
	// needy ones count only where their words name an issue.
	needy bool
	// around says that the issue may stand in the sentence around them.
	around bool
}

// moodInStatement is the rule of stances that no word of stance shows.
const moodInStatement = "mood in a statement"

// stancesAt gives the stances that a token shows, one for each party.
func stancesAt(x *text, i int) []stance {
	t := x.doc.Tokens[i]
	for _, w := range x.lexicon.stances[t.Lemma] {
		if !w.fits(t) || !syntax.FollowedBy(x.doc, i, w.rest) {
			continue
		}
		if found := wordStances(x, i, w); len(found) > 0 || len(w.rest) > 0 {
			return found // to push back is not to push
		}
	}
	if s, ok := moodStance(x, i); ok {
		return []stance{s}
	}
	return nil
}

// wordStances reads "X backs Y", "X is ready to do Y", "X sees no role for Y".
func wordStances(x *text, i int, w stanceWord) []stance {
	if isWantedOf(x, i) || isGivenUp(x, i, w) {
		return nil
	}
	if (w.pos == "noun" || w.denied) && !syntax.Negated(x.doc, i) || w.said && !claimant(x, i).some() || isDeclining(x, i) || isSupposed(x, i) {
		return nil
	}
	s := stance{trigger: i, rule: "word of stance", stance: stanceOf(x, i, w), needy: w.needy, around: w.around}
	var head int
	if head, s.proposal = proposalOf(x, i, w.takes); head < 0 || s.stance == "" || !isProposal(x, i, head, w) {
		return nil
	}
	if s.stance == rapporteur.Supports && x.doc.Tokens[head].Has("xcomp") && x.doc.Child(i, "obj") < 0 && len(stancesAt(x, head)) > 0 {
		return nil // who tries to block it blocks it
	}
	if w.wordy && len(ContentWords(x.doc.Words(s.proposal))) < 2 {
		return nil
	}
	if w.things && syntax.Definite(x.doc, head) && x.doc.Tokens[head].XPOS == "NN" {
		s.needy = false
	}
	if c := x.doc.Child(i, "ccomp"); c > i && s.proposal.Contains(x.doc.Tokens[c].Range) && syntax.Negated(x.doc, c) {
		s.stance = oppositeStance(s.stance)
	}
	if w.pos == "noun" { // a role for Europe, not Europe
		s.proposal.Start = x.doc.Tokens[i].Start
	}
	c := condition(x, head)
	if c == nil {
		c = conditionIn(x, s.proposal)
	}
	if c != nil && s.stance == rapporteur.Supports {
		s.stance, s.condition = rapporteur.ConditionalStance, c
	}
	var out []stance
	for _, s.holder = range holdersOfStance(x, i, w.pos, w.takes) {
		if isPartisan(x, s.holder) && (!w.aim || ownWords(x, i, s.holder)) && !misheard(x, i, s.holder) {
			out = append(out, s)
		}
	}
	return out
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

// isWantedOf reports whether a word is what others want somebody to do: in "wants Oslo
// to stop the drills" Oslo takes no stand.
func isWantedOf(x *text, i int) bool {
	t := x.doc.Tokens[i]
	if t.Head < 0 || !t.Has("xcomp", "advcl", "ccomp") || !syntax.MarkedBy(x.doc, i, "to") {
		return false
	}
	o := x.doc.Child(t.Head, "obj")
	return o > t.Head && o < i && len(x.lexicon.stances[x.doc.Tokens[t.Head].Lemma]) > 0
}

// isGivenUp reports whether a noun of stance is what somebody gives up: "dropped its
// objection to".
func isGivenUp(x *text, i int, w stanceWord) bool {
	t := x.doc.Tokens[i]
	return w.pos == "own" && t.Has("obj") && t.Head >= 0 && x.lexicon.classes["giving up"][x.doc.Tokens[t.Head].Lemma]
}
