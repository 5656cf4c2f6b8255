package record

import (
	"context"
	"math"
	"slices"
	"strings"

	"rapporteur"
)

// Lines gives what parties want on the issues that a filter chooses, by party
// and issue, over the time that the filter spans. Limit and Offset count
// positions.
func (r *Record) Lines(ctx context.Context, f Filter) ([]Line, error) {
	f.Kinds, f.Oldest = []Kind{Position}, true
	positions, err := r.Entries(ctx, f)
	if err != nil {
		return nil, err
	}
	at, parties := map[[2]string]int{}, map[string][]*Entry{}
	var out []Line
	for i := range positions {
		e := &positions[i]
		party := firstOf(string(e.Position.For), e.Position.Actor)
		parties[party] = append(parties[party], e)
		if e.Position.Issue == nil {
			continue
		}
		key := [2]string{party, e.Position.Issue.ID}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, Line{Party: party, Name: firstOf(e.Names[party], party), Issue: *e.Position.Issue, Shifts: []Shift{}})
		}
		out[i].Positions = append(out[i].Positions, *e)
	}
	for i := range out {
		slices.SortFunc(out[i].Positions, func(a, b Entry) int { return inTime(&a, &b) })
		out[i].Shifts = append(out[i].Shifts, shifts(&out[i], parties[out[i].Party])...)
	}
	slices.SortFunc(out, func(a, b Line) int {
		return strings.Compare(a.Party+"\x00"+a.Issue.ID, b.Party+"\x00"+b.Issue.ID)
	})
	return out, nil
}

// Shifts gives the shifts of parties, the newest first; Since and Until are about
// the day of the later position.
func (r *Record) Shifts(ctx context.Context, f Filter) ([]Shift, error) {
	f.Kinds = []Kind{Position}
	var out []Shift
	err := r.view(ctx, f.AsOf, func(l *look) error {
		q, ok, err := l.query(f)
		if err != nil || !ok {
			return err
		}
		q.all(termShift, []string{yes})
		rows, err := l.Entries(q)
		if err != nil {
			return err
		}
		for _, row := range rows {
			to, err := l.entry(row)
			if err != nil {
				return err
			}
			s, err := l.shift(to)
			if err != nil {
				return err
			}
			out = append(out, s...)
		}
		return nil
	})
	return out, err
}

// shift finds the position from which a party moved to this one.
func (l *look) shift(to *Entry) ([]Shift, error) {
	from, err := l.before(to)
	if err != nil || from == nil {
		return nil, err
	}
	return []Shift{shiftOf(from, to)}, nil
}

// shiftOf names a shift by the issue of the later position, where that has none by
// that of the earlier one, and else by what is proposed.
func shiftOf(from, to *Entry) Shift {
	party := firstOf(string(to.Position.For), to.Position.Actor)
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

// before finds the position of a party from which it moved to another one, most
// often among the few before it on any of its lines.
func (l *look) before(to *Entry) (*Entry, error) {
	lines := linesOf(to.Position)
	few, more, err := l.past(lines, to, glance)
	if err != nil {
		return nil, err
	}
	from := previous(few, to)
	if !more || from != nil && slices.ContainsFunc(few, func(e *Entry) bool { return e.sortDay() < from.sortDay() }) {
		return from, nil // there are no more, or no other of its day is left out
	}
	var past []*Entry
	for _, line := range lines {
		some, _, err := l.past([]Term{line}, to, 2*lookBack)
		if err != nil {
			return nil, err
		}
		past = append(past, some...)
	}
	return previous(past, to), nil
}

// past gives the last positions of some lines up to one of them, and whether there
// may be more.
func (l *look) past(lines []Term, to *Entry, limit int) (out []*Entry, more bool, err error) {
	rows, err := l.Entries(Query{All: [][]Term{lines}, From: math.MinInt, To: to.sortDay(), AsOf: l.at, Limit: limit})
	if err != nil {
		return nil, false, err
	}
	for _, row := range rows {
		e, err := l.entry(row)
		if err != nil {
			return nil, false, err
		}
		if e != nil && e.Position != nil {
			out = append(out, e)
		}
	}
	return out, len(rows) == limit, nil
}

// shifts compares each position of a line with the one before it, of its party, on
// the same proposal.
func shifts(l *Line, party []*Entry) []Shift {
	var out []Shift
	for i := range l.Positions {
		to := &l.Positions[i]
		if from := previous(party, to); from != nil {
			out = append(out, shiftOf(from, to))
		}
	}
	return out
}

// moved reports whether a stance or its condition has changed.
func moved(a, b *rapporteur.Position) bool {
	return a.Stance != b.Stance || a.Stance == rapporteur.ConditionalStance && !sameCondition(a.Condition, b.Condition)
}

// turn is one side of a shift.
func turn(e *Entry) Turn {
	p := e.Position
	t := Turn{Entry: e.ID, Actor: p.Actor, Proposal: p.Proposal, Stance: p.Stance, Condition: p.Condition, Date: p.Date, Sources: e.Sources, Outlets: e.Outlets}
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
