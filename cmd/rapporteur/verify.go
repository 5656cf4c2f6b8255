package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/record"
	"rapporteur/store"
)

// verifyCmd checks the record.
type verifyCmd struct {
	dbFlag
}

// Run prints what does not hold, or that all does; then the exit status is not 0.
func (cmd *verifyCmd) Run(ctx context.Context, c *terminal.Console) error {
	r, db, err := cmd.open(ctx, store.Read)
	if err != nil {
		return err
	}
	found := 0
	tell := func(p record.Problem) bool {
		found++
		_ = c.Say("%s: %s", p.Of, p.What)
		return ctx.Err() == nil
	}
	err = db.Check(ctx, tell)
	if err == nil {
		err = r.Verify(ctx, tell)
	}
	if err = errors.Join(err, ctx.Err(), db.Close()); err != nil {
		return err
	}
	if found > 0 {
		return &rapporteur.Error{Code: rapporteur.Damaged, Op: "verify " + cmd.DB.shown(),
			Message: fmt.Sprintf("problems found: %d; restore a backup, or `rapporteur repair` saves what can be saved", found)}
	}
	info, err := store.Inspect(ctx, string(cmd.DB))
	if err != nil {
		return err
	}
	return c.Say("all is well: %s", info)
}

// repairCmd saves what can be saved of a damaged record.
type repairCmd struct {
	dbFlag
}

// Run repairs and says what was saved, what was not, and where it is.
func (cmd *repairCmd) Run(ctx context.Context, c *terminal.Console) error {
	lines, err := store.Repair(ctx, string(cmd.DB), time.Now)
	if err != nil {
		return err
	}
	for _, line := range lines {
		_ = c.Say("%s", line)
	}
	return nil
}

// migrateCmd brings an older record up to date.
type migrateCmd struct {
	dbFlag
}

// Run opens the record to write, which does it.
func (cmd *migrateCmd) Run(ctx context.Context, c *terminal.Console) error {
	_, db, err := cmd.open(ctx, store.Write)
	if err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	info, err := store.Inspect(ctx, string(cmd.DB))
	if err != nil {
		return err
	}
	return c.Say("up to date: %s", info)
}
