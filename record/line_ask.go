package record

import (
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
	out := make([]*Entry, len(moves))
	queries := make([]Query, len(moves))
	for i, to := range moves {
		queries[i] = l.past(to, linesOf(to.Position), glance)
	}
	few, err := l.stretches(queries)
	if err != nil {
		return nil, err
	}
	var more []Query
	var of []int
	for i, to := range moves {
		out[i] = previous(few[i], to)
		// If there are no more, or no other of its day is left out, it is that one.
		if len(few[i]) < glance || out[i] != nil && slices.ContainsFunc(few[i], func(e *Entry) bool { return e.sortDay() < out[i].sortDay() }) {
			continue
		}
		for _, line := range linesOf(to.Position) {
			more, of = append(more, l.past(to, []Term{line}, 2*lookBack)), append(of, i)
		}
	}
	if len(more) == 0 {
		return out, nil
	}
	far, err := l.stretches(more)
	if err != nil {
		return nil, err
	}
	all := map[int][]*Entry{}
	for k, i := range of {
		all[i] = append(all[i], far[k]...)
	}
	for i, past := range all {
		out[i] = previous(past, moves[i])
	}
	return out, nil
}

// past asks for the last positions of some lines up to one of them.
func (l lineLook) past(to *Entry, lines []Term, limit int) Query {
	return Query{All: [][]Term{lines}, From: math.MinInt, To: to.sortDay(), AsOf: l.at, Limit: limit}
}

// stretches answers queries for positions.
func (l lineLook) stretches(queries []Query) ([][]*Entry, error) {
	rows, err := l.store.EntriesOfEach(queries...)
	if err != nil {
		return nil, err
	}
	if _, err := l.positions(slices.Concat(rows...)); err != nil {
		return nil, err
	}
	out := make([][]*Entry, len(queries))
	for i := range rows {
		if out[i], err = l.positions(rows[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
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
