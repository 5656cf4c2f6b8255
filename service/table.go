package service

import (
	"context"

	"rapporteur/record"
)

// Lines answers a question about what parties want, issue by issue, in the order of
// time. With a limit it takes so many of the newest positions.
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
