package main

import (
	"context"

	"rapporteur/export"
	"rapporteur/record"
)

// positionsCmd prints what parties want.
type positionsCmd struct {
	Matrix bool   `help:"A table of parties by issues: where each stands now."`
	Format string `help:"Output format: ${enum}." enum:"text,json,csv,markdown" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Run prints the positions of each party on each issue in the order of time, or
// the table of where they stand.
func (cmd *positionsCmd) Run(ctx context.Context, c *console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		f, err := cmd.filter(ctx, r)
		if err != nil {
			return err
		}
		lines, err := r.Lines(ctx, f)
		if err != nil {
			return err
		}
		if cmd.Matrix {
			return export.Positions(lines).Write(c.stdout, cmd.Format)
		}
		for i := range lines {
			silence(lines[i].Positions, cmd.NoText)
			silenceShifts(lines[i].Shifts, cmd.NoText)
		}
		return export.Lines(lines).Write(c.stdout, cmd.Format, formStyle(c, cmd.Format))
	})
}

// attendanceCmd prints who was at which meeting, and who was not.
type attendanceCmd struct {
	Limit  int    `help:"At most so many meetings, the newest; 0 for all." default:"12"`
	Format string `help:"Output format: ${enum}." enum:"text,json,csv,markdown" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Run prints a table of parties by meetings, the oldest first.
func (cmd *attendanceCmd) Run(ctx context.Context, c *console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		f, err := cmd.filter(ctx, r)
		if err != nil {
			return err
		}
		f.Kinds, f.Limit = []record.Kind{record.Meeting}, cmd.Limit
		meetings, err := r.Entries(ctx, f)
		if err != nil {
			return err
		}
		for i, k := 0, len(meetings)-1; i < k; i, k = i+1, k-1 {
			meetings[i], meetings[k] = meetings[k], meetings[i]
		}
		return export.Attendance(silence(meetings, cmd.NoText)).Write(c.stdout, cmd.Format)
	})
}
