package main

import (
	"context"
	"time"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// tailCmd prints what comes to the record.
type tailCmd struct {
	From   string        `help:"From when on it is new: a day, YYYY-MM-DD, or a time; without it, from now on." placeholder:"TIME"`
	Every  time.Duration `help:"How often the record is asked." default:"10s" placeholder:"TIME"`
	Once   bool          `help:"Ask once and end."`
	Format string        `help:"Output format: ${enum}." enum:"text,jsonl,markdown" default:"text" short:"f"`
	NoText bool          `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Run prints each entry once, as soon as it is there, until it is interrupted.
func (cmd *tailCmd) Run(ctx context.Context, c *terminal.Console) error {
	from, err := service.From(cmd.From, c.Now())
	if err != nil {
		return err
	}
	q := cmd.question(service.Everything)
	q.Silent = cmd.NoText
	w := &service.Watch{Question: q, Now: c.Now, From: from}
	for {
		err := cmd.asking(ctx, func(r *record.Record) error {
			w.Record = r
			found, err := w.Next(ctx)
			if err != nil || len(found) == 0 {
				return err
			}
			return export.Entries(found).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format))
		})
		if err != nil || cmd.Once {
			return err
		}
		select {
		case <-ctx.Done():
			return nil // that is how it ends
		case <-time.After(max(cmd.Every, time.Second)):
		}
	}
}
