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

// along notes that the lines of a position have changed on a day.
func (b *batch) along(p *rapporteur.Position, day int) {
	for _, line := range linesOf(p) {
		d, known := b.lines[line]
		if !known {
			d = days{day, day}
		}
		b.lines[line] = days{min(d.from, day), max(d.to, day)}
	}
}

// markShifts marks the positions at which a party has moved, in the parts of lines
// that have changed.
func (b *batch) markShifts() error {
	m := course{b, map[int64]*placedEntry{}, map[int64][]*placedEntry{}}
	lines := slices.SortedFunc(maps.Keys(b.lines), func(a, c Term) int { return strings.Compare(a.Value, c.Value) })
	having, err := b.tx.Having(lines...)
	if err != nil {
		return err
	}
	lines = slices.DeleteFunc(lines, func(line Term) bool {
		return having[line] == 0 || having[line] == 1 && b.alone[line] // one new position, before which there is nothing: most lines are, as each holds a word
	})
	if err := m.follow(lines); err != nil {
		return err
	}
	return m.mark()
}

// course is what comes before the positions of the lines that have changed.
type course struct {
	*batch
	known map[int64]*placedEntry
	past  map[int64][]*placedEntry
}

// follow notes what comes before each position of some lines from where they have
// changed.
func (m *course) follow(lines []Term) error {
	var queries []Query
	for _, line := range lines {
		changed, all := m.lines[line], [][]Term{{line}}
		queries = append(queries, Query{All: all, From: math.MinInt, To: changed.from - 1, Limit: lookBack},
			Query{All: all, From: changed.from, To: changed.to},
			Query{All: all, From: changed.to + 1, To: math.MaxInt, Limit: lookBack, Oldest: true})
	}
	rows, err := m.tx.EntriesOfEach(queries...)
	if err != nil {
		return err
	}
	if err := m.put(slices.Concat(rows...)); err != nil {
		return err
	}
	for three := range slices.Chunk(rows, 3) {
		before := m.stretch(three[0])
		all := slices.Concat(before, m.stretch(three[1]), m.stretch(three[2]))
		for i := len(before); i < len(all); i++ {
			n := all[i].number
			m.past[n] = append(m.past[n], all[max(0, i-lookBack):i]...)
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

// put puts entries together that are not yet known.
func (m *course) put(rows []EntryRow) error {
	var numbers []int64
	for _, row := range rows {
		numbers = append(numbers, row.Number)
	}
	if err := m.hold(distinct(numbers)); err != nil {
		return err
	}
	for _, row := range rows {
		if m.known[row.Number] != nil {
			continue
		}
		pieces, err := m.in(row.Number)
		if err != nil {
			return err
		}
		if len(pieces) > 0 {
			m.known[row.Number] = &placedEntry{row.Number, build(row, pieces), pieces}
		}
	}
	return nil
}

// stretch gives the positions of rows, oldest first.
func (m *course) stretch(rows []EntryRow) []*placedEntry {
	var out []*placedEntry
	for _, row := range rows {
		if e := m.known[row.Number]; e != nil {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(x, y *placedEntry) int { return inTime(&x.Entry, &y.Entry) })
	return out
}

// mark describes positions anew, each with whether the party has moved since the
// one before.
func (m *course) mark() error {
	for _, n := range slices.Sorted(maps.Keys(m.past)) {
		e := m.known[n]
		past := make([]*Entry, 0, len(m.past[n]))
		for _, p := range m.past[n] {
			past = append(past, &p.Entry)
		}
		shift := previous(past, &e.Entry) != nil
		if !shift && m.minted[n] {
			continue // it has just been described so
		}
		terms := e.terms(e.pieces)
		if shift {
			terms = append(terms, Term{termShift, yes})
		}
		if err := m.tx.Describe(e.number, len(e.pieces), e.sortDay(), terms, m.at); err != nil {
			return err
		}
	}
	return nil
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
