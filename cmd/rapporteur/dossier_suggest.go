package main

import (
	"context"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// dossierSuggestCmd proposes named parts of the record.
type dossierSuggestCmd struct {
	Most   int    `help:"At most so many, those of most reports; 0 for all." default:"8"`
	Limit  int    `help:"Look at so many meetings, events and positions each, the newest; 0 for all." default:"500"`
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	filterFlags
	dbFlag
}

// Help is shown below the usage.
func (dossierSuggestCmd) Help() string {
	return "Parties, issues and places are put together that the same reports tell of, by the cosine over reports; what most reports of a group name joins it. Each proposal says how many reports it rests on and how close it is, how many entries it would hold, and the command that keeps it. Nothing is kept by itself, and the same record gives the same proposals."
}

// Run looks at the record and prints what may be kept.
func (cmd *dossierSuggestCmd) Run(ctx context.Context, c *terminal.Console) error {
	q := cmd.question(service.Everything)
	q.Limit = cmd.Limit
	return cmd.asking(ctx, func(r *record.Record) error {
		found, err := service.SuggestDossiers(ctx, r, q, cmd.Most)
		if err != nil {
			return err
		}
		return export.Suggestions(c.Stdout, found, cmd.Format, c.Style())
	})
}
