package main

import (
	"context"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// rereadCmd reads the reports of the record again, after an upgrade or with other
// tables.
type rereadCmd struct {
	Reports []string `arg:"" optional:"" name:"report" help:"Ids of reports; all if none is given." complete:"reports"`
	actorsFlag
	issuesFlag
	budgetFlag
	translateFlags
	dbFlag
	Workers int `help:"Reports read at once; 0 is one for each core." default:"0"`
}

// Run reads in parallel and writes in batches, in the order of arrival.
func (cmd *rereadCmd) Run(ctx context.Context, c *terminal.Console) error {
	reader, err := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}.Reader(cmd.budget())
	if err != nil {
		return err
	}
	return cmd.changing(ctx, func(r *record.Record) error {
		var failed terminal.Failures
		done := 0
		ingest := service.Ingest{Record: r, Read: cmd.translator().Reading(reader.Read), Knowing: cmd.translator().Knowing(reader.ReadKnowing), Workers: cmd.Workers}
		err := ingest.Reread(ctx, cmd.Reports, func(one service.Arrival) error {
			if one.Err != nil {
				failed = append(failed, one.Err)
			} else {
				done++
			}
			return nil
		})
		if err != nil {
			return failed.Behind(err)
		}
		err = export.Indented(c.Stdout, struct {
			Reread int `json:"reread"`
			Failed int `json:"failed,omitempty"`
		}{done, len(failed)})
		if err != nil {
			return err
		}
		return failed.Of(len(failed) + done)
	})
}
