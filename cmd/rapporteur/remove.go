package main

import (
	"context"
	"fmt"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// removeCmd takes reports off the record.
type removeCmd struct {
	Reports []string `arg:"" optional:"" name:"report" help:"Ids of reports." complete:"reports"`
	Outlet  []string `help:"All that an outlet published." placeholder:"NAME" complete:"outlets"`
	By      string   `help:"Who asks for it." env:"RAPPORTEUR_USER,USER"`
	Yes     bool     `help:"Do not ask." short:"y"`
	DryRun  bool     `name:"dry-run" help:"Print what would be removed, and remove nothing." short:"n"`
	dbFlag
}

// Help is shown below the usage.
func (removeCmd) Help() string {
	return "This cannot be undone: make a backup first. It asks before it removes anything; where nobody can be asked, give --yes."
}

// Run lists what is to go, asks, removes it, and says so once it is gone.
func (cmd *removeCmd) Run(ctx context.Context, c *terminal.Console) error {
	if len(cmd.Reports)+len(cmd.Outlet) == 0 {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "remove", Message: "name reports, or an outlet with --outlet"}
	}
	what := record.Removal{Reports: cmd.Reports, Outlets: cmd.Outlet, By: cmd.By}
	if cmd.DryRun || !cmd.Yes {
		if err := cmd.preview(ctx, c, what); err != nil || cmd.DryRun {
			return err
		}
	}
	return cmd.changing(ctx, func(r *record.Record) error {
		gone, err := r.Remove(ctx, what)
		if err != nil {
			return err
		}
		for _, id := range gone {
			if err := c.Say("removed %s", id); err != nil {
				return err
			}
		}
		return c.Say("reports removed: %d; what other outlets carry stays, as theirs", len(gone))
	})
}

// preview prints what would go and, unless that is all, asks.
func (cmd *removeCmd) preview(ctx context.Context, c *terminal.Console, what record.Removal) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		found, err := service.Removable(ctx, r, what)
		if err != nil {
			return err
		}
		if cmd.DryRun {
			return export.Reports(found).Write(c.Stdout, "text", c.Style())
		}
		if !c.Attended() {
			return &rapporteur.Error{Code: rapporteur.Invalid, Op: "remove",
				Message: fmt.Sprintf("reports that would go for good: %d; --dry-run lists them, --yes removes them", len(found))}
		}
		if err := export.Reports(found).Write(c.Stderr, "text", export.Plain()); err != nil {
			return err
		}
		return c.Confirm("remove", fmt.Sprintf("reports that will go for good: %d; go on?", len(found)))
	})
}
