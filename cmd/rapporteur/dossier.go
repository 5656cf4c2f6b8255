package main

import (
	"context"
	"strings"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// dossierCmd keeps named parts of the record.
type dossierCmd struct {
	Add     dossierAddCmd     `cmd:"" help:"Keep a part of the record under a name; one of the same name is replaced."`
	List    dossierListCmd    `cmd:"" help:"List the dossiers."`
	Suggest dossierSuggestCmd `cmd:"" help:"Propose dossiers: parties, issues and places that the reports tell of together."`
	Drop    dossierDropCmd    `cmd:"" help:"Forget a dossier; the record stays as it is."`
}

type dossierAddCmd struct {
	Name   string   `arg:"" help:"Its name."`
	Actor  []string `help:"Actors: ids or names." placeholder:"WHO" complete:"actors"`
	State  []string `help:"ISO 3166 alpha-3 codes of states." placeholder:"CODE" complete:"states"`
	Issue  []string `help:"Ids of issues." placeholder:"ID" complete:"issues"`
	Place  []string `help:"Names of places, or codes of states." placeholder:"PLACE" complete:"places"`
	Report []string `help:"Ids of reports." placeholder:"ID" complete:"reports"`
	Text   string   `help:"Words that must support what belongs to it, all of them; in quotation marks for a phrase."`
	Since  string   `help:"From this day on, YYYY-MM-DD." placeholder:"DATE"`
	Until  string   `help:"Up to this day." placeholder:"DATE"`
	dbFlag
}

// Run saves the filter and says what was saved.
func (cmd *dossierAddCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.changing(ctx, func(r *record.Record) error {
		kept, replaced, err := service.KeepDossier(ctx, r, cmd.Name, service.Question{Actors: cmd.Actor, States: cmd.State, Issues: cmd.Issue, Places: cmd.Place, Reports: cmd.Report, Text: cmd.Text, Since: cmd.Since, Until: cmd.Until})
		if err != nil {
			return err
		}
		done := "added dossier"
		if replaced {
			done = "replaced dossier"
		}
		return c.Say("%s %s", done, strings.Join(dossierLine(&kept), "  "))
	})
}

type dossierListCmd struct {
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	dbFlag
}

// Run prints a line a dossier.
func (cmd *dossierListCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		all, err := r.Dossiers(ctx)
		if err != nil {
			return err
		}
		if cmd.Format == "json" {
			return export.Indented(c.Stdout, all)
		}
		for _, d := range all {
			if err := c.Say("%s", strings.Join(dossierLine(&d), "  ")); err != nil {
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
	}{{"actors", d.Actors}, {"states", d.States}, {"issues", d.Issues}, {"places", d.Places}, {"reports", d.Reports}, {"words", one(rapporteur.Date(d.Text))}, {"since", one(d.Since)}, {"until", one(d.Until)}} {
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
	Name string `arg:"" help:"Its name." complete:"dossiers"`
	dbFlag
}

// Run forgets the filter and says so.
func (cmd *dossierDropCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.changing(ctx, func(r *record.Record) error {
		if err := r.DropDossier(ctx, cmd.Name); err != nil {
			return err
		}
		return c.Say("dropped dossier %s; the record is as it was", cmd.Name)
	})
}
