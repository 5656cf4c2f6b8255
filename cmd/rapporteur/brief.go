package main

import (
	"context"
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// briefCmd prints a page of what is new.
type briefCmd struct {
	Most   int    `help:"Lines in a section." default:"8"`
	Format string `help:"Output format: ${enum}." enum:"text,json,markdown" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Run asks for everything in the time given and arranges it.
func (cmd *briefCmd) Run(ctx context.Context, c *console) error {
	if cmd.Since == "" {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "brief", Message: "say from when on: --since 2025-02-10"}
	}
	return cmd.asking(ctx, func(r *record.Record) error {
		f, err := cmd.filter(ctx, r)
		if err != nil {
			return err
		}
		b := &export.Brief{Since: f.Since, Until: f.Until, About: cmd.about()}
		reports := f
		reports.Issues = nil
		found, err := r.Reports(ctx, reports)
		if err != nil {
			return err
		}
		b.Reports = len(found)
		f.Kinds = []record.Kind{record.Statement, record.Meeting, record.Event, record.Notice}
		if b.Entries, err = r.Entries(ctx, f); err != nil {
			return err
		}
		if b.Shifts, err = r.Shifts(ctx, f); err != nil {
			return err
		}
		silence(b.Entries, cmd.NoText)
		silenceShifts(b.Shifts, cmd.NoText)
		b.Arrange(cmd.Most)
		return b.Write(c.stdout, cmd.Format, formStyle(c, cmd.Format))
	})
}

// about names what the brief is limited to.
func (cmd *briefCmd) about() string {
	var parts []string
	for _, p := range [][]string{{cmd.Dossier}, cmd.Actor, cmd.State, cmd.Issue, cmd.Outlet} {
		if len(p) > 0 && p[0] != "" {
			parts = append(parts, strings.Join(p, " or "))
		}
	}
	return strings.Join(parts, ", ")
}
