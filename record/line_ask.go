package record

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rapporteur"
)

// Lines gives what parties want on the issues that a filter chooses; see Reader.Lines.
// Who moved is asked of Shifts, so that a line says the same whichever others are asked
// for beside it.
func (l lineLook) Lines(f Filter) ([]Line, error) {
	f.Kinds, f.Oldest = []Kind{Position}, false
	positions, err := l.Entries(f)
	if err != nil {
		return nil, err
	}
	moves, err := l.movesTo(positions, f)
	if err != nil {
		return nil, err
	}
	return l.lined(positions, moves)
}

// LinesAlone gives lines without their shifts, for which the past of each would have to
// be fetched.
func (l lineLook) LinesAlone(f Filter) ([]Line, error) {
	f.Kinds, f.Oldest = []Kind{Position}, false
	positions, err := l.Entries(f)
	if err != nil {
		return nil, err
	}
	return l.lined(positions, nil)
}

// lined puts positions in lines, with the shifts to them.
func (l lineLook) lined(positions []Entry, moves map[string]Shift) ([]Line, error) {
	at := map[[2]string]int{}
	var out []Line
	for i := range positions {
		e := &positions[i]
		if e.Position.Issue == nil {
			continue
		}
		party := e.party()
		key := [2]string{party, e.Position.Issue.ID}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, Line{Party: party, Name: firstOf(e.Names[party], party), Issue: *e.Position.Issue, Shifts: []Shift{}})
		}
		out[i].Positions = append(out[i].Positions, *e)
		if s, ok := moves[e.ID]; ok {
			out[i].Shifts = append(out[i].Shifts, s)
		}
	}
	if err := l.kinds(out); err != nil {
		return nil, err
	}
	for i := range out {
		slices.SortFunc(out[i].Positions, func(a, b Entry) int { return inTime(&a, &b) })
	}
	slices.SortFunc(out, func(a, b Line) int {
		return strings.Compare(a.Party+"\x00"+a.Issue.ID, b.Party+"\x00"+b.Issue.ID)
	})
	return out, nil
}

