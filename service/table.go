package service

import (
	"context"
	"slices"

	"rapporteur/record"
)

// Lines answers a question about what parties want, issue by issue, in the order of
// time.
func Lines(ctx context.Context, r *record.Record, q Question) ([]record.Line, error) {
	q.About = Positions
	var lines []record.Line
	err := q.look(ctx, r, func(l *record.Look, f record.Filter) (err error) {
		lines, err = l.Lines(f)
		return err
	})
	for i := range lines {
		if q.Silent {
			silence(lines[i].Positions)
			(&Answer{Shifts: lines[i].Shifts}).silence()
		}
	}
	return lines, err
}

// Attendance answers a question about who was at which meeting, the oldest of the
// newest first.
func Attendance(ctx context.Context, r *record.Record, q Question) (*Answer, error) {
	q.About = Meetings
	a, err := Ask(ctx, r, q)
	if err == nil {
		slices.Reverse(a.Entries)
	}
	return a, err
}
