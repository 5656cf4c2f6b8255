package main

import (
	"context"
	"strings"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// briefCmd prints a page of what is new.
type briefCmd struct {
	Most   int    `help:"Lines in a section." default:"8"`
	Format string `help:"Output format: ${enum}." enum:"text,json,markdown" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Help is shown below the usage.
func (briefCmd) Help() string {
	return "Without --since it is about the last seven days of the record."
}

// Run asks for everything in the time given and arranges it.
func (cmd *briefCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		q := cmd.question(service.Everything)
		q.Silent = cmd.NoText
		found, err := service.BriefOn(ctx, r, q)
		if err != nil {
			return err
		}
		b := &export.Brief{Since: found.Since, Until: found.Until, About: cmd.about(), Reports: found.Reports, Entries: found.Entries, Shifts: found.Shifts}
		b.Arrange(cmd.Most)
		return b.Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format))
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
