package main

import (
	"context"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// whyCmd explains what an entry is made of.
type whyCmd struct {
	ID     string `arg:"" help:"The id of an entry." complete:"entries"`
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	asOfFlag
	dbFlag
}

// Run prints the reports of an entry and what links them.
func (cmd *whyCmd) Run(ctx context.Context, c *terminal.Console) error {
	at, err := service.Moment(cmd.AsOf)
	if err != nil {
		return err
	}
	return cmd.asking(ctx, func(r *record.Record) error {
		entry, err := r.Entry(ctx, cmd.ID, at)
		if err != nil {
			return err
		}
		reasons, err := r.Why(ctx, cmd.ID, at)
		if err != nil {
			return err
		}
		learned, err := r.Taught(ctx, cmd.ID)
		if err != nil {
			return err
		}
		if cmd.NoText {
			entry.Silence()
			for i := range learned {
				learned[i].Silence()
			}
			for i := range reasons {
				reasons[i].A.Silence()
				reasons[i].B.Silence()
			}
		}
		return (&export.Explanation{Entry: entry, Reasons: reasons, Learned: learned}).Write(c.Stdout, cmd.Format, c.Style())
	})
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
