package main

import (
	"context"
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// dossierCmd keeps named parts of the record.
type dossierCmd struct {
	Add  dossierAddCmd  `cmd:"" help:"Keep a part of the record under a name; one of the same name is replaced."`
	List dossierListCmd `cmd:"" help:"List the dossiers."`
	Drop dossierDropCmd `cmd:"" help:"Forget a dossier; the record stays as it is."`
}

type dossierAddCmd struct {
	Name  string   `arg:"" help:"Its name."`
	Actor []string `help:"Actors: ids or names." placeholder:"WHO"`
	State []string `help:"ISO 3166 alpha-3 codes of states." placeholder:"CODE"`
	Issue []string `help:"Ids of issues." placeholder:"ID"`
	Since string   `help:"From this day on, YYYY-MM-DD." placeholder:"DATE"`
	Until string   `help:"Up to this day." placeholder:"DATE"`
	dbFlag
}

// Run saves the filter.
func (cmd *dossierAddCmd) Run(ctx context.Context) error {
	if len(cmd.Actor)+len(cmd.State)+len(cmd.Issue) == 0 && cmd.Since+cmd.Until == "" {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "dossier add", Message: "say what belongs to it: --actor, --state, --issue, --since or --until"}
	}
	return cmd.changing(ctx, func(r *record.Record) error {
		if err := checkIssues(ctx, r, cmd.Issue); err != nil {
			return err
		}
		actors, err := resolve(ctx, r, cmd.Actor)
		if err != nil {
			return err
		}
		return r.SaveDossier(ctx, record.Dossier{Name: cmd.Name, Actors: actors, States: cmd.State, Issues: cmd.Issue, Since: rapporteur.Date(cmd.Since), Until: rapporteur.Date(cmd.Until)})
	})
}

type dossierListCmd struct {
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	dbFlag
}

// Run prints a line a dossier.
func (cmd *dossierListCmd) Run(ctx context.Context, c *console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		all, err := r.Dossiers(ctx)
		if err != nil {
			return err
		}
		if cmd.Format == "json" {
			return export.Indented(c.stdout, all)
		}
		for _, d := range all {
			if err := c.say("%s", strings.Join(dossierLine(&d), "  ")); err != nil {
				return err
			}
		}
		return nil
	})
}

func dossierLine(d *record.Dossier) []string {
	out := []string{d.Name}
	for _, part := range []struct {
		name   string
		values []string
	}{{"actors", d.Actors}, {"states", d.States}, {"issues", d.Issues}, {"since", one(d.Since)}, {"until", one(d.Until)}} {
		if len(part.values) > 0 {
			out = append(out, part.name+" "+strings.Join(part.values, ", "))
		}
	}
	return out
}

func one(d rapporteur.Date) []string {
	if d == "" {
		return nil
	}
	return []string{string(d)}
}

type dossierDropCmd struct {
	Name string `arg:"" help:"Its name."`
	dbFlag
}

// Run forgets the filter.
func (cmd *dossierDropCmd) Run(ctx context.Context) error {
	return cmd.changing(ctx, func(r *record.Record) error { return r.DropDossier(ctx, cmd.Name) })
}