// kinds says what the parties of some lines are.
func (l lineLook) kinds(lines []Line) error {
	var ids []string
	for i := range lines {
		if !slices.Contains(ids, lines[i].Party) {
			ids = append(ids, lines[i].Party)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	actors, err := l.store.Actors(ids...)
	for _, a := range actors {
		for i := range lines {
			if lines[i].Party == a.ID {
				lines[i].Kind = a.Kind
			}
		}
	}
	return err
}

// movesTo gives the shifts among some positions, the newest that a filter chooses, by the
// position that a party moved to.
func (l lineLook) movesTo(positions []Entry, f Filter) (map[string]Shift, error) {
	if f.Limit > 0 { // of so many positions no more can be shifts
		f.Limit += f.Offset
	}
	f.Offset = 0
	rows, err := l.shiftRows(f)
	if err != nil {
		return nil, err
	}
	asked := make(map[string]bool, len(positions))
	for i := range positions {
		asked[positions[i].ID] = true
	}
	all, err := l.shiftsAt(slices.DeleteFunc(rows, func(row EntryRow) bool { return !asked[row.ID] }))
	out := make(map[string]Shift, len(all))
	for _, s := range all {
		out[s.To.Entry] = s
	}
	return out, err
}

// party is the state or body that a position is taken for, or the actor itself.
func (e *Entry) party() string { return firstOf(string(e.Position.For), e.Position.Actor) }

// positions gives the entries of rows that are positions. What was put together for one
// question of a look is there for the next: the past of one position is that of others.
func (l lineLook) positions(rows []EntryRow) ([]*Entry, error) {
	var fresh []EntryRow
	for _, row := range rows {
		if _, known := l.placed[row.Number]; !known {
			l.placed[row.Number] = nil
			fresh = append(fresh, row)
		}
	}
	built, err := l.entries(fresh)
	if err != nil {
		return nil, err
	}
	for i, row := range fresh {
		if e := built[i]; e != nil && e.Position != nil {
			l.placed[row.Number] = e
		}
	}
	var out []*Entry
	for _, row := range rows {
		if e := l.placed[row.Number]; e != nil {
			out = append(out, e)
		}
	}
	return out, nil
}

// shiftOf names a shift by the issue of the later position, where that has none by
// that of the earlier one, and else by what is proposed.
func shiftOf(from, to *Entry) Shift {
	party := to.party()
	issue := rapporteur.Issue{Label: to.Position.Proposal}
	for _, e := range []*Entry{to, from} {
		if e.Position.Issue != nil {
			issue = *e.Position.Issue
			break
		}
	}
	return Shift{party, firstOf(to.Names[party], party), issue, turn(from), turn(to)}
}

// glance is the number of positions among which the one before is looked for first.
const glance = 8

// before finds for each of some positions the one from which its party moved to it,
// nil for none: most often it is among the few before it on any of its lines.
func (l lineLook) before(moves []*Entry) ([]*Entry, error) {
	queries := make([]Query, len(moves))
	for i, to := range moves {
		queries[i] = l.past(to, linesOf(to.Position), glance)
	}
	few, err := l.store.EntriesOfEach(queries...)
	if err != nil {
		return nil, err
	}
	out, err := l.lastBefore(moves, few)
	if err != nil {
		return nil, err
	}
	var left []int
	for i, last := range out {
		// If there are no more, or no other of its day is left out, it is that one.
		if n := len(few[i]); n == glance && (last == nil || few[i][n-1].Sort >= last.sortDay()) {
			left = append(left, i)
		}
	}
	if err := l.further(moves, left, out); err != nil {
		return nil, err
	}
	for i, to := range moves {
		out[i] = turnedFrom(out[i], to)
	}
	return out, nil
}

// further looks again for those of some positions that left names, on each of their lines
// alone and further back.
func (l lineLook) further(moves []*Entry, left []int, out []*Entry) error {
	if len(left) == 0 {
		return nil
	}
	var queries []Query
	var of []int
	some := make([]*Entry, len(left))
	for k, i := range left {
		some[k] = moves[i]
		for _, line := range linesOf(moves[i].Position) {
			queries, of = append(queries, l.past(moves[i], []Term{line}, 2*lookBack)), append(of, k)
		}
	}
	rows, err := l.store.EntriesOfEach(queries...)
	if err != nil {
		return err
	}
	far := make([][]EntryRow, len(left))
	for q, k := range of {
		far[k] = append(far[k], rows[q]...)
	}
	for k := range far {
		slices.SortFunc(far[k], func(a, b EntryRow) int { return cmp.Or(cmp.Compare(b.Sort, a.Sort), cmp.Compare(b.Number, a.Number)) })
		far[k] = slices.CompactFunc(far[k], func(a, b EntryRow) bool { return a.Number == b.Number })
	}
	found, err := l.lastBefore(some, far)
	for k, i := range left {
		if err == nil {
			out[i] = found[k]
		}
	}
	return err
}

// lastBefore finds for each of some positions the last one on the same course among the
// rows of its past, which come the newest first; no more of them are put together than it
// takes to know.
func (l lineLook) lastBefore(moves []*Entry, rows [][]EntryRow) ([]*Entry, error) {
	out := make([]*Entry, len(moves))
	open := make([]int, len(moves))
	for i := range moves {
		open[i] = i
	}
	for n := 2; len(open) > 0; n *= 2 {
		var some []EntryRow
		for _, i := range open {
			some = append(some, rows[i][:min(n, len(rows[i]))]...)
		}
		if _, err := l.positions(some); err != nil {
			return nil, err
		}
		var still []int
		for _, i := range open {
			past, err := l.positions(rows[i][:min(n, len(rows[i]))])
			if err != nil {
				return nil, err
			}
			out[i] = lastOnCourse(past, moves[i])
			if n < len(rows[i]) && (out[i] == nil || rows[i][n].Sort >= out[i].sortDay()) {
				still = append(still, i)
			}
		}
		open = still
	}
	return out, nil
}

// past asks for the last positions of some lines up to one of them.
func (l lineLook) past(to *Entry, lines []Term, limit int) Query {
	return Query{All: [][]Term{lines}, From: math.MinInt, To: to.sortDay(), AsOf: l.at, Limit: limit}
}

// turn is one side of a shift.
func turn(e *Entry) Turn {
	p := e.Position
	t := Turn{Entry: e.ID, Actor: p.Actor, Proposal: p.Proposal, Stance: p.Stance, Direction: DirectionOf(p), Condition: p.Condition, Date: p.Date, Confidence: p.Confidence, Rule: p.Rule, Sources: e.Sources, Outlets: e.Outlets}
	if len(e.Members) > 0 {
		t.Title = e.Members[0].Title
	}
	if t.Date == "" {
		t.Date = e.First
	}
	if len(p.Evidence) > 0 {
		t.Quote = p.Evidence[0]
	}
	return t
}
