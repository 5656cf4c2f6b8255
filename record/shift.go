package record

import (
	"cmp"
	"rapporteur"
)

// lookBack is the number of positions of a line among which the one before is looked
// for.
const lookBack = 12

// lineWords is the number of words of a proposal that have a line each.
const lineWords = 3

// linesOf are the lines of a position, each of its party: the one of its issue, and
// one of each of the first words of its proposal, so that a proposal is followed
// where it has no issue or is filed under another one.
func linesOf(p *rapporteur.Position) []Term {
	party := firstOf(string(p.For), p.Actor)
	var out []Term
	if p.Issue != nil {
		out = append(out, Term{termLine, party + " " + p.Issue.ID})
	}
	for _, w := range topicOf(p).first(lineWords) {
		out = append(out, Term{termLine, party + " ~" + w})
	}
	return out
}

// inTime orders positions by day, and those of one day by their first reports, so
// that the order of arrival does not count.
func inTime(a, b *Entry) int {
	key := func(e *Entry) string { return e.Members[0].standing() + e.Members[0].ID }
	return cmp.Or(cmp.Compare(a.sortDay(), b.sortDay()), cmp.Compare(key(a), key(b)))
}

// previous gives the position from which a party has moved to this one: the last one
// before it on the same proposal, if that was on an earlier day and another stance or
// condition; nil if it has not moved. The past may come in any order.
func previous(past []*Entry, e *Entry) *Entry {
	var last *Entry
	for _, before := range past {
		if (last == nil || inTime(last, before) < 0) && inTime(before, e) < 0 && sameProposal(before.Position, e.Position) {
			last = before
		}
	}
	if last != nil && last.sortDay() < e.sortDay() && moved(last.Position, e.Position) {
		return last
	}
	return nil
}

// moved reports whether a stance or its condition has changed.
func moved(a, b *rapporteur.Position) bool {
	return a.Stance != b.Stance || a.Stance == rapporteur.ConditionalStance && !sameCondition(a.Condition, b.Condition)
}
