package worker

import (
	"context"
	"fmt"
	"io"

	"github.com/nats-io/nats.go/jetstream"
)

// WriteMetrics writes what the worker counted and what waits in the queue, in the text
// format of Prometheus.
func (w *Worker) WriteMetrics(ctx context.Context, to io.Writer) {
	gauge := func(v float64, format string, args ...any) {
		w.metrics.set.GetOrCreateGauge(fmt.Sprintf(format, args...), nil).Set(v)
	}
	connected := 0.0
	if w.Queue.Connected() {
		connected = 1
		w.Queue.measure(ctx, gauge)
	}
	gauge(connected, "rapporteur_queue_connected")
	gauge(float64(w.Stuck()), "rapporteur_worker_stuck_readers")
	gauge(float64(max(w.Readers, 0)), "rapporteur_worker_readers")
	w.metrics.set.WritePrometheus(to)
}

// measure tells what waits in the streams, and what was taken and not acknowledged.
func (q *Queue) measure(ctx context.Context, gauge func(v float64, format string, args ...any)) {
	for _, s := range []jetstream.Stream{q.in, q.read, q.changes, q.dead} {
		info, err := s.Info(ctx)
		if err != nil {
			continue // what is not known keeps its last value; connected tells why
		}
		name := info.Config.Name
		gauge(float64(info.State.Msgs), `rapporteur_queue_messages{stream=%q}`, name)
		gauge(float64(info.State.Bytes), `rapporteur_queue_bytes{stream=%q}`, name)
		if info.Config.MaxMsgs > 0 {
			gauge(float64(info.Config.MaxMsgs), `rapporteur_queue_messages_limit{stream=%q}`, name)
		}
	}
	for name, s := range map[string]jetstream.Stream{consumerIn: q.in, consumerRead: q.read} {
		c, err := s.Consumer(ctx, name)
		if err != nil {
			continue // nobody has taken anything yet
		}
		info := c.CachedInfo()
		gauge(float64(info.NumAckPending), `rapporteur_queue_in_flight{consumer=%q}`, name)
		gauge(float64(info.NumRedelivered), `rapporteur_queue_redelivered{consumer=%q}`, name)
	}
}
