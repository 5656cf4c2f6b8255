package reading

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/rules"
	"rapporteur/language"
)

// positions writes down what each party wants, each wish once.
func (r *reading) positions(found []frames.Frame) {
	for i := range found {
		f := &found[i]
		for _, holder := range r.links.fillers(f, frames.Holder) {
			if !r.retold(f, holder) && f.Attribute(frames.Standing) != "no" {
				r.out.Positions = append(r.out.Positions, r.position(f, holder))
			}
		}
	}
}

// stanceOf gives the stance that a frame shows.
func stanceOf(f *frames.Frame) rapporteur.Stance {
	if s := f.Attribute(frames.Stance); s != "" {
		return rapporteur.Stance(s)
	}
	return rapporteur.Supports
}

// proposalOf gives the words for what somebody wants.
func proposalOf(doc *language.Document, f *frames.Frame) language.Range {
	return frames.Ranges(doc, f, frames.Proposal)[0]
}

// retold reports whether the same actor's stance on the same words stands
// already, and adds the sentence to what shows it.
func (r *reading) retold(f *frames.Frame, holder int) bool {
	evidence := r.doc.Span(around(r.doc, f.Trigger))
	for i := range r.out.Positions {
		p := &r.out.Positions[i]
		if p.Actor != r.links.Actor(holder).ID || !sameProposal(p.Proposal, r.doc.Words(proposalOf(r.doc, f))) {
			continue
		}
		if slices.Contains(p.Evidence, evidence) {
			return true
		}
		if p.Stance == stanceOf(f) {
			p.Evidence = append(p.Evidence, evidence)
			return true
		}
	}
	return false
}

// sameProposal reports whether two proposals are one, told twice: the content words of
// the shorter one are in the other.
func sameProposal(a, b string) bool {
	x, y := rules.ContentWords(a), rules.ContentWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	shared := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			shared++
		}
	}
	return len(x) > 0 && shared == len(x)
}

// position writes the stance of a party down.
func (r *reading) position(f *frames.Frame, holder int) rapporteur.Position {
	a, proposal := r.links.Actor(holder), proposalOf(r.doc, f)
	p := rapporteur.Position{
		Actor: a.ID, For: rapporteur.Text(a.For), Issue: r.codes.IssueOf(r.doc.Words(proposal)), Proposal: phrase(r.doc.Words(proposal)),
		Stance: stanceOf(f), Date: statedOn(r.doc, f), Condition: spanOf(r.doc, f, frames.Condition), RedLine: spanOf(r.doc, f, frames.RedLine), From: r.statementAt(f.Trigger),
	}
	trait := "told"
	switch {
	case f.Attribute(frames.Grounds) == "issue" && p.Issue == nil:
		trait = "beside"
	case p.From != "":
		trait = "said"
	}
	p.Basis = r.basis("position", f.Maker, r.confidences.of("position", f.Maker, trait), []language.Range{around(r.doc, f.Trigger)}, proposal)
	return p
}

// statedOn gives the day on which a stance was shown: the one its clause names
// before the report, else the report's.
func statedOn(doc *language.Document, f *frames.Frame) rapporteur.Date {
	if d := frames.When(doc, f, frames.Date); d != "" && string(d) < string(doc.Report.Published) {
		return d
	}
	return doc.Report.Published
}

// statementAt gives the id of the statement whose words hold a token.
func (r *reading) statementAt(token int) rapporteur.Text {
	for i := range r.said {
		if k := r.statementOf[i]; k >= 0 && frames.Says(&r.said[i], token) {
			return rapporteur.Text(r.out.Statements[k].ID)
		}
	}
	return ""
}
