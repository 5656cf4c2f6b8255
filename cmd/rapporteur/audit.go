package main

import (
	"context"

	"rapporteur/access"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
)

// auditCmd prints who did what.
type auditCmd struct {
	Who    []string      `help:"Only what these users or keys (key:NAME) did." placeholder:"NAME"`
	What   []access.What `help:"Only this: ${enum}." enum:"logged-in,logged-out,log-in-failed,user-added,user-changed,user-dropped,key-added,key-revoked,report-added,corrected,dossier-kept,dossier-dropped,alert-kept,alert-dropped" placeholder:"WHAT"`
	Since  string        `help:"Only what was done on this day or later, YYYY-MM-DD." placeholder:"DATE"`
	Until  string        `help:"Only what was done on this day or before." placeholder:"DATE"`
	Limit  int           `help:"The most lines, the last; 0 for all." default:"100" short:"n"`
	Format string        `help:"Output format: ${enum}." enum:"text,json,jsonl,csv,markdown" default:"text" short:"f"`
	dbFlag
}

// Run prints the trail, the last line first.
func (cmd *auditCmd) Run(ctx context.Context, c *terminal.Console) error {
	since, err := dayHere("audit --since", cmd.Since)
	if err != nil {
		return err
	}
	until, err := dayAfter("audit --until", cmd.Until)
	if err != nil {
		return err
	}
	r, db, err := cmd.open(ctx, store.Read)
	if err != nil {
		return err
	}
	err = cmd.print(ctx, c, r, access.New(db.Access(), access.Options{}), access.TrailQuery{Who: cmd.Who, What: cmd.What, Since: since, Until: until, Limit: cmd.Limit})
	if closed := db.Close(); err == nil {
		err = closed
	}
	return err
}

func (cmd *auditCmd) print(ctx context.Context, c *terminal.Console, r *record.Record, d *access.Desk, q access.TrailQuery) error {
	lines, err := service.Trail(ctx, r, d, q)
	if err != nil {
		return err
	}
	return export.Trail(lines).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format))
}
