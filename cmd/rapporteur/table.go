package main

import (
	"context"
	"io"
	"os"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// tableCmd keeps the tables of a desk.
type tableCmd struct {
	Set  tableSetCmd  `cmd:"" help:"Give the desk a table of its own, in the place of the one of its kind."`
	List tableListCmd `cmd:"" help:"List the tables of the desk."`
	Show tableShowCmd `cmd:"" help:"Print a table of the desk."`
	Drop tableDropCmd `cmd:"" help:"Take a table of the desk away."`
}

// Help is shown below the usage.
func (tableCmd) Help() string {
	return "With --namespace. A table has the columns id and name (or label), separated by tabs: of actors ids as rapporteur show actors --format json has them, of issues those of rapporteur issues, of offices their titles and of outlets their names as they stand on the record. It says what the desk is shown, may ask for and, of actors with a column kind, may name in corrections. What is read in reports is everybody's: for that, tables are given to whatever adds reports with --actors and --issues."
}

// tableLargest is the size in bytes of the largest table that is read.
const tableLargest = 16 << 20

type tableSetCmd struct {
	Kind string `arg:"" enum:"actors,issues,offices,outlets" help:"What it names: ${enum}."`
	File string `arg:"" help:"The table; - is standard input."`
	dbFlag
}

// Run reads the table and keeps it.
func (cmd *tableSetCmd) Run(ctx context.Context, c *terminal.Console) error {
	from := c.Stdin
	if cmd.File != "-" {
		f, err := os.Open(cmd.File)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "table " + cmd.File, Message: "cannot be opened", Err: err}
		}
		defer func() { _ = f.Close() }() // nothing was written
		from = f
	}
	data, err := io.ReadAll(io.LimitReader(from, tableLargest))
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "table " + cmd.File, Err: err}
	}
	return cmd.changing(ctx, func(r *record.Record) error {
		t, err := service.SetTable(ctx, r, cmd.Kind, cmd.File, data)
		if err != nil {
			return err
		}
		return c.Say("%s calls %d %s by names of its own", cmd.Namespace, len(t.Rows), cmd.Kind)
	})
}

type tableListCmd struct {
	Format string `help:"Output format: ${enum}." enum:"text,json,csv" default:"text" short:"f"`
	dbFlag
}

// Run lists the tables.
func (cmd *tableListCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		all, err := record.TablesOf(r).List(ctx)
		if err != nil {
			return err
		}
		return export.Tables(all).Write(c.Stdout, cmd.Format, c.Style())
	})
}

type tableShowCmd struct {
	Kind string `arg:"" enum:"actors,issues,offices,outlets" help:"Which: ${enum}."`
	dbFlag
}

// Run prints the table so that it can be changed and set again.
func (cmd *tableShowCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		all, err := record.TablesOf(r).List(ctx)
		if err != nil {
			return err
		}
		for _, t := range all {
			if t.Kind == record.TableKind(cmd.Kind) {
				return export.Names(c.Stdout, t)
			}
		}
		return &rapporteur.Error{Code: rapporteur.NotFound, Op: "table show " + cmd.Kind, Message: "the desk has no such table; rapporteur table list --namespace NAME has its tables"}
	})
}

type tableDropCmd struct {
	Kind string `arg:"" enum:"actors,issues,offices,outlets" help:"Which: ${enum}."`
	dbFlag
}

// Run takes the table away.
func (cmd *tableDropCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.changing(ctx, func(r *record.Record) error {
		if err := record.TablesOf(r).Drop(ctx, record.TableKind(cmd.Kind)); err != nil {
			return err
		}
		return c.Say("dropped table %s of %s", cmd.Kind, cmd.Namespace)
	})
}
