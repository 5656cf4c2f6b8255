package main

import (
	"context"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source"
	"rapporteur/source/archive"
)

// addCmd puts reports on the record.
type addCmd struct {
	Paths     []string `arg:"" name:"report" help:"Files, folders, URLs, archives (WARC, WACZ, ZIP), tables (CSV, lists of GDELT and Media Cloud), files of JSON lines (.jsonl); - is standard input, a report, a WARC or JSON lines with text or html, url, published, outlet, title."`
	Published string   `help:"Date of the reports, YYYY-MM-DD, where they do not say it." placeholder:"DATE"`
	Outlet    string   `help:"Who published the reports."`
	actorsFlag
	issuesFlag
	budgetFlag
	networkFlags
	columnFlags
	translateFlags
	Limit     int  `help:"Reports looked at at most; 0 is all. The same command goes on behind them in an archive." default:"0" placeholder:"N"`
	FromStart bool `name:"from-start" help:"Go through archives from their beginning, also where an earlier run was broken off."`
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
	in.Columns, in.Limit = cmd.columns(), cmd.Limit
	return cmd.making(ctx, func(r *record.Record) error {
		told := &told{console: c, progress: newProgress(c, service.Size(cmd.Paths), in.Passed)}
		marks := service.BookmarksOf(cmd.DB.beside(".resume"))
		in.Resume = func(a *service.Archive) archive.Position { return cmd.resume(ctx, c, r, marks, a) }
		ingest := service.Ingest{Record: r, Read: cmd.translator().Reading(reader.Read), Knowing: cmd.translator().Knowing(reader.ReadKnowing), Workers: cmd.Workers, Bookmarks: marks}
		if err := ingest.Add(ctx, in.All(cmd.Paths), told.tell); err != nil {
			return err
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

// resume says from where an archive is gone on with, and tells who may not expect it.
func (cmd *addCmd) resume(ctx context.Context, c *terminal.Console, r *record.Record, marks *service.Bookmarks, a *service.Archive) archive.Position {
	if cmd.FromStart {
		marks.Forget(a)
		return archive.Position{}
	}
	at := marks.Resume(ctx, r, a)
	if at != (archive.Position{}) {
		c.Tell("going on in %s where it was left (--from-start begins anew)", a.Name)
	}
	return at
}

// lookAgain tells how many corrections were said of words that no longer stand.
func lookAgain(ctx context.Context, c *terminal.Console, r *record.Record) error {
	lost, err := r.Corrections(ctx, record.CorrectionFilter{Standings: []record.Standing{record.LookAgain}})
	if len(lost) > 0 {
		c.Tell("%d of the corrections are to be looked at again, as their words no longer stand: rapporteur corrections --standing look-again", len(lost))
	}
	return err
}

// told tells what became of reports, and failures as they come.
type told struct {
	console  *terminal.Console
	progress progress
	failed   terminal.Told
	reports  int
}

func (t *told) tell(one service.Arrival) error {
	t.reports++
	if err := t.progress.tell(one); err != nil {
		return err
	}
	if one.Err != nil {
		t.progress.clear()
		t.failed.Tell(t.console, one.Err)
	}
	return nil
}
