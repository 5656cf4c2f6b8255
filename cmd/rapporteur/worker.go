package main

import (
	"context"
	"log/slog"
	"time"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
	"rapporteur/worker"
)

// workerCmd takes part in reading what waits in the queue, and looks after what failed.
type workerCmd struct {
	Run  workerRunCmd  `cmd:"" default:"withargs" help:"Read what waits in the queue and put it on the record, until it is told to end."`
	Dead workerDeadCmd `cmd:"" help:"Look at reports that failed three times, and try or drop them."`
}

// workFlags say how a process takes part.
type workFlags struct {
	Tries    int           `help:"How often a report may fail before it is put aside." default:"3" placeholder:"N"`
	ReadTime time.Duration `name:"read-time" help:"Longest time that one report may be read until that is a failure." default:"2m" placeholder:"TIME"`
	Grace    time.Duration `help:"How long reports in hand may go on when the process is told to end." default:"20s" placeholder:"TIME"`
}

// workerRunCmd works until it is told to end.
type workerRunCmd struct {
	Role    string `help:"What to do: ${enum}. Only who records needs the record; who reads alone needs nothing but NATS." enum:"both,read,record" default:"both"`
	Workers int    `help:"Reports read at once; 0 is one for each core." default:"0" placeholder:"N"`
	Listen  string `help:"Where to answer /healthz, /readyz and /metrics; nowhere without it." placeholder:"HOST:PORT"`
	Log     string `help:"Form of the log on standard error: ${enum}." enum:"text,json" default:"text"`
	workFlags
	natsFlags
	queueFlags
	actorsFlag
	issuesFlag
	budgetFlag
	dbFlag
}

// Help is shown below the usage.
func (workerRunCmd) Help() string {
	return "Reports come from `rapporteur add --nats URL`, from `rapporteur serve --nats URL` and from whoever publishes to reports.in. Any number of workers share them; each report is on the record once, whatever dies. A record in a file has all workers that record on its own machine; others read for them with --role read. When it is told to end (SIGTERM), it ends what is in hand and takes nothing more."
}

// Run works until it is interrupted.
func (cmd *workerRunCmd) Run(ctx context.Context, c *terminal.Console) error {
	reader, err := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}.Reader(cmd.budget())
	if err != nil {
		return err
	}
	c.Patient(cmd.Grace + 5*time.Second)
	tracer, flush, err := tracing(ctx, c)
	if err != nil {
		return err
	}
	defer flush()
	q, nc, err := cmd.connect(ctx, c, coming, cmd.limits())
	if err != nil {
		return err
	}
	defer nc.Close()
	ingest := service.Ingest{Read: reader.Read, Knowing: reader.ReadKnowing}
	options := worker.Options{Readers: cmd.Workers, Recording: cmd.Role != "read", Tries: cmd.Tries, Longest: cmd.ReadTime, Grace: cmd.Grace,
		Log: slog.New(logTo(c, cmd.Log)), Tracer: tracer}
	if cmd.Role == "record" {
		options.Readers = -1
	}
	work := func(r *record.Record) error {
		ingest.Record = r
		w := worker.New(q, ingest, options)
		stop, err := cmd.answer(ctx, c, &health{w, r})
		if err != nil {
			return err
		}
		defer stop()
		c.Tell("working for the queue at %s; Ctrl-C ends it", cmd.NATS)
		return w.Run(ctx)
	}
	if cmd.Role == "read" {
		return work(nil)
	}
	return cmd.with(ctx, store.Create, work)
}
