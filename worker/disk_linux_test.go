package worker_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/checks/storm/disk"
	"rapporteur/checks/storm/news"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/worker"
)

// saysFull has an error say that there is no room, and what to do.
func saysFull(t *testing.T, err error, code rapporteur.Code, words ...string) {
	t.Helper()
	if rapporteur.CodeOf(err) != code {
		t.Errorf("%s: %v", rapporteur.CodeOf(err), err)
	}
	for _, w := range words {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("nothing of %q in %v", w, err)
		}
	}
}

// TestFullDiskOfRecord: where the disk of the record is full, that is said, nothing is half
// there, and reports wait; when there is room again, all of them come on the record.
func TestFullDiskOfRecord(t *testing.T) {
	d := disk.New(t, 64)
	r := opened(t, filepath.Join(d.Dir, "record.db"), time.Now)
	d.Leave(1000)
	var reports []*rapporteur.Report
	var full error
	for n := 0; full == nil; n++ {
		one := news.Report(n)
		reading, err := news.Read(t.Context(), one)
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, one)
		_, full = r.Add(t.Context(), reading)
	}
	saysFull(t, full, rapporteur.NoSpace, "no room left")
	if n := count(t, r); n != len(reports)-1 {
		t.Errorf("%d reports on the record, and %d were taken", n, len(reports)-1)
	}
	t.Logf("full with %d reports", len(reports)-1)
	if err := r.Verify(t.Context(), func(p record.Problem) bool { t.Error(p); return true }); err != nil {
		t.Error(err)
	}
	q, _ := queue(t, short)
	reports = append(reports, someNews(len(reports) + 50)[len(reports):]...)
	publish(t, q, reports...)
	w := worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 1, Recording: true, Rest: 10 * time.Millisecond})
	start(t, w)
	until(t, "reports are put back", func() bool {
		var out strings.Builder
		w.WriteMetrics(t.Context(), &out)
		return strings.Contains(out.String(), `rapporteur_worker_retries_total{step="record",why="elsewhere"}`)
	})
	d.Leave(32 << 10)
	held(t, r, q, reports)
}

// TestFullDiskOfQueue: where the disk of NATS is full, what is published is refused with
// what to do, and what was taken before is there when NATS is started again with room.
func TestFullDiskOfQueue(t *testing.T) {
	d := disk.New(t, 64)
	s := natsServer(t, d.Dir)
	q := joined(t, strings.TrimPrefix(s.ClientURL(), "nats://"))
	d.Leave(200)
	reports := someNews(4000)
	taken, full := 0, error(nil)
	for full == nil && taken < len(reports) {
		ctx, stop := context.WithTimeout(t.Context(), 2*time.Second)
		if _, full = q.Publish(ctx, fmt.Sprintf("news %d", taken), reports[taken]); full == nil {
			taken++
		}
		stop()
	}
	saysFull(t, full, rapporteur.Busy, "its disk", "start it again")
	t.Logf("full with %d reports", taken)
	if taken == 0 || taken == len(reports) {
		t.Fatal("the disk was full at once, or never")
	}
	reports = reports[:taken+50]
	s.Shutdown()
	s.WaitForShutdown()
	d.Leave(32 << 10)
	q = joined(t, strings.TrimPrefix(natsServer(t, d.Dir).ClientURL(), "nats://"))
	publish(t, q, reports[taken:]...)
	r := newRecord()
	start(t, worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 1, Recording: true, Rest: 10 * time.Millisecond}))
	held(t, r, q, reports)
}
