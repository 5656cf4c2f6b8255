package record

import (
	"rapporteur"
)

// tracePosition finds the party, days and words of a position.
func (p *piece) tracePosition(x *rapporteur.Position) {
	p.sides = append(p.sides, p.name(x.Actor))
	p.on(x.Date)
	p.words = stems(x.Proposal)
}

// positionKeys are an actor, issue and stance in a few days.
func (p *piece) positionKeys() []uint64 {
	var out []uint64
	x := p.fixed.Position
	for _, when := range buckets(p.when) {
		for _, actor := range p.sides {
			out = append(out, keyed(when, hash("position", actor, subject(x), string(x.Stance))))
		}
	}
	return out
}

// samePosition asks for one actor with one stance towards one proposal at the
// same time.
func samePosition(a, b *piece) verdict {
	x, y := a.fixed.Position, b.fixed.Position
	who := shared(a.sides, b.sides)
	gap := apart(a, b)
	switch {
	case len(who) == 0 || x.Stance != y.Stance || subject(x) != subject(y) || gap > 1:
		return verdict{}
	case overlap(a.words, b.words) < 0.5 || !sameCondition(x.Condition, y.Condition):
		return verdict{}
	}
	return verdict{true, "position", []string{"actor " + who[0], "stance " + string(x.Stance), "the same proposal", whenWords(a, b, gap)}}
}

// sameCondition reports whether two conditions are the same in other words, or
// one is not told.
func sameCondition(a, b *rapporteur.Span) bool {
	if a == nil || b == nil {
		return true
	}
	x, y := stems(a.Text), stems(b.Text)
	return len(x) == 0 || len(y) == 0 || overlap(x, y) >= 0.4
}
