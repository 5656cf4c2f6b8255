package main

import (
	"context"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
)

// namespaceCmd keeps the desks that share a record.
type namespaceCmd struct {
	Add   namespaceAddCmd   `cmd:"" help:"Make a desk: its corrections, dossiers, tables and what it follows will be its own, reports and readings are everybody's."`
	List  namespaceListCmd  `cmd:"" help:"List the desks, what each may have and what it has."`
	Quota namespaceQuotaCmd `cmd:"" help:"Say how much a desk may have from now on."`
	Drop  namespaceDropCmd  `cmd:"" help:"Forget a desk with its corrections, its dossiers, its tables, what it follows and the roles at it; the shared record stays."`
}

// quotaFlags are what a desk may have.
type quotaFlags struct {
	ReportsADay *int `name:"reports-a-day" help:"New reports that it may put on the record in a day (UTC); 0 for any number." placeholder:"N"`
	Corrections *int `help:"Corrections that it may keep; 0 for any number." placeholder:"N"`
	Dossiers    *int `help:"Dossiers that it may keep; 0 for any number." placeholder:"N"`
	Follows     *int `help:"Sources that it may follow; 0 for any number." placeholder:"N"`
	Names       *int `help:"Rows that its tables may have together; 0 for any number." placeholder:"N"`
}

// set changes what is given.
func (f *quotaFlags) set(q *record.Quota) {
	for _, one := range []struct {
		to   *int
		from *int
	}{{&q.ReportsADay, f.ReportsADay}, {&q.Corrections, f.Corrections}, {&q.Dossiers, f.Dossiers}, {&q.Follows, f.Follows}, {&q.Names, f.Names}} {
		if one.from != nil {
			*one.to = *one.from
		}
	}
}

type namespaceAddCmd struct {
	Name string `arg:"" help:"Its name: small letters and digits, with . _ - between them."`
	quotaFlags
	dbFlag
}

// Run makes the desk; a record is begun where there is none.
func (cmd *namespaceAddCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.making(ctx, func(r *record.Record) error {
		q := service.UsualQuota()
		cmd.set(&q)
		if err := service.AddDesk(ctx, r, cmd.Name, q); err != nil {
			return err
		}
		return c.Say("added namespace %s; ask in its name with --namespace %s", cmd.Name, cmd.Name)
	})
}

type namespaceListCmd struct {
	Format string `help:"Output format: ${enum}." enum:"text,json,csv" default:"text" short:"f"`
	dbFlag
}

// Run lists the desks.
func (cmd *namespaceListCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atFollows(ctx, store.Read, func(r *record.Record, follows follow.Store) error {
		all, err := service.Desks(ctx, r, follows)
		if err != nil {
			return err
		}
		return export.Desks(all).Write(c.Stdout, cmd.Format, c.Style())
	})
}

type namespaceQuotaCmd struct {
	Name string `arg:"" help:"The desk." complete:"namespaces"`
	quotaFlags
	dbFlag
}

// Run changes what the desk may have, and says what it is now.
func (cmd *namespaceQuotaCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.changing(ctx, func(r *record.Record) error {
		now, err := service.SetQuota(ctx, r, cmd.Name, cmd.set)
		if err != nil {
			return err
		}
		return c.Say("%s may have: %s", now.Name, export.Allowance(now.Quota))
	})
}

type namespaceDropCmd struct {
	Name string `arg:"" help:"The desk." complete:"namespaces"`
	dbFlag
}

// Run forgets the desk.
func (cmd *namespaceDropCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atFollows(ctx, store.Write, func(r *record.Record, follows follow.Store) error {
		had, err := service.DropDesk(ctx, r, follows, cmd.Name)
		if err != nil {
			return err
		}
		return c.Say("dropped namespace %s with %d corrections, %d dossiers, %d sources and %d names of its tables", cmd.Name, had.Corrections, had.Dossiers, had.Follows, had.Names)
	})
}
