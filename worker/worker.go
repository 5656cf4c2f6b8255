package worker

import (
	"cmp"
	"context"
	"log/slog"
	"runtime"
	"sync"
	"time"

	"rapporteur/service"

	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"
)

// Options say how a process takes part. Zero values stand for what the comments say.
type Options struct {
	// Readers is the number of reports read at once: 0 for one a core, less than 0 for
	// none.
	Readers int
	// Recording says that the process writes readings down. Its Ingest has a Record then.
	Recording bool
	// Batch is the number of readings that are written down at once, 16.
	Batch int
	// Tries is how often a report may fail, 3; Deaths at how many ends of processes it may
	// be the one in hand, 10.
	Tries, Deaths int
	// Longest is how long one report may be read, 2 minutes. Grace is how long what is in
	// hand may go on when the process is to end, 20 seconds.
	Longest, Grace time.Duration
	// Quiet is how long nothing must come before what was left for a quiet time is put in
	// order, 2 seconds.
	Quiet time.Duration
	// Rest is how long a report waits that is given back, 1 second the first time.
	Rest time.Duration
	Log  *slog.Logger
	// Tracer is where spans go, nowhere if it is not set.
	Tracer trace.TracerProvider
}

// Worker takes reports from the queue, reads them and writes them down.
type Worker struct {
	Queue  *Queue
	Ingest service.Ingest
	Options
	rest    time.Duration
	tracer  trace.Tracer
	metrics *metrics
	stuck   stuck
}

// New makes a worker. It reads with what ingest reads with; where it has no record, what
// other reports tell of the holders of offices is put right by who records.
func New(q *Queue, ingest service.Ingest, o Options) *Worker {
	o.Batch, o.Tries, o.Deaths = cmp.Or(o.Batch, 16), cmp.Or(o.Tries, 3), cmp.Or(o.Deaths, 10)
	o.Longest, o.Grace, o.Rest = cmp.Or(o.Longest, 2*time.Minute), cmp.Or(o.Grace, 20*time.Second), cmp.Or(o.Rest, time.Second)
	o.Quiet = cmp.Or(o.Quiet, 2*time.Second)
	o.Readers = cmp.Or(o.Readers, runtime.GOMAXPROCS(0))
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Tracer == nil {
		o.Tracer = noop.NewTracerProvider()
	}
	return &Worker{Queue: q, Ingest: ingest, Options: o, rest: o.Rest, tracer: o.Tracer.Tracer("rapporteur/worker"), metrics: newMetrics()}
}

// Run works until the context is over, and then ends what is in hand: nothing new is
// taken, and what cannot be ended within the grace is given back. It fails where the
// record is damaged, or the queue cannot be used at all; while NATS does not answer it waits.
func (w *Worker) Run(ctx context.Context) error {
	taking, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	doing, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	defer context.AfterFunc(taking, func() { time.AfterFunc(w.Grace, cancel) })()
	var running sync.WaitGroup
	if w.Readers > 0 {
		from, err := w.consumer(ctx, w.Queue.in, consumerIn)
		if err != nil {
			return unlessOver(ctx, err)
		}
		for range w.Readers {
			running.Go(func() { w.read(taking, doing, from) })
		}
	}
	if w.Recording {
		from, err := w.consumer(ctx, w.Queue.read, consumerRead)
		if err != nil {
			stop(err)
			running.Wait()
			return unlessOver(ctx, err)
		}
		running.Go(func() {
			if err := w.record(taking, doing, from); err != nil {
				stop(err)
			}
		})
	}
	running.Wait()
	return unlessOver(ctx, context.Cause(taking))
}

// unlessOver gives an error, none where the worker was told to end.
func unlessOver(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}
