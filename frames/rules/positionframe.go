package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// positionFrames gives what each party wants: from words that show a stance, and from
// what speakers say must, will not or cannot be.
func positionFrames(x *text) []frames.Frame {
	var all []stance
	for i := range x.doc.Tokens {
		if i%oftenTokens == 0 && x.over() {
			break
		}
		if found := stancesAt(x, i); len(found) > 0 && !syntax.Questioned(x.doc, i) {
			all = append(all, found...)
		}
	}
	negotiating := slices.ContainsFunc(all, func(s stance) bool { return onIssue(x, s) })
	var out []frames.Frame
	for _, s := range all {
		s.proposal = inWords(x, s.trigger, s.proposal)
		standing := nominalWords(x, s.proposal) && (onIssue(x, s) || negotiating && ofState(x, s))
		out = append(out, positionFrame(x, &s, standing))
	}
	return out
}

func positionFrame(x *text, s *stance, standing bool) frames.Frame {
	b := newFrame(frames.Position, "position", s.trigger, s.rule)
	b.point(frames.Holder, s.holder)
	b.span(frames.Proposal, tokensOf(x, s.proposal))
	if s.stance == rapporteur.ConditionalStance {
		c := s.condition
		if c == nil {
			c = condition(x, s.trigger)
		}
		if c != nil {
			b.span(frames.Condition, tokensOf(x, *c))
		}
	}
	b.span(frames.RedLine, redLine(x, s.trigger))
	b.date(dateOf(x, s.trigger))
	if s.stance != rapporteur.Supports {
		b.Set(frames.Stance, string(s.stance))
	}
	if s.needy {
		b.Set(frames.Grounds, "issue")
	}
	if !standing {
		b.Set(frames.Standing, "no")
	}
	grouped(x, b)
	claimed(x, b)
	return b.Frame
}

// tokensOf gives the tokens that a range holds.
func tokensOf(x *text, words language.Range) frames.Tokens {
	first, last := syntax.TokensIn(x.doc, words)
	return frames.Tokens{First: first, Last: last}
}
