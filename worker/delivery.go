package worker

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"rapporteur"

	"github.com/nats-io/nats.go/jetstream"
	"go.opentelemetry.io/otel/trace"
)

// The two steps.
const (
	stepRead   = "read"
	stepRecord = "record"
)

// delivery is a report that was taken from a stream and is not acknowledged yet.
type delivery struct {
	msg  jetstream.Msg
	step string
	// id is that of the message; number counts how often it was given out.
	id     string
	number uint64
	past   history
	span   trace.Span
	log    *slog.Logger
}

// take looks at a message that was given out.
func (w *Worker) take(ctx context.Context, step string, msg jetstream.Msg) (context.Context, *delivery) {
	h := msg.Headers()
	d := &delivery{msg: msg, step: step, id: h.Get(jetstream.MsgIDHeader), number: 1}
	if meta, err := msg.Metadata(); err == nil {
		d.number = meta.NumDelivered
		if d.id == "" {
			d.id = fmt.Sprintf("%s %d", meta.Stream, meta.Sequence.Stream)
		}
	}
	d.log = w.Log.With("step", step, "report", h.Get(headerReport), "input", h.Get(headerInput))
	ctx, d.span = traced(ctx, w.tracer, step, h)
	return ctx, d
}

func (d *delivery) key() string { return historyKey(d.step, d.id) }

// again loads what happened to a report that was given out before, and fails if processes
// died at it too often.
func (w *Worker) again(ctx context.Context, d *delivery) (err error) {
	if d.number <= 1 {
		return nil
	}
	if d.past, err = w.Queue.history(ctx, d.key()); err != nil {
		return err
	}
	if n := d.past.unexplained(d.number); n >= w.Deaths {
		return &fatal{&rapporteur.Error{Code: rapporteur.Internal, Op: d.step, Message: fmt.Sprintf("processes ended without a word %d times while they had this report", n)}}
	}
	return nil
}

// fatal is an error after which a report is not tried again.
type fatal struct{ error }

func (f *fatal) Unwrap() error { return f.error }

// extend tells NATS that deliveries are being worked on, until it is stopped.
func (w *Worker) extend(some ...*delivery) (stop func()) {
	done := make(chan struct{})
	var running sync.WaitGroup
	running.Go(func() {
		tick := time.NewTicker(w.Queue.limits.Redeliver / 3)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
			case <-done:
				return
			}
			for _, d := range some {
				if err := d.msg.InProgress(); err != nil {
					d.log.Debug("the time could not be extended", "err", err)
				}
			}
		}
	})
	return func() { close(done); running.Wait() }
}
