package record

import (
	"context"
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
	since, limit, offset := f.Since, f.Limit, f.Offset
	f.Since, f.Limit, f.Offset = "", 0, 0
	lines, err := r.Lines(ctx, f)
	if err != nil {
		return nil, err
	}
	var out []Shift
	for _, l := range lines {
		for _, s := range l.Shifts {
			if s.To.Date >= since {
				out = append(out, s)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Shift) int { return strings.Compare(string(b.To.Date), string(a.To.Date)) })
	out = out[min(offset, len(out)):]
	if limit > 0 {
		out = out[:min(limit, len(out))]
	}
	return out, nil
}

// shifts compares each position of a line with the one before it on the same
// proposal.
func shifts(l *Line) []Shift {
	var out []Shift
	var last []*Entry // the last position on each proposal
	for i := range l.Positions {
		e := &l.Positions[i]
		at := slices.IndexFunc(last, func(b *Entry) bool { return sameProposal(b.Position, e.Position) })
		if at < 0 {
			last = append(last, e)
			continue
		}
		before := last[at]
		if e.sortDay() > before.sortDay() && moved(before.Position, e.Position) {
			out = append(out, Shift{l.Party, l.Name, l.Issue, turn(before), turn(e)})
		}
		last[at] = e
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
