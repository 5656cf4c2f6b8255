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
	at := map[[2]string]int{}
	var out []Line
	for _, e := range positions {
		if e.Position.Issue == nil {
			continue
		}
		party := firstOf(string(e.Position.For), e.Position.Actor)
		key := [2]string{party, e.Position.Issue.ID}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, Line{Party: party, Name: firstOf(e.Names[party], party), Issue: *e.Position.Issue, Shifts: []Shift{}})
		}
		out[i].Positions = append(out[i].Positions, e)
	}
	for i := range out {
		slices.SortFunc(out[i].Positions, func(a, b Entry) int { return inTime(&a, &b) })
		out[i].Shifts = append(out[i].Shifts, shifts(&out[i])...)
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
	line, ok := lineOf(to.Position)
	if !ok {
		return nil, nil
	}
	from, err := l.before(line, to)
	if err != nil || from == nil {
		return nil, err
	}
	party := firstOf(string(to.Position.For), to.Position.Actor)
	return []Shift{{party, firstOf(to.Names[party], party), *to.Position.Issue, turn(from), turn(to)}}, nil
}

// glance is the number of positions among which the one before is looked for first.
const glance = 4

// before finds the position of a line from which a party moved to another one, most
// often among the few before it.
func (l *look) before(line Term, to *Entry) (*Entry, error) {
	for _, limit := range []int{glance, 2 * lookBack} {
		rows, err := l.Entries(Query{All: [][]Term{{line}}, From: math.MinInt, To: to.sortDay(), AsOf: l.at, Limit: limit})
		if err != nil {
			return nil, err
		}
		past, err := l.past(rows, to)
		if err != nil {
			return nil, err
		}
		from := previous(past, to)
		whole := len(rows) < limit || from != nil && from.sortDay() > past[0].sortDay() // no other of its day is left out
		if whole || limit > glance {
			return from, nil
		}
	}
	return nil, nil
}

// past gives the positions that come before one in time, the oldest first.
func (l *look) past(rows []EntryRow, to *Entry) ([]Entry, error) {
	var out []Entry
	for _, row := range rows {
		e, err := l.entry(row)
		if err != nil {
			return nil, err
		}
		if e != nil && e.Position != nil && inTime(e, to) < 0 {
			out = append(out, *e)
		}
	}
	slices.SortFunc(out, func(a, b Entry) int { return inTime(&a, &b) })
	return out, nil
}

// shifts compares each position of a line with the one before it on the same
// proposal.
func shifts(l *Line) []Shift {
	var out []Shift
	for i := range l.Positions {
		to := &l.Positions[i]
		if from := previous(l.Positions[max(0, i-lookBack):i], to); from != nil {
			out = append(out, Shift{l.Party, l.Name, l.Issue, turn(from), turn(to)})
		}
	}
	return out
}

// sameProposal reports whether two positions are about the same thing to be done.
func sameProposal(a, b *rapporteur.Position) bool {
	return overlap(stems(a.Proposal), stems(b.Proposal)) >= 0.5
}

// moved reports whether a stance or its condition has changed.
func moved(a, b *rapporteur.Position) bool {
	return a.Stance != b.Stance || a.Stance == rapporteur.ConditionalStance && !sameCondition(a.Condition, b.Condition)
}

// turn is one side of a shift.
func turn(e *Entry) Turn {
	p := e.Position
	t := Turn{Entry: e.ID, Actor: p.Actor, Proposal: p.Proposal, Stance: p.Stance, Condition: p.Condition, Date: p.Date, Sources: e.Sources}
	if t.Date == "" {
		t.Date = e.First
	}
	if len(p.Evidence) > 0 {
		t.Quote = p.Evidence[0]
	}
	return t
}
