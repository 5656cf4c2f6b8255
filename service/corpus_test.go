package service_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/reading"
	"rapporteur/service"
	"rapporteur/source"
)

// slowest is the longest that a report of news may take.
const slowest = 2 * time.Second

// TestUnlabelled reads some six thousand reports of news as "read --format jsonl"
// does: none fails, and none takes over two seconds.
func TestUnlabelled(t *testing.T) {
	data := os.Getenv("RAPPORTEUR_DATA")
	if data == "" {
		t.Skip("RAPPORTEUR_DATA is not set")
	}
	if testing.Short() {
		t.Skip("takes more than a minute")
	}
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	w := &stopwatch{read: reader.Read}
	in := &service.Inputs{Opener: &source.Opener{}}
	reports, start := 0, time.Now()
	for out := range service.Readings(t.Context(), in.All([]string{filepath.Join(data, "unlabelled", "reports.jsonl.gz")}), 0, w.Read) {
		if reports++; out.Err != nil {
			t.Error(out.Err)
			continue
		}
		if err := export.JSONLine(io.Discard, out.Reading); err != nil {
			t.Errorf("%s: %v", out.Input, err)
		}
	}
	if reports < 1000 {
		t.Errorf("%d reports in all", reports)
	}
	t.Logf("%d reports in %v, the slowest in %v", reports, time.Since(start), w.longest)
}

// stopwatch times the reading of reports. One that seems slow is read once more,
// as the machine may have been busy with other things.
type stopwatch struct {
	read    service.Read
	mu      sync.Mutex
	longest time.Duration
}

func (w *stopwatch) Read(ctx context.Context, r *rapporteur.Report) (*rapporteur.Reading, error) {
	took := time.Duration(0)
	for range 2 {
		start := time.Now()
		out, err := w.read(ctx, r)
		took = time.Since(start)
		if err != nil || took < slowest {
			w.mu.Lock()
			w.longest = max(w.longest, took)
			w.mu.Unlock()
			return out, err
		}
	}
	return nil, &rapporteur.Error{Code: rapporteur.Internal, Op: "read", Message: "took " + took.String()}
}
