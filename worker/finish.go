package worker

import (
	"context"
	"errors"
	"strconv"
	"time"

	"rapporteur"
	"rapporteur/service"

	"github.com/nats-io/nats.go"
)

// bookkeeping is how long it may take to say what became of a delivery.
const bookkeeping = 5 * time.Second

// finish ends a delivery: done, to be tried again, or dead. It reports whether the failure
// lies elsewhere, in the record or in NATS, so that whoever asks may rest before the next.
func (w *Worker) finish(ctx context.Context, d *delivery, err error) (elsewhere bool) {
	defer func() { ended(d.span, err) }()
	over := ctx.Err() != nil
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), bookkeeping)
	defer cancel()
	if err == nil {
		w.done(ctx, d)
		return false
	}
	if over || isElsewhere(ctx, err) {
		w.metrics.countRetry(d.step, "elsewhere")
		d.log.Warn("put back, for a reason that is not its own", "err", err)
		d.past.Explained++
		w.back(ctx, d, w.rest)
		return true
	}
	d.past.Failed++
	d.past.Explained++
	d.past.Error = err.Error()
	var last *fatal
	if d.past.Failed >= w.Tries || errors.As(err, &last) {
		if buried := w.bury(ctx, d, err); buried != nil {
			d.log.Error("could not be put into dead", "err", buried)
			w.back(ctx, d, w.rest)
			return true
		}
		return false
	}
	w.metrics.countRetry(d.step, "failed")
	d.log.Warn("failed, and will be tried again", "err", err, "failed", d.past.Failed)
	w.back(ctx, d, time.Duration(d.past.Failed)*w.rest)
	return false
}

// done acknowledges a delivery. An acknowledgement that is lost is no harm: the report
// comes again and changes nothing.
func (w *Worker) done(ctx context.Context, d *delivery) {
	if err := d.msg.Ack(); err != nil {
		d.log.Debug("the acknowledgement is lost", "err", err)
	}
	if d.past.Failed > 0 {
		if err := w.Queue.forget(ctx, d.key()); err != nil {
			d.log.Debug("the failures are not forgotten", "err", err)
		}
	}
}

// back gives a delivery back, to be given out again after a while. Where NATS is away it
// comes back by itself.
func (w *Worker) back(ctx context.Context, d *delivery, after time.Duration) {
	if err := w.Queue.remember(ctx, d.key(), d.past); err != nil {
		d.log.Debug("the failure is not remembered", "err", err)
	}
	if err := d.msg.NakWithDelay(after); err != nil {
		d.log.Debug("it could not be given back", "err", err)
	}
}

// bury puts what a delivery holds into dead, as reports.in has it, and takes it out of its
// stream.
func (w *Worker) bury(ctx context.Context, d *delivery, why error) error {
	m := nats.NewMsg(SubjectDead)
	m.Data = d.msg.Data()
	h := d.msg.Headers()
	for _, name := range []string{headerReport, headerInput, headerPacked, "traceparent"} {
		if v := h.Get(name); v != "" {
			m.Header.Set(name, v)
		}
	}
	if d.step == stepRecord {
		if report, err := reportOf(d.msg); err == nil {
			m.Data = report.Data
			m.Header.Set(headerPacked, report.Header.Get(headerPacked))
		}
	}
	m.Header.Set(headerStep, d.step)
	m.Header.Set(headerError, oneLine(why.Error()))
	m.Header.Set(headerCode, string(rapporteur.CodeOf(why)))
	m.Header.Set(headerTries, strconv.Itoa(d.past.Failed))
	meta, err := d.msg.Metadata()
	if err != nil {
		return err
	}
	if _, err := w.Queue.put(ctx, m, d.id+" dead "+strconv.FormatUint(meta.Sequence.Stream, 10)); err != nil {
		return failure("bury a report", err)
	}
	w.metrics.countDead(d.step)
	d.log.Error("dead: it will not be tried again; see rapporteur worker dead list", "err", why, "failed", d.past.Failed)
	if err := d.msg.TermWithReason("dead"); err != nil {
		d.log.Debug("it could not be ended", "err", err) // it comes again and fails at once
	}
	if err := w.Queue.forget(ctx, d.key()); err != nil {
		d.log.Debug("the failures are not forgotten", "err", err)
	}
	return nil
}

// isElsewhere reports whether an error is not the report's.
func isElsewhere(ctx context.Context, err error) bool {
	var here *own
	if errors.As(err, &here) {
		return false
	}
	return service.RecordFails(ctx, err) || errors.Is(err, nats.ErrConnectionClosed)
}

// own is an error that is the report's, whatever its code.
type own struct{ error }

func (o *own) Unwrap() error { return o.error }
