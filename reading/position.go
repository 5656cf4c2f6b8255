package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// positions writes down what each party wants, each wish once.
func (r *reading) positions(found []frames.Frame) {
	told := wishes{}
	all := likelyStands(r.links, r.standWeights, stands(r.links, found))
	for i := range all {
		s := &all[i]
		if !takesSides(r, s) || r.retold(told, s.Frame, s.holder) {
			continue
		}
		r.out.Positions = append(r.out.Positions, r.position(s))
		told.add(r, len(r.out.Positions)-1)
	}
}

// sureClaim is how sure the model must be of what one party says that another wants.
const sureClaim = 0.5

// takesSides reports whether what a model takes for a position is one of a party: what
// somebody wants whom no table knows and who speaks for nobody is a private wish, and a
// claim about another party must be a sure one.
func takesSides(r *reading, s *stand) bool {
	a := r.links.Actor(s.holder)
	if a.For == "" && !a.Known {
		return false
	}
	return claimOf(r.links, s.Frame, s.holder) == "" || s.sure >= sureClaim
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

// position writes the stance of a party down.
func (r *reading) position(s *stand) rapporteur.Position {
	f, holder := s.Frame, s.holder
	a, proposal := r.links.Actor(holder), proposalOf(r.doc, f)
	p := rapporteur.Position{
		Actor: a.ID, For: rapporteur.Text(a.For), Issue: r.codes.Issue(f.Attribute(frames.Issue)), Proposal: phrase(r.doc.Words(proposal)),
		Stance: stanceOf(f), Direction: rapporteur.Direction(f.Attribute(frames.Direction)), ClaimedBy: claimOf(r.links, f, holder), Date: statedOn(r.doc, f), Condition: spanOf(r.doc, f, frames.Condition), RedLine: spanOf(r.doc, f, frames.RedLine), From: r.statementAt(f.Trigger),
	}
	p.Basis = r.basis("position", f.Maker, r.calibration.of(frames.Position, s.sure), []language.Range{around(r.doc, f.Trigger)}, proposal)
	confirm(&p.Basis, f.Attribute(frames.Plain))
	p.Told = toldBy(r, f)
	return p
}

// claimOf gives who says what a party wants, where one of another side does.
func claimOf(l *links, f *frames.Frame, holder int) rapporteur.Text {
	if by := l.claimant(f); by >= 0 && !l.sameSide(by, holder) {
		return rapporteur.Text(l.Actor(by).ID)
	}
	return ""
}

// statedOn gives the day on which a stance was shown: the one its clause names
// before the report, else the report's.
func statedOn(doc *language.Document, f *frames.Frame) rapporteur.Date {
	if d := frames.When(doc, f, frames.Date); d != "" && string(d) < string(doc.Report.Published) {
		return d
	}
	return doc.Report.Published
}

// statementAt gives the id of the first statement whose words hold a token.
func (r *reading) statementAt(token int) rapporteur.Text {
	if r.saying == nil {
		r.saying = map[int]int{}
		for i, k := range r.statementOf {
			if k >= 0 {
				r.saidBy(&r.said[i], k)
			}
		}
	}
	if k, ok := r.saying[token]; ok {
		return rapporteur.Text(r.out.Statements[k].ID)
	}
	return ""
}

// saidBy notes that the words of a frame are those of a statement, unless they are an
// earlier one's.
func (r *reading) saidBy(f *frames.Frame, statement int) {
	for _, c := range f.Of(frames.Content) {
		for t := c.First; t < c.Last; t++ {
			if _, known := r.saying[t]; !known {
				r.saying[t] = statement
			}
		}
	}
}
