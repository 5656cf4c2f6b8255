package main

import (
	"context"
	"os/user"

	"rapporteur/access"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/store"
)

// usersCmd keeps the list of those who may log in.
type usersCmd struct {
	Add      usersAddCmd      `cmd:"" help:"Let somebody in, with a password and a role."`
	List     usersListCmd     `cmd:"" help:"List those who may log in."`
	Role     usersRoleCmd     `cmd:"" help:"Give a user another role, from the next request on."`
	Password usersPasswordCmd `cmd:"" help:"Give a user another password; their sessions end."`
	Drop     usersDropCmd     `cmd:"" help:"Let a user in no more; what they wrote stays."`
}

// shared is the role on the shared record of who is given one: none where it is given at
// a desk.
func (f dbFlag) shared(role access.Role) access.Role {
	if f.Namespace != "" {
		return access.None
	}
	return role
}

// atDesk opens the list of those who are let in, for whoever works at this machine.
func (f dbFlag) atDesk(ctx context.Context, mode store.Mode, do func(context.Context, *access.Desk) error) (err error) {
	r, db, err := f.open(ctx, mode)
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	if f.Namespace != "" {
		if _, err := r.Holding(ctx, f.Namespace); err != nil { // there must be such a desk
			return err
		}
	}
	return do(access.With(ctx, access.Who{Name: userName(), Role: access.Admin}), access.New(db.Access(), access.Options{}))
}

// userName is who works at this machine, empty where nobody knows.
func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

type usersAddCmd struct {
	Name string      `arg:"" help:"The name, which also signs corrections."`
	Role access.Role `help:"What they may do: ${enum}. A reader asks, an editor also adds and corrects, an admin also sees the trail; with --namespace at that desk alone." enum:"reader,editor,admin" default:"reader"`
	passwordFlag
	dbFlag
}

// Run adds the user; a record is begun where there is none.
func (cmd *usersAddCmd) Run(ctx context.Context, c *terminal.Console) error {
	password, err := cmd.password(c, cmd.Name)
	if err != nil {
		return err
	}
	return cmd.atDesk(ctx, store.Create, func(ctx context.Context, d *access.Desk) error {
		if err := d.AddUser(ctx, cmd.Name, cmd.shared(cmd.Role), password); err != nil {
			return err
		}
		if cmd.Namespace == "" {
			return c.Say("added user %s, %s", cmd.Name, cmd.Role)
		}
		if err := d.SetGrant(ctx, cmd.Name, cmd.Namespace, cmd.Role); err != nil {
			return err
		}
		return c.Say("added user %s, %s at the desk %s", cmd.Name, cmd.Role, cmd.Namespace)
	})
}

type usersListCmd struct {
	Format string `help:"Output format: ${enum}." enum:"text,json,csv" default:"text" short:"f"`
	dbFlag
}

// Run lists the users, without their passwords.
func (cmd *usersListCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atDesk(ctx, store.Read, func(ctx context.Context, d *access.Desk) error {
		all, err := d.Users(ctx)
		if err != nil {
			return err
		}
		grants, err := d.Grants(ctx, "")
		if err != nil {
			return err
		}
		return export.Users(all, grants).Write(c.Stdout, cmd.Format, c.Style())
	})
}

type usersRoleCmd struct {
	Name string      `arg:"" help:"The user."`
	Role access.Role `arg:"" help:"${enum}; with --namespace at that desk, where none takes the role away." enum:"none,reader,editor,admin"`
	dbFlag
}

// Run changes the role.
func (cmd *usersRoleCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atDesk(ctx, store.Write, func(ctx context.Context, d *access.Desk) error {
		if cmd.Namespace != "" {
			if err := d.SetGrant(ctx, cmd.Name, cmd.Namespace, cmd.Role); err != nil {
				return err
			}
			return c.Say("%s is %s at the desk %s now", cmd.Name, cmd.Role, cmd.Namespace)
		}
		if err := d.SetRole(ctx, cmd.Name, cmd.Role); err != nil {
			return err
		}
		return c.Say("%s is %s now", cmd.Name, cmd.Role)
	})
}

type usersPasswordCmd struct {
	Name string `arg:"" help:"The user."`
	passwordFlag
	dbFlag
}

// Run changes the password.
func (cmd *usersPasswordCmd) Run(ctx context.Context, c *terminal.Console) error {
	password, err := cmd.password(c, cmd.Name)
	if err != nil {
		return err
	}
	return cmd.atDesk(ctx, store.Write, func(ctx context.Context, d *access.Desk) error {
		if err := d.SetPassword(ctx, cmd.Name, password); err != nil {
			return err
		}
		return c.Say("%s has another password; open sessions have ended", cmd.Name)
	})
}

type usersDropCmd struct {
	Name string `arg:"" help:"The user."`
	dbFlag
}

// Run drops the user.
func (cmd *usersDropCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atDesk(ctx, store.Write, func(ctx context.Context, d *access.Desk) error {
		if err := d.DropUser(ctx, cmd.Name); err != nil {
			return err
		}
		return c.Say("dropped user %s; open sessions have ended", cmd.Name)
	})
}
