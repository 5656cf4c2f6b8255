package worker_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"rapporteur/checks/storm/news"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
	"rapporteur/worker"
)

// slowDisk is a store whose changes take long to be kept.
type slowDisk struct {
	record.Store
	takes time.Duration
}

func (s slowDisk) Update(ctx context.Context, do func(record.Update) error) error {
	return s.Store.Update(ctx, func(u record.Update) error {
		if err := do(u); err != nil {
			return err
		}
		select {
		case <-time.After(s.takes):
		case <-ctx.Done():
		}
		return ctx.Err()
	})
}

// TestSlowDisk: where keeping a change takes longer than a report may be out of hearing,
// nobody else is given it meanwhile, and all is on the record once.
func TestSlowDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for a slow disk")
	}
	q, _ := queue(t, short)
	reports := someNews(60)
	publish(t, q, reports...)
	r := record.New(slowDisk{memory.New(), 2 * short.Redeliver}, time.Now)
	w := worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 2, Recording: true, Rest: 10 * time.Millisecond})
	start(t, w)
	held(t, r, q, reports)
	var out strings.Builder
	w.WriteMetrics(t.Context(), &out)
	if strings.Contains(out.String(), `recorded_total{outcome="known"}`) {
		t.Error("a report that was in hand was given to somebody else")
	}
}

// TestClocksApart: workers whose clocks are hours apart put each report on the record once,
// and its history is one that can have been.
func TestClocksApart(t *testing.T) {
	q, _ := queue(t, short)
	reports := someNews(120)
	publish(t, q, reports...)
	store, now := memory.New(), time.Now()
	for _, apart := range []time.Duration{-7 * time.Hour, 0, 5 * time.Hour} {
		r := record.New(store, func() time.Time { return now.Add(apart) })
		start(t, worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 1, Recording: true, Rest: 10 * time.Millisecond, Batch: 4}))
	}
	r := record.New(store, time.Now)
	held(t, r, q, reports)
	for _, at := range []time.Duration{-8 * time.Hour, -6 * time.Hour, time.Hour, 6 * time.Hour} {
		entries, err := r.Entries(t.Context(), record.Filter{AsOf: now.Add(at)})
		if err != nil {
			t.Fatal(err)
		}
		in := map[string]string{}
		for _, e := range entries {
			for _, m := range e.Members {
				name := m.Report + " " + m.ID
				if in[name] != "" {
					t.Errorf("at %s %s is part of %s and of %s", at, name, in[name], e.ID)
				}
				in[name] = e.ID
			}
		}
		t.Logf("at %s %d members of %d entries", at, len(in), len(entries))
	}
}
