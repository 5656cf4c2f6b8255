package main

import (
	"context"
	"fmt"
	"slices"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// removeCmd takes reports off the record.
type removeCmd struct {
	Reports []string `arg:"" optional:"" name:"report" help:"Ids of reports."`
	Outlet  []string `help:"All that an outlet published." placeholder:"NAME"`
	By      string   `help:"Who asks for it." env:"RAPPORTEUR_USER,USER"`
	dbFlag
}

// Run removes the reports and prints their ids.
func (cmd *removeCmd) Run(ctx context.Context, c *console) error {
	if len(cmd.Reports)+len(cmd.Outlet) == 0 {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "remove", Message: "name reports, or an outlet with --outlet"}
	}
	return cmd.changing(ctx, func(r *record.Record) error {
		gone, err := r.Remove(ctx, record.Removal{Reports: cmd.Reports, Outlets: cmd.Outlet, By: cmd.By})
		for _, id := range gone {
			fmt.Fprintln(c.stdout, "removed", id)
		}
		return err
	})
}

// rereadCmd reads the reports of the record again, after an upgrade or with other
// tables.
type rereadCmd struct {
	Reports []string `arg:"" optional:"" name:"report" help:"Ids of reports; all if none is given."`
	actorsFlag
	issuesFlag
	dbFlag
	Workers int `help:"Reports read at once; 0 is one for each core." default:"0"`
}

// Run reads in parallel and writes in batches, in the order of arrival.
func (cmd *rereadCmd) Run(ctx context.Context, c *console) error {
	reader, err := newReader(cmd.Actors, cmd.Issues...)
	if err != nil {
		return err
	}
	return cmd.changing(ctx, func(r *record.Record) error {
		done := 0
		for after := int64(0); ; {
			reports, last, err := r.Texts(ctx, after, batch)
			if err != nil {
				return err
			}
			if len(reports) == 0 {
				return export.Indented(c.stdout, struct {
					Reread int `json:"reread"`
				}{done})
			}
			after = last
			if len(cmd.Reports) > 0 {
				reports = slices.DeleteFunc(reports, func(one *rapporteur.Report) bool { return !slices.Contains(cmd.Reports, one.ID) })
			}
			readings := slices.Collect(inOrder(slices.Values(reports), workers(cmd.Workers), reader.Read))
			if err := r.Reread(ctx, readings...); err != nil {
				return err
			}
			done += len(readings)
		}
	})
}
