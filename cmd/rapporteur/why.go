package main

import (
	"context"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
)

// whyCmd explains what an entry is made of.
type whyCmd struct {
	ID     string `arg:"" help:"The id of an entry." complete:"entries"`
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	// Explain needs a reader, as reading does.
	Explain bool `help:"Name the words by which its first reports tell it, with their probabilities; these reports are read again."`
	actorsFlag
	issuesFlag
	asOfFlag
	dbFlag
}

// Run prints the reports of an entry and what links them.
func (cmd *whyCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		x, err := service.WhyOf(ctx, r, cmd.ID, cmd.AsOf, cmd.NoText)
		if err != nil {
			return err
		}
		if cmd.Explain && !cmd.NoText {
			if err := cmd.words(ctx, r, x.Entry); err != nil {
				return err
			}
		}
		defer cmd.tell(c)
		style := c.Style()
		style.Explain = cmd.Explain
		return (&export.Explanation{Entry: x.Entry, Reasons: x.Reasons, Learned: x.Learned}).Write(c.Stdout, cmd.Format, style)
	})
}

// words says by which words reports tell an entry.
func (cmd *whyCmd) words(ctx context.Context, r *record.Record, e *record.Entry) error {
	reader, err := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}.Reader(reading.Budget{})
	if err != nil {
		return err
	}
	return service.Tell(ctx, r, reader.Explaining().Read, e)
}

// historyCmd prints what happened to an entry.
type historyCmd struct {
	ID     string `arg:"" help:"The id of an entry." complete:"entries"`
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	dbFlag
}

// Run prints a line a change, the oldest first.
func (cmd *historyCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		changes, err := r.History(ctx, cmd.ID)
		if err != nil {
			return err
		}
		return export.Changes(changes).Write(c.Stdout, cmd.Format, c.Style())
	})
}
