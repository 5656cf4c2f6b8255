package main

import (
	"context"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// timelineCmd prints meetings and events in the order of time.
type timelineCmd struct {
	Lanes  int    `help:"Parties that have a column of their own, those with most entries first; 0 for all." default:"6"`
	All    bool   `help:"With what is doubtful, and what has no day, at the day of its first report."`
	Limit  int    `help:"At most so many meetings and so many events, the newest; 0 for all." default:"100"`
	Format string `help:"Output format: ${enum}." enum:"text,json,markdown,md,svg" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Help is shown below the usage.
func (timelineCmd) Help() string {
	return "Meetings and events stand in the order of time, with a column for each party: who was there, is expected or was left out, who does what to whom. What is planned, what did not come about and what has no exact day are marked; a line parts what was from what is to come after the last report. --format svg draws it for a document."
}

// Run asks for the timeline and writes it.
func (cmd *timelineCmd) Run(ctx context.Context, c *terminal.Console) error {
	q := service.TimelineQuestion{Question: cmd.question(service.Everything), Title: cmd.about(), Lanes: cmd.Lanes, All: cmd.All}
	q.Silent, q.Limit = cmd.NoText, cmd.Limit
	return cmd.asking(ctx, func(r *record.Record) error {
		found, err := service.TimelineOf(ctx, r, q)
		if err != nil {
			return err
		}
		t := &export.Timeline{Timeline: found, Width: c.Width()}
		if err := t.Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format)); err != nil {
			return err
		}
		cut(c, found.Entries, 0, found.Total, found.Over)
		return nil
	})
}
