package worker

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/service"

	"github.com/nats-io/nats.go/jetstream"
)

// often is after how many reports a recorder that never rests puts in order what is left
// for a quiet time.
const often = 4096

// record writes readings down, a batch at a time, until nothing is to be taken any more.
// It fails where the record is damaged.
func (w *Worker) record(taking, doing context.Context, from jetstream.Consumer) error {
	open := 0
	for taking.Err() == nil {
		wait := patience
		if open > 0 {
			wait = w.Quiet
		}
		msgs := w.pullSome(taking, from, w.Batch, wait)
		if len(msgs) > 0 {
			elsewhere, err := w.write(doing, msgs)
			if err != nil {
				return err
			}
			if open += len(msgs); elsewhere {
				sleep(taking, w.rest)
			}
		}
		if open > 0 && len(msgs) == 0 || open >= often {
			if err := w.settle(taking); err != nil {
				return err
			}
			open = 0
		}
	}
	if open > 0 {
		return w.settle(doing)
	}
	return nil
}

// settle does what is left for a quiet time; what fails is tried again at the next.
func (w *Worker) settle(ctx context.Context) error {
	began := time.Now()
	err := w.Ingest.Finish(ctx, func(a service.Arrival) error {
		w.Log.Warn("could not be read again", "report", a.Report.ID, "err", a.Err)
		return nil
	})
	if rapporteur.CodeOf(err) == rapporteur.Damaged {
		return err
	}
	if err != nil && ctx.Err() == nil {
		w.Log.Warn("entries wait to be described, or reports to be read again", "err", err)
	}
	w.metrics.timeSettling(time.Since(began))
	return nil
}

// write writes readings down together, those at which processes may have died each by
// itself. It fails where the record is damaged.
func (w *Worker) write(ctx context.Context, msgs []jetstream.Msg) (elsewhere bool, err error) {
	var together []*delivery
	for _, msg := range msgs {
		of, d := w.take(ctx, stepRecord, msg)
		if err := w.again(of, d); err != nil {
			elsewhere = w.finish(of, d, err) || elsewhere
			continue
		}
		if d.past.unexplained(d.number) > 1 {
			away, err := w.writeSome(ctx, d)
			if elsewhere = away || elsewhere; err != nil {
				return elsewhere, err
			}
			continue
		}
		together = append(together, d)
	}
	away, err := w.writeSome(ctx, together...)
	return elsewhere || away, err
}

// writeSome writes readings down in one transaction, and where that fails for one of them
// each by itself (service.Ingest.Put).
func (w *Worker) writeSome(ctx context.Context, some ...*delivery) (elsewhere bool, err error) {
	defer w.extend(some...)()
	var good []*delivery
	var read []service.Prepared
	for _, d := range some {
		input, reading, err := readingOf(d.msg)
		if err != nil {
			elsewhere = w.finish(ctx, d, err) || elsewhere
			continue
		}
		good, read = append(good, d), append(read, service.Prepared{Input: input, Reading: reading})
	}
	if len(good) == 0 {
		return elsewhere, nil
	}
	began := time.Now()
	arrivals, failed := w.Ingest.Put(ctx, read...)
	w.metrics.timeCommit(time.Since(began))
	for i, d := range good {
		err := failed
		if err == nil {
			err = w.arrived(ctx, d, arrivals[i])
		}
		elsewhere = w.finish(ctx, d, err) || elsewhere
	}
	if rapporteur.CodeOf(failed) == rapporteur.Damaged {
		return elsewhere, failed
	}
	return elsewhere, nil
}

// arrived tells what became of a reading that was put on the record.
func (w *Worker) arrived(ctx context.Context, d *delivery, a service.Arrival) error {
	if a.Err != nil {
		return a.Err
	}
	w.metrics.countRecorded(a.Outcome)
	d.log.Info("recorded", "outcome", a.Outcome, "id", a.Report.ID)
	return w.tell(ctx, d, Change{Report: a.Report.ID, Input: a.Input, Outcome: a.Outcome})
}
