package main

import (
	"context"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// whatChangedCmd prints what happened to the record between two times.
type whatChangedCmd struct {
	Between string `help:"From the end of this day, YYYY-MM-DD, or from this time on." placeholder:"A" required:""`
	B       string `arg:"" optional:"" help:"Up to the end of this day, or to this time; without it, until now."`
	Limit   int    `help:"At most so many of each kind; 0 for all." default:"10"`
	Long    bool   `help:"With the words of the reports below what is new."`
	Format  string `help:"Output format: ${enum}." enum:"text,json,markdown,md" default:"text" short:"f"`
	NoText  bool   `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Help is shown below the usage.
func (whatChangedCmd) Help() string {
	return "rapporteur what-changed --between 2025-02-10 2025-02-17 compares what the record knew at the end of either day: what is new, what is told otherwise and who moved, what was withdrawn, what turned out to be the same, what persons corrected. Times are those at which reports came to the record; to ask by the days of the reports, use brief --since and --until."
}

// Run compares the two times and prints what differs.
func (cmd *whatChangedCmd) Run(ctx context.Context, c *terminal.Console) error {
	if cmd.AsOf != "" {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "what-changed --as-of", Message: "the two times of --between say as of when; leave it out"}
	}
	q := service.ChangedQuestion{Question: cmd.question(service.Everything), Title: cmd.about(), From: cmd.Between, To: cmd.B}
	q.Silent, q.Limit = cmd.NoText, cmd.Limit
	return cmd.asking(ctx, func(r *record.Record) error {
		found, err := service.WhatChanged(ctx, r, q)
		if err != nil {
			return err
		}
		return (&export.Changed{Changed: found, Quotes: cmd.Long}).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format))
	})
}
