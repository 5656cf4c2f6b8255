package rules

import (
	"rapporteur"
	"rapporteur/frames"
)

// grouped adds to the frame of a position the issue that its proposal is on, and the
// direction towards what the issue names: who supports lifting a blockade is against
// the blockade. Where the words do not tell, the direction stays open.
func grouped(x *text, b *builder) {
	proposal := b.Of(frames.Proposal)
	if len(proposal) == 0 {
		return
	}
	issue := issueOf(x, proposal[0].Tokens)
	if issue == nil {
		return
	}
	b.Set(frames.Issue, issue.ID)
	b.Set(frames.Direction, directionOf(rapporteur.Stance(b.Attribute(frames.Stance)), polarityOf(x, proposal[0].Tokens, issue.ID)))
}

// issueOf gives the issue that a proposal is on, nil for none.
func issueOf(x *text, proposal frames.Tokens) *rapporteur.Issue {
	return x.lexicon.codes.Choose(x.doc.Words(proposal.Range(x.doc)), x.issues())
}

// directionOf gives the direction of a stance towards a proposal that brings something
// or ends it. A condition does not turn it round.
func directionOf(s rapporteur.Stance, p polarity) string {
	if s == rapporteur.Opposes {
		p = -p
	}
	switch {
	case s == rapporteur.Undecided || p == 0:
		return ""
	case p > 0:
		return string(rapporteur.InFavour)
	}
	return string(rapporteur.Against)
}
