package main

import (
	"context"
	"fmt"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
)

// removeCmd takes reports off the record.
type removeCmd struct {
	Reports []string `arg:"" optional:"" name:"report" help:"Ids of reports." complete:"reports"`
	Outlet  []string `help:"All that an outlet published." placeholder:"NAME" complete:"outlets"`
	By      string   `help:"Who asks for it." env:"RAPPORTEUR_USER,USER"`
	Yes     bool     `help:"Do not ask." short:"y"`
	DryRun  bool     `name:"dry-run" help:"Print what would be removed, and remove nothing." short:"n"`
	actorsFlag
	issuesFlag
	budgetFlag
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
	return cmd.atFollows(ctx, store.Write, func(r *record.Record, follows follow.Store) error {
		gone, err := service.RemoveFollowed(ctx, r, follows, what)
		if err != nil {
			return err
		}
		for _, id := range gone {
			if err := c.Say("removed %s", id); err != nil {
				return err
			}
		}
		if err := c.Say("reports removed: %d; what other outlets carry stays, as theirs", len(gone)); err != nil {
			return err
		}
		return cmd.relearn(ctx, c, r)
	})
}

// relearn reads the reports again that were read for a holder of an office whom only
// what is gone named.
func (cmd *removeCmd) relearn(ctx context.Context, c *terminal.Console, r *record.Record) error {
	some, err := r.Outdated(ctx, 1)
	if err != nil || len(some) == 0 {
		return err
	}
	reader, err := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}.Reader(cmd.budget())
	if err != nil {
		return err
	}
	var failed terminal.Failures
	ingest := service.Ingest{Record: r, Read: reader.Read, Knowing: reader.ReadKnowing}
	again, err := ingest.Relearn(ctx, func(one service.Arrival) error {
		if one.Err != nil {
			failed = append(failed, one.Err)
		}
		return nil
	})
	if err != nil {
		return failed.Behind(err)
	}
	if err := c.Say("reports read again, as what is gone named the holders of offices: %d", again); err != nil {
		return err
	}
	return failed.Of(again)
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
