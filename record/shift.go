package record

import (
	"cmp"
	"slices"

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
	if order := cmp.Compare(a.sortDay(), b.sortDay()); order != 0 {
		return order
	}
	key := func(e *Entry) string { return e.Members[0].standing() + e.Members[0].ID }
	return cmp.Compare(key(a), key(b))
}

// previous gives the position from which a party has moved to this one: the last one
// before it on the same proposal, if that was on an earlier day and the party stands
// elsewhere now; nil if it has not moved. The past may come in any order.
func previous(past []*Entry, e *Entry) *Entry { return turnedFrom(lastOnCourse(past, e), e) }

// lastOnCourse gives the last position before one that is on the same proposal, nil for
// none. What somebody else says that the party wants, and what opinion pieces say, is
// passed over.
func lastOnCourse(past []*Entry, e *Entry) *Entry {
	if !ownWord(e) {
		return nil
	}
	var last *Entry
	at := aimOf(e.Position)
	for _, before := range past {
		if ownWord(before) && (last == nil || inTime(last, before) < 0) && inTime(before, e) < 0 && aimOf(before.Position).with(at) {
			last = before
		}
	}
	return last
}

// turnedFrom is the last position before one, if the party has moved from it.
func turnedFrom(last, e *Entry) *Entry {
	if last != nil && last.sortDay() < e.sortDay() && moved(last.Position, e.Position) {
		return last
	}
	return nil
}

// ownWord reports whether a position rests on what its party or a news report says.
func ownWord(e *Entry) bool { return e.Position.ClaimedBy == "" && !e.OpinionOnly() }

// aim is what a position is about, on its issue.
type aim struct {
	topic
	issue string
}

func aimOf(p *rapporteur.Position) aim { return aim{topicOf(p), subject(p)} }

// with reports whether a change from one position to the other would be one of
// mind: both are about the same thing to be done, and about doing it or about when. One
// word in common does not show that, unless it is all that both are about.
func (a aim) with(b aim) bool {
	if !a.same(b.topic, a.issue, b.issue) || a.delayed() != b.delayed() {
		return false
	}
	both := slices.DeleteFunc(shared(a.words, b.words), func(w string) bool { return slices.Contains(anyVerb, w) })
	more, issue := max(len(a.words), len(b.words)), a.issue != "" && a.issue == b.issue
	switch {
	case len(both) == 0:
		return false
	case len(both) == more || issue && len(shared(a.names, b.names)) > 0:
		return true
	}
	return len(both) >= 2 && (issue || 2*len(both) >= more)
}

// anyVerb are the roots of verbs that go with any thing to be done.
var anyVerb = rootsOf("take make give have hold come put get reach move step work bring")

// delays are the roots of what is about the time of a thing and not about the thing.
var delays = rootsOf("postpone delay defer reschedule adjourn later")

func (t topic) delayed() bool { return len(shared(t.words, delays)) > 0 }

// moved reports whether a party wants otherwise now. A condition is none where it was
// for the thing before, nor is one that a report leaves out unless its words say that it
// has gone; another condition in the place of one is. Where the directions towards one
// issue are known they decide, so that keeping a thing and not lifting it are one.
func moved(a, b *rapporteur.Position) bool {
	if from, to := DirectionOf(a), DirectionOf(b); subject(a) == subject(b) && from != "" && to != "" {
		if from != to {
			return true
		}
	} else if inclination(a.Stance) != inclination(b.Stance) {
		return true
	}
	if a.Stance != rapporteur.ConditionalStance {
		return false
	}
	return b.Stance == rapporteur.ConditionalStance && !sameCondition(a.Condition, b.Condition) || b.Stance == rapporteur.Supports && waived(b)
}

// waived reports whether the words of a position say that a thing is wanted without a
// condition: "without waiting for a withdrawal".
func waived(p *rapporteur.Position) bool {
	for _, w := range wordsOf(said(p.Evidence)) {
		if slices.Contains([]string{"without", "unconditional", "unconditionally", "regardless", "dropped", "waived"}, w) {
			return true
		}
	}
	return false
}

// inclination is where a party stands towards a proposal: it would do it, on a condition
// or without, it would not, or it has not decided.
func inclination(s rapporteur.Stance) rapporteur.Stance {
	if s == rapporteur.ConditionalStance {
		return rapporteur.Supports
	}
	return s
}
