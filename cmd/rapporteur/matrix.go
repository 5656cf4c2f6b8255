package main

import (
	"context"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// positionsCmd prints what parties want.
type positionsCmd struct {
	Matrix bool   `help:"A table of parties by issues: for or against what the issue names, the proposal, its condition, the day of the last word, and an arrow where a party has moved. It folds to the width of the terminal."`
	Limit  int    `help:"At most so many positions, the newest; 0 for all." default:"500"`
	Format string `help:"Output format: ${enum}." enum:"text,json,csv,markdown" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Run prints the positions of each party on each issue in the order of time, or
// the table of where they stand.
func (cmd *positionsCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		q := cmd.question(service.Positions)
		q.Silent, q.Limit = cmd.NoText, cmd.Limit
		defer cmd.tell(c)
		if cmd.Matrix {
			m, err := service.Matrix(ctx, r, q)
			if err != nil {
				return err
			}
			return onScreen(c, export.Positions(m)).Write(c.Stdout, cmd.Format)
		}
		lines, err := service.Lines(ctx, r, q)
		if err != nil {
			return err
		}
		return export.Lines(lines).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format))
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
func (cmd *attendanceCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		q := cmd.question(service.Meetings)
		q.Silent, q.Limit = cmd.NoText, cmd.Limit
		defer cmd.tell(c)
		meetings, err := service.Attendance(ctx, r, q)
		if err != nil {
			return err
		}
		if err := onScreen(c, export.Attendance(meetings)).Write(c.Stdout, cmd.Format); err != nil {
			return err
		}
		cut(c, meetings.Len(), 0, meetings.Total, meetings.Over)
		return nil
	})
}

// onScreen folds a grid to the width of the terminal.
func onScreen(c *terminal.Console, g *export.Grid) *export.Grid {
	g.Width = c.Width()
	return g
}
