package main

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/store"
)

// keysCmd keeps the keys with which programs come in.
type keysCmd struct {
	Add    keysAddCmd    `cmd:"" help:"Make a key; it is printed once and kept nowhere."`
	List   keysListCmd   `cmd:"" help:"List the keys, without what opens."`
	Revoke keysRevokeCmd `cmd:"" help:"End a key at once."`
}

type keysAddCmd struct {
	Name    string      `arg:"" help:"What the key is for; key:NAME signs what is corrected with it."`
	Role    access.Role `help:"What it may do: ${enum}; with --namespace at that desk alone." enum:"reader,editor,admin" default:"reader"`
	Expires string      `help:"The last day on which it opens, YYYY-MM-DD; without it, it does not end." placeholder:"DATE"`
	dbFlag
}

// Run makes the key and prints it, alone on its line.
func (cmd *keysAddCmd) Run(ctx context.Context, c *terminal.Console) error {
	ends, err := dayAfter("keys add --expires", cmd.Expires)
	if err != nil {
		return err
	}
	return cmd.atDesk(ctx, store.Write, func(ctx context.Context, d *access.Desk) error {
		key, k, err := d.AddKey(ctx, cmd.Name, cmd.shared(cmd.Role), ends)
		if err != nil {
			return err
		}
		if cmd.Namespace != "" {
			if err := d.SetGrant(ctx, access.KeyHolder(k.ID), cmd.Namespace, cmd.Role); err != nil {
				return err
			}
		}
		c.Tell("the key %s of %s, %s, is shown this once; programs send it as Authorization: Bearer KEY", k.ID, k.Name, cmd.Role)
		return c.Say("%s", key)
	})
}

type keysListCmd struct {
	Format string `help:"Output format: ${enum}." enum:"text,json,csv" default:"text" short:"f"`
	dbFlag
}

// Run lists the keys.
func (cmd *keysListCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atDesk(ctx, store.Read, func(ctx context.Context, d *access.Desk) error {
		all, err := d.Keys(ctx)
		if err != nil {
			return err
		}
		grants, err := d.Grants(ctx, "")
		if err != nil {
			return err
		}
		return export.Keys(all, grants, c.Now()).Write(c.Stdout, cmd.Format, c.Style())
	})
}

type keysRevokeCmd struct {
	ID string `arg:"" help:"The id of the key, as keys list has it."`
	dbFlag
}

// Run revokes the key.
func (cmd *keysRevokeCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atDesk(ctx, store.Write, func(ctx context.Context, d *access.Desk) error {
		if err := d.RevokeKey(ctx, cmd.ID); err != nil {
			return err
		}
		return c.Say("revoked key %s", cmd.ID)
	})
}

// dayAfter is the first moment after a day here, zero for none.
func dayAfter(op, day string) (time.Time, error) {
	t, err := dayHere(op, day)
	if err != nil || t.IsZero() {
		return t, err
	}
	return t.AddDate(0, 0, 1), nil
}

// dayHere is the first moment of a day here, zero for none.
func dayHere(op, day string) (time.Time, error) {
	if day == "" {
		return time.Time{}, nil
	}
	t, err := time.ParseInLocation(time.DateOnly, day, time.Local)
	if err != nil {
		return t, &rapporteur.Error{Code: rapporteur.Invalid, Op: op + " " + day, Message: "that is no day; write 2030-02-18"}
	}
	return t, nil
}
