package worker_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/checks/storm/news"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
	"rapporteur/worker"
	"rapporteur/worker/broker"

	"github.com/nats-io/nats.go"
)

// short is how little reports wait in tests.
var short = worker.Limits{Redeliver: 300 * time.Millisecond}

// queue is a queue of a server in this process.
func queue(t *testing.T, limits worker.Limits) (*worker.Queue, *nats.Conn) {
	t.Helper()
	b, err := broker.Start(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	nc, err := b.Connect()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(nc.Close)
	q, err := worker.Open(t.Context(), nc, limits)
	if err != nil {
		t.Fatal(err)
	}
	return q, nc
}

func newRecord() *record.Record { return record.New(memory.New(), time.Now) }

// start lets a worker run until the test ends, or until it is stopped.
func start(t *testing.T, w *worker.Worker) (stop func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- w.Run(ctx) }()
	stopped := false
	stop = func() error {
		if stopped {
			return nil
		}
		stopped = true
		cancel()
		return <-done
	}
	t.Cleanup(func() {
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
	return stop
}

// until waits for something to become true.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for late := time.After(time.Minute); !is(); {
		select {
		case <-late:
			t.Fatalf("%s: not within a minute", what)
		case <-time.After(5 * time.Millisecond):
		}
	}
}

func count(t *testing.T, r *record.Record) int {
	t.Helper()
	n, err := r.CountReports(t.Context(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func publish(t *testing.T, q *worker.Queue, reports ...*rapporteur.Report) {
	t.Helper()
	for i, one := range reports {
		if _, err := q.Publish(t.Context(), fmt.Sprintf("news %d", i), one); err != nil {
			t.Fatal(err)
		}
	}
}

// partition names every entry by its members, whichever report of a text came first.
func partition(t *testing.T, r *record.Record) []string {
	t.Helper()
	entries, err := r.Entries(t.Context(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		var members []string
		for _, m := range e.Members {
			members = append(members, fmt.Sprintf("%s %s %s", strings.Split(m.Report, "@")[0], m.Outlet, m.ID))
		}
		slices.Sort(members)
		data, err := json.Marshal(members)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(data))
	}
	slices.Sort(out)
	return out
}

// single is the record that one process makes.
func single(t *testing.T, reports ...*rapporteur.Report) *record.Record {
	t.Helper()
	r := newRecord()
	g := service.Ingest{Record: r, Read: news.Read, Workers: 1}
	var inputs []service.Input
	for _, one := range reports {
		inputs = append(inputs, service.Input{Name: one.ID, Open: func(context.Context) (*rapporteur.Report, error) { own := *one; return &own, nil }})
	}
	err := g.Add(t.Context(), slices.Values(inputs), func(a service.Arrival) error { return a.Err })
	if err != nil {
		t.Fatal(err)
	}
	return r
}
