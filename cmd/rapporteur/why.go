package main

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// asOfFlag asks for the record of a past day.
type asOfFlag struct {
	AsOf string `name:"as-of" help:"The record as it stood at the end of this day, YYYY-MM-DD, or at this time." placeholder:"DATE"`
}

// time gives the moment, zero for now. A day means its end.
func (f asOfFlag) time() (time.Time, error) {
	if f.AsOf == "" {
		return time.Time{}, nil
	}
	if t, err := time.ParseInLocation(time.DateOnly, f.AsOf, time.Local); err == nil {
		return t.AddDate(0, 0, 1).Add(-time.Millisecond), nil
	}
	t, err := time.Parse(time.RFC3339, f.AsOf)
	if err != nil {
		return t, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--as-of", Message: "give a day as YYYY-MM-DD or a time as 2025-02-18T12:00:00Z"}
	}
	return t, nil
}

// whyCmd explains what an entry is made of.
type whyCmd struct {
	ID     string `arg:"" help:"The id of an entry."`
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	asOfFlag
	dbFlag
}

// Run prints the reports of an entry and what links them.
func (cmd *whyCmd) Run(ctx context.Context, c *console) error {
	at, err := cmd.time()
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
		if cmd.NoText {
			entry.Silence()
			for i := range reasons {
				reasons[i].A.Silence()
				reasons[i].B.Silence()
			}
		}
		return (&export.Explanation{Entry: entry, Reasons: reasons}).Write(c.stdout, cmd.Format, textStyle(c))
	})
}

// historyCmd prints what happened to an entry.
type historyCmd struct {
	ID     string `arg:"" help:"The id of an entry."`
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	dbFlag
}

// Run prints a line a change, the oldest first.
func (cmd *historyCmd) Run(ctx context.Context, c *console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		changes, err := r.History(ctx, cmd.ID)
		if err != nil {
			return err
		}
		return export.Changes(changes).Write(c.stdout, cmd.Format, textStyle(c))
	})
}
