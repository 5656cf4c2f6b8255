package record

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"rapporteur"
)

// lookBack is the number of positions of a line among which the one before is looked
// for.
const lookBack = 12

// lineOf is the line of a position: its party and issue; false for one without an
// issue.
func lineOf(p *rapporteur.Position) (Term, bool) {
	if p.Issue == nil {
		return Term{}, false
	}
	return Term{termLine, firstOf(string(p.For), p.Actor) + " " + p.Issue.ID}, true
}

// along notes that a line has changed on a day.
func (b *batch) along(p *rapporteur.Position, day int) {
	line, ok := lineOf(p)
	if !ok {
		return
	}
	d, known := b.lines[line]
	if !known {
		d = days{day, day}
	}
	b.lines[line] = days{min(d.from, day), max(d.to, day)}
}

// markShifts marks the positions at which a party has moved, in the parts of lines
// that have changed.
func (b *batch) markShifts() error {
	lines := slices.SortedFunc(maps.Keys(b.lines), func(a, c Term) int { return strings.Compare(a.Value, c.Value) })
	for _, line := range lines {
		changed := b.lines[line]
		before, err := b.stretch(Query{From: math.MinInt, To: changed.from - 1, Limit: lookBack}, line)
		if err != nil {
			return err
		}
		within, err := b.stretch(Query{From: changed.from, To: changed.to}, line)
		if err != nil {
			return err
		}
		after, err := b.stretch(Query{From: changed.to + 1, To: math.MaxInt, Limit: lookBack, Oldest: true}, line)
		if err != nil {
			return err
		}
		if err := b.mark(before, append(within, after...)); err != nil {
			return err
		}
	}
	return nil
}

// placedEntry is an entry with the pieces that it is made of.
type placedEntry struct {
	number int64
	Entry
	pieces []*piece
}

// stretch gives the positions of a line that a query chooses, oldest first.
func (b *batch) stretch(q Query, line Term) ([]placedEntry, error) {
	q.All = [][]Term{{line}}
	rows, err := b.tx.Entries(q)
	if err != nil {
		return nil, err
	}
	var out []placedEntry
	for _, row := range rows {
		pieces, err := b.in(row.Number)
		if err != nil {
			return nil, err
		}
		if len(pieces) > 0 {
			out = append(out, placedEntry{row.Number, build(row, pieces), pieces})
		}
	}
	slices.SortFunc(out, func(x, y placedEntry) int { return inTime(&x.Entry, &y.Entry) })
	return out, nil
}

// mark describes positions anew, each with whether the party has moved since the
// one before.
func (b *batch) mark(before, changed []placedEntry) error {
	all := append(slices.Clone(before), changed...)
	for i := len(before); i < len(all); i++ {
		e := &all[i]
		var past []Entry
		for _, p := range all[max(0, i-lookBack):i] {
			past = append(past, p.Entry)
		}
		terms := e.terms(e.pieces)
		if from := previous(past, &e.Entry); from != nil {
			terms = append(terms, Term{termShift, yes})
		}
		if err := b.tx.Describe(e.number, len(e.pieces), e.sortDay(), terms, b.at); err != nil {
			return err
		}
	}
	return nil
}

// inTime orders positions by day, and those of one day by their first reports, so
// that the order of arrival does not count.
func inTime(a, b *Entry) int {
	key := func(e *Entry) string { return e.Members[0].Report + e.Members[0].ID }
	return cmp.Or(cmp.Compare(a.sortDay(), b.sortDay()), cmp.Compare(key(a), key(b)))
}

// previous gives the position from which a party has moved to this one: the last one
// before it on the same proposal, if that was on an earlier day and another stance or
// condition; nil if it has not moved.
func previous(past []Entry, e *Entry) *Entry {
	for i := len(past) - 1; i >= 0; i-- {
		before := &past[i]
		if !sameProposal(before.Position, e.Position) {
			continue
		}
		if before.sortDay() < e.sortDay() && moved(before.Position, e.Position) {
			return before
		}
		return nil
	}
	return nil
}
