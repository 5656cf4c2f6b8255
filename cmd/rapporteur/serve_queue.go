package main

import (
	"context"
	"errors"
	"time"

	"rapporteur"
	"rapporteur/api"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/gate"
	"rapporteur/service"
	"rapporteur/store"
	"rapporteur/worker"
	"rapporteur/worker/broker"

	"github.com/nats-io/nats.go"
)

// queued serves with a queue between who sends reports and who reads them, where one is
// asked for. The server ends first, then who reads, then the queue.
func (cmd *serveCmd) queued(ctx context.Context, c *terminal.Console, s *server, o *api.Options, serve func(context.Context) error) error {
	if cmd.Workers <= 0 && cmd.NATS == "" {
		return serve(ctx)
	}
	tracer, flush, err := tracing(ctx, c)
	if err != nil {
		return err
	}
	defer flush()
	q, end, err := cmd.queue(ctx, c)
	if err != nil {
		return err
	}
	defer end()
	q.Tracer = tracer
	o.Publish = func(ctx context.Context, report *rapporteur.Report) error {
		_, err := q.Publish(ctx, "sent over HTTP", report)
		return err
	}
	if cmd.Workers <= 0 {
		return serve(ctx)
	}
	c.Patient(gate.Grace + cmd.Grace + 5*time.Second)
	s.worker = worker.New(q, service.Ingest{Record: o.Record, Read: o.Read, Knowing: o.Knowing},
		worker.Options{Readers: cmd.Workers, Recording: true, Tries: cmd.Tries, Longest: cmd.ReadTime, Grace: cmd.Grace, Log: s.log, Tracer: tracer})
	return together(ctx, serve, s.worker.Run)
}

// queue gives the queue that --nats names, or that of a server in this process.
func (cmd *serveCmd) queue(ctx context.Context, c *terminal.Console) (*worker.Queue, func(), error) {
	if cmd.NATS != "" {
		q, nc, err := cmd.connect(ctx, c, coming, cmd.limits())
		if err != nil {
			return nil, nil, err
		}
		return q, nc.Close, nil
	}
	dir := cmd.QueueDir
	if dir == "" {
		if !store.IsFile(string(cmd.DB)) {
			return nil, nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "serve --workers", Message: "the record is in a database, beside which there is no place for the queue; name a folder with --queue-dir"}
		}
		dir = string(cmd.DB) + ".queue"
	}
	b, err := broker.Start(dir)
	if err != nil {
		return nil, nil, err
	}
	nc, err := b.Connect()
	var q *worker.Queue
	if err == nil {
		q, err = worker.Open(ctx, nc, *cmd.limits())
	}
	end := func() { ended(nc); b.Close() }
	if err != nil {
		end()
		return nil, nil, err
	}
	return q, end, nil
}

func ended(nc *nats.Conn) {
	if nc != nil {
		nc.Close()
	}
}

// together does two things at once until the context is over or one of them fails; the
// second ends after the first.
func together(ctx context.Context, first, second func(context.Context) error) error {
	one, endOne := context.WithCancel(ctx)
	defer endOne()
	two, endTwo := context.WithCancel(context.WithoutCancel(ctx))
	defer endTwo()
	done := make(chan error, 1)
	go func() {
		err := second(two)
		endOne()
		done <- err
	}()
	err := first(one)
	endTwo()
	return errors.Join(err, <-done)
}
