package worker

import (
	"context"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// consumer gives the one consumer that all readers, or all recorders, share. A question that
// was lost with its connection is asked again until NATS answers.
func (w *Worker) consumer(ctx context.Context, of jetstream.Stream, name string) (jetstream.Consumer, error) {
	for {
		c, err := w.Queue.consumer(ctx, of, name)
		if err == nil || ctx.Err() != nil || !isUnanswered(err) {
			return c, err
		}
		w.away(ctx, err)
	}
}

// pull takes so many messages at most, none if none came in time. While NATS is away it
// rests before the next try.
func (w *Worker) pull(ctx context.Context, from jetstream.Consumer, most int, wait time.Duration) []jetstream.Msg {
	asked, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	batch, err := from.Fetch(most, jetstream.FetchContext(asked))
	if err != nil {
		w.away(ctx, err)
		return nil
	}
	var out []jetstream.Msg
	for msg := range batch.Messages() {
		out = append(out, msg)
	}
	if err := batch.Error(); err != nil && len(out) == 0 && asked.Err() == nil {
		w.away(ctx, err)
	}
	return out
}

// pullSome waits for one message and takes what lies behind it as well, so many at most:
// nobody waits for a batch to become full.
func (w *Worker) pullSome(ctx context.Context, from jetstream.Consumer, most int, wait time.Duration) []jetstream.Msg {
	out := w.pull(ctx, from, 1, wait)
	if len(out) == 0 || most <= 1 {
		return out
	}
	batch, err := from.FetchNoWait(most - 1)
	if err != nil {
		return out // what is there is written down; the next pull tells why
	}
	for msg := range batch.Messages() {
		out = append(out, msg)
	}
	return out
}

// away waits a little for NATS to come back.
func (w *Worker) away(ctx context.Context, err error) {
	w.Log.Warn("nothing could be taken from the queue", "err", err)
	sleep(ctx, w.rest)
}

// sleep waits for a while, or until the context is over.
func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}
