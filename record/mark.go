package record

import (
	"maps"
	"math"
	"slices"
	"strings"
)

// markShifts marks the positions at which a party has moved, in the parts of lines
// that have changed.
func (b settling) markShifts() error {
	m := course{b.batch, map[int64]*placedEntry{}, map[int64][]*placedEntry{}}
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
		for _, changed := range runs(m.lines[line], lookBack) {
			all := [][]Term{{line}}
			queries = append(queries, Query{All: all, From: math.MinInt, To: changed.from - 1, Limit: lookBack},
				Query{All: all, From: changed.from, To: changed.to},
				Query{All: all, From: changed.to + 1, To: math.MaxInt, Limit: lookBack, Oldest: true})
		}
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
