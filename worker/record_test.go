package worker_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/checks/storm/news"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
	"rapporteur/worker"
)

// TestDeadRecording puts aside what cannot be written down, as the report that it was, so
// that it is read anew when it is replayed; and what is no reading at all.
func TestDeadRecording(t *testing.T) {
	q, nc := queue(t, short)
	f := &failing{Store: memory.New(), code: rapporteur.Internal}
	f.left.Store(1 << 20)
	r := record.New(f, time.Now)
	start(t, worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 1, Recording: true, Rest: time.Millisecond}))
	publish(t, q, news.Report(0))
	if err := nc.Publish(worker.SubjectRead, []byte(`{"input": "a stranger"}`)); err != nil {
		t.Fatal(err)
	}
	var dead []worker.Dead
	until(t, "both are dead", func() bool {
		var err error
		dead, err = q.Dead(t.Context(), 0)
		return err == nil && len(dead) == 2
	})
	for _, d := range dead {
		if d.Step != "record" || d.Failed != 3 {
			t.Errorf("%+v", d)
		}
		if d.Report == "" {
			if _, err := q.Drop(t.Context(), d.Number); err != nil {
				t.Error(err)
			}
		}
	}
	f.left.Store(0)
	if n, err := q.Replay(t.Context()); n != 1 || err != nil {
		t.Errorf("%d %v", n, err)
	}
	until(t, "it is on the record", func() bool { return count(t, r) == 1 })
}

// TestKnown does not read what the record has already, and takes it again in another form.
func TestKnown(t *testing.T) {
	q, _ := queue(t, worker.Limits{})
	r := single(t, news.Report(0))
	w := worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 1, Recording: true})
	start(t, w)
	again := *news.Report(0)
	again.Title = "The same under a title"
	publish(t, q, news.Report(0), &again)
	var out bytes.Buffer
	until(t, "one is known, one comes again", func() bool {
		out.Reset()
		w.WriteMetrics(t.Context(), &out)
		return strings.Contains(out.String(), `read_total{result="known"} 1`) && strings.Contains(out.String(), `recorded_total{outcome="again"} 1`)
	})
	if n := count(t, r); n != 1 {
		t.Errorf("%d reports", n)
	}
}

// TestJoin takes the streams as they are, and makes them where there are none.
func TestJoin(t *testing.T) {
	_, nc := queue(t, worker.Limits{Waiting: 1})
	q, err := worker.Join(t.Context(), nc)
	if err != nil {
		t.Fatal(err)
	}
	publish(t, q, news.Report(0))
	if _, err := q.Publish(t.Context(), "one more", news.Report(3)); rapporteur.CodeOf(err) != rapporteur.Busy {
		t.Errorf("the limit is gone: %v", err)
	}
}
