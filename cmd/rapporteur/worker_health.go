package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/gate"
	"rapporteur/record"
	"rapporteur/worker"
)

// health answers how a worker is.
type health struct {
	worker *worker.Worker
	// record is nil where the worker has none.
	record *record.Record
}

// asked is how long a question about the health may take.
const asked = 5 * time.Second

// handler answers the three questions.
func (h *health) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", h.alive)
	mux.HandleFunc("GET /readyz", h.ready)
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), asked)
		defer cancel()
		w.Header().Set("Content-Type", "text/plain; version=0.0.4")
		h.worker.WriteMetrics(ctx, w)
	})
	return mux
}

// alive says no when the process is better started anew: all its readers are stuck.
func (h *health) alive(w http.ResponseWriter, _ *http.Request) {
	if n := h.worker.Stuck(); n > 0 && n >= h.worker.Readers {
		http.Error(w, "readers do not end; start this process anew", http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ok\n"))
}

// ready says whether NATS and the record answer.
func (h *health) ready(w http.ResponseWriter, r *http.Request) {
	if !h.worker.Queue.Connected() {
		http.Error(w, "NATS does not answer", http.StatusServiceUnavailable)
		return
	}
	if h.record != nil {
		ctx, cancel := context.WithTimeout(r.Context(), asked)
		defer cancel()
		if _, err := h.record.CountReports(ctx, record.Filter{}); err != nil {
			http.Error(w, "the record does not answer", http.StatusServiceUnavailable)
			return
		}
	}
	_, _ = w.Write([]byte("ok\n"))
}

// answer listens, if it is to, and answers until it is stopped.
func (cmd *workerRunCmd) answer(ctx context.Context, c *terminal.Console, h *health) (stop func(), err error) {
	if cmd.Listen == "" {
		return func() {}, nil
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", cmd.Listen)
	if err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Busy, Op: "worker", Message: "nothing can listen on " + cmd.Listen + "; give another address or port with --listen", Err: errors.Unwrap(err)}
	}
	c.Tell("health and metrics at http://%s/metrics", l.Addr())
	serving, end := context.WithCancel(context.WithoutCancel(ctx))
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := gate.Serve(serving, l, h.handler()); err != nil {
			c.Tell("health is not answered any more: %v", err)
		}
	}()
	return func() { end(); <-done }, nil
}
