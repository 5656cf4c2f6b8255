package main

import (
	"context"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source"
)

// addCmd puts reports on the record.
type addCmd struct {
	Paths     []string `arg:"" name:"report" help:"Files, folders, files of JSON lines (.jsonl), URLs; - is standard input, a report or JSON lines with text or html, url, published, outlet, title."`
	Published string   `help:"Date of the reports, YYYY-MM-DD, where they do not say it." placeholder:"DATE"`
	Outlet    string   `help:"Who published the reports."`
	actorsFlag
	issuesFlag
	budgetFlag
	networkFlags
	dbFlag
	Workers int `help:"Reports read at once; 0 is one for each core." default:"0"`
	natsFlags
}

// Help is shown below the usage.
func (addCmd) Help() string {
	return "With --nats the reports are put into a queue, and `rapporteur worker` reads them."
}

// Run reads the reports in parallel and puts them on the record in their order.
// What is on the record already is not read again, so a run that was broken off
// can be repeated.
func (cmd *addCmd) Run(ctx context.Context, c *terminal.Console) error {
	if err := mindDay(c, cmd.Published); err != nil {
		return err
	}
	in, err := cmd.inputs(c, source.Options{Published: rapporteur.Date(cmd.Published), Outlet: cmd.Outlet})
	if err != nil {
		return err
	}
	if cmd.NATS != "" {
		return cmd.publish(ctx, c, in)
	}
	reader, err := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}.Reader(cmd.budget())
	if err != nil {
		return err
	}
	return cmd.making(ctx, func(r *record.Record) error {
		told := &told{progress: newProgress(c)}
		ingest := service.Ingest{Record: r, Read: reader.Read, Knowing: reader.ReadKnowing, Workers: cmd.Workers}
		if err := ingest.Add(ctx, in.All(cmd.Paths), told.tell); err != nil {
			return told.failed.Behind(err)
		}
		if err := told.progress.end(); err != nil {
			return err
		}
		if err := lookAgain(ctx, c, r); err != nil {
			return err
		}
		return told.failed.Of(told.reports)
	})
}

// lookAgain tells how many corrections were said of words that no longer stand.
func lookAgain(ctx context.Context, c *terminal.Console, r *record.Record) error {
	lost, err := r.Corrections(ctx, record.CorrectionFilter{Standings: []record.Standing{record.LookAgain}})
	if len(lost) > 0 {
		c.Tell("%d of the corrections are to be looked at again, as their words no longer stand: rapporteur corrections --standing look-again", len(lost))
	}
	return err
}

// told tells what became of reports and keeps the failures, the first of which
// decides the exit status.
type told struct {
	progress progress
	failed   terminal.Failures
	reports  int
}

func (t *told) tell(one service.Arrival) error {
	t.reports++
	if one.Err != nil {
		t.failed = append(t.failed, one.Err)
	}
	return t.progress.tell(one)
}
