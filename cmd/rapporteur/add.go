package main

import (
	"context"
	"fmt"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/source"
)

// addCmd puts reports on the record.
type addCmd struct {
	Paths     []string `arg:"" name:"report" help:"Files, folders, files of JSON lines (.jsonl), URLs; - is standard input, a report or JSON lines with text or html, url, published, outlet, title."`
	Published string   `help:"Date of the reports, YYYY-MM-DD, where they do not say it." placeholder:"DATE"`
	Outlet    string   `help:"Who published the reports."`
	actorsFlag
	issuesFlag
	dbFlag
	Workers int `help:"Reports read at once; 0 is one for each core." default:"0"`
}

// batch is the number of reports that are put on the record at once, and the most
// that a killed process has to read again.
const batch = 16

// arrival is a report on its way to the record.
type arrival struct {
	name string
	// reading is nil for a report that the record has, or that failed.
	reading *rapporteur.Reading
	report  *rapporteur.Report
	err     error
}

// Run reads the reports in parallel and puts them on the record in their order.
// What is on the record already is not read again, so a run that was broken off
// can be repeated.
func (cmd *addCmd) Run(ctx context.Context, c *console) error {
	reader, err := newReader(cmd.Actors, cmd.Issues...)
	if err != nil {
		return err
	}
	return cmd.making(ctx, func(r *record.Record) error {
		in := &inputs{opener: &source.Opener{Stdin: c.stdin, Version: version}, stdin: c.stdin,
			opts: source.Options{Published: rapporteur.Date(cmd.Published), Outlet: cmd.Outlet}}
		a := &adder{record: r, progress: newProgress(c)}
		for one := range inOrder(in.all(cmd.Paths), workers(cmd.Workers), arrive(ctx, r, reader)) {
			if err := a.take(ctx, one); err != nil {
				return err
			}
		}
		return a.finish(ctx)
	})
}

// arrive gives the function that opens a report and, if it is new, reads it.
func arrive(ctx context.Context, r *record.Record, reader *reading.Reader) func(input) arrival {
	return func(in input) arrival {
		out := arrival{name: in.name}
		out.report, out.err = in.open(ctx)
		if out.err != nil {
			return out
		}
		known := false
		if known, out.err = r.Has(ctx, out.report); out.err == nil && !known {
			out.reading = reader.Read(out.report)
		}
		return out
	}
}

// adder collects arrivals and writes them down together.
type adder struct {
	record   *record.Record
	progress progress
	waiting  []arrival
	failed   failures
	more     int
}

// mentioned is the number of failures that are told one by one at the end.
const mentioned = 20

func (a *adder) take(ctx context.Context, one arrival) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if one.err != nil {
		if len(a.failed) < mentioned {
			a.failed = append(a.failed, one.err)
		} else {
			a.more++
		}
	}
	a.waiting = append(a.waiting, one)
	if len(a.waiting) < batch {
		return nil
	}
	return a.flush(ctx)
}

// flush writes down what is waiting and tells what became of it, in order.
func (a *adder) flush(ctx context.Context) error {
	var readings []*rapporteur.Reading
	for _, one := range a.waiting {
		if one.reading != nil {
			readings = append(readings, one.reading)
		}
	}
	outcomes, err := a.record.Add(ctx, readings...)
	if err != nil {
		return err
	}
	for _, one := range a.waiting {
		outcome := record.Known
		if one.reading != nil {
			outcome, outcomes = outcomes[0], outcomes[1:]
		}
		if err := a.progress.tell(one, outcome); err != nil {
			return err
		}
	}
	a.waiting = a.waiting[:0]
	return nil
}

// finish writes the rest and gives the failures, the first of which decides the
// exit status.
func (a *adder) finish(ctx context.Context) error {
	if err := a.flush(ctx); err != nil {
		return err
	}
	if err := a.record.Settle(ctx); err != nil {
		return err
	}
	if err := a.progress.end(); err != nil {
		return err
	}
	if len(a.failed) == 0 {
		return nil
	}
	if a.more > 0 {
		a.failed = append(a.failed, fmt.Errorf("and %d more failures", a.more))
	}
	return a.failed
}
