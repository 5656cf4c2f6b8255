package worker

import (
	"context"
	"fmt"
	"time"

	"rapporteur"
	"rapporteur/record"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// patience is how long a pull waits for something to come.
const patience = 10 * time.Second

// read takes one report after the other, until nothing is to be taken any more.
func (w *Worker) read(taking, doing context.Context, from jetstream.Consumer) {
	for taking.Err() == nil {
		for _, msg := range w.pull(taking, from, 1, patience) {
			ctx, d := w.take(doing, stepRead, msg)
			stop := w.extend(d)
			err := w.readOne(taking, ctx, d)
			stop()
			if w.finish(ctx, d, err) {
				sleep(taking, w.rest)
			}
		}
	}
}

// readOne reads the report of a delivery and passes the reading on; what the record has
// already is told to be known.
func (w *Worker) readOne(taking, ctx context.Context, d *delivery) error {
	if err := w.again(ctx, d); err != nil {
		return err
	}
	in, err := opened(d.msg)
	if err != nil {
		return err
	}
	began := time.Now()
	reading, err := w.prepare(ctx, in)
	if err != nil {
		return err
	}
	took := time.Since(began)
	if reading == nil {
		w.metrics.countRead("known", took)
		d.log.Info("known already")
		return w.tell(ctx, d, Change{Report: in.Report.ID, Input: in.Input, Outcome: record.Known})
	}
	m, err := pack(SubjectRead, parcelOf(in.Input, reading))
	if err != nil {
		return &own{err}
	}
	m.Header.Set(headerReport, in.Report.ID)
	m.Header.Set(headerInput, oneLine(in.Input))
	if err := w.passOn(taking, ctx, m, d); err != nil {
		return failure("pass a reading on", err)
	}
	w.metrics.countRead("read", took)
	d.log.Info("read", "ms", took.Milliseconds())
	return nil
}

// passOn publishes a reading. Where too many wait to be written down it waits with them, so
// that nothing is read in vain, unless the process is to end.
func (w *Worker) passOn(taking, ctx context.Context, m *nats.Msg, d *delivery) error {
	for {
		_, err := w.Queue.put(ctx, m, d.id)
		if !isFull(err) || taking.Err() != nil {
			return err
		}
		w.metrics.countRetry(d.step, "full")
		sleep(taking, w.rest)
	}
}

// prepare reads a report, for as long as one may be read. A reader that does not end then
// is left behind; the process goes on without it and says in Stuck that it did so.
func (w *Worker) prepare(ctx context.Context, in *incoming) (*rapporteur.Reading, error) {
	limited, cancel := context.WithTimeout(ctx, w.Longest)
	defer cancel()
	type result struct {
		reading *rapporteur.Reading
		err     error
	}
	done := make(chan result, 1)
	go func() {
		reading, err := w.Ingest.Prepare(limited, in.Input, in.Report)
		done <- result{reading, err}
	}()
	late := func(what string) error {
		return &own{&rapporteur.Error{Code: rapporteur.Interrupted, Op: "read " + in.Input + " (report " + in.Report.ID + ")", Message: fmt.Sprintf("%s %v; raise --read-time if it is worth it", what, w.Longest)}}
	}
	select {
	case r := <-done:
		if r.err != nil && limited.Err() != nil && ctx.Err() == nil {
			return nil, late("took longer than")
		}
		return r.reading, r.err
	case <-limited.Done():
	}
	select {
	case r := <-done:
		if r.err == nil {
			return r.reading, nil
		}
	case <-time.After(w.rest):
		w.stuck.leave(func() { <-done })
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return nil, late("did not end after")
}
