package worker_test

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/checks/storm/news"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
	"rapporteur/worker"

	"github.com/google/go-cmp/cmp"
	"github.com/nats-io/nats.go/jetstream"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

func someNews(n int) (out []*rapporteur.Report) {
	for i := range n {
		out = append(out, news.Report(i))
	}
	return out
}

// TestSameRecord holds that readers and a recorder make the record that one process
// makes, of the same reports published twice.
func TestSameRecord(t *testing.T) {
	reports := someNews(120)
	q, _ := queue(t, worker.Limits{})
	r := newRecord()
	start(t, worker.New(q, service.Ingest{Read: news.Read}, worker.Options{Readers: 3})) // another machine, without the record
	w := worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 1, Recording: true})
	stop := start(t, w)
	publish(t, q, reports...)
	publish(t, q, reports...)
	one := single(t, reports...)
	until(t, "all is on the record", func() bool { return count(t, r) == count(t, one) })
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(partition(t, one), partition(t, r)); d != "" {
		t.Error(d)
	}
	if dead, err := q.Dead(t.Context(), 0); err != nil || len(dead) > 0 {
		t.Errorf("%v %v", dead, err)
	}
}

// TestPublishedTwice says so.
func TestPublishedTwice(t *testing.T) {
	q, _ := queue(t, worker.Limits{})
	for i, want := range []bool{false, true} {
		got, err := q.Publish(t.Context(), "a\nname", news.Report(1))
		if err != nil || got.Already != want || got.Report != news.Report(1).ID {
			t.Errorf("%d: %+v %v", i, got, err)
		}
	}
	elsewhere := *news.Report(1)
	elsewhere.Outlet = "Another"
	if got, err := q.Publish(t.Context(), "b", &elsewhere); err != nil || got.Already {
		t.Errorf("the same text of another outlet: %+v %v", got, err)
	}
}

// TestFull refuses what is beyond the limits, and takes it when there is room.
func TestFull(t *testing.T) {
	q, _ := queue(t, worker.Limits{Waiting: 3})
	publish(t, q, someNews(3)...)
	_, err := q.Publish(t.Context(), "one too many", news.Report(3))
	if rapporteur.CodeOf(err) != rapporteur.Busy || !strings.Contains(err.Error(), "the queue is full") {
		t.Errorf("%v", err)
	}
	r := newRecord()
	start(t, worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 1, Recording: true}))
	until(t, "there is room", func() bool {
		_, err := q.Publish(t.Context(), "one too many", news.Report(3))
		return err == nil
	})
}

// TestBackPressure: readers wait for the recorder, and nothing is dead by it.
func TestBackPressure(t *testing.T) {
	q, _ := queue(t, worker.Limits{Read: 5, Redeliver: time.Second})
	publish(t, q, someNews(30)...)
	stop := start(t, worker.New(q, service.Ingest{Read: news.Read}, worker.Options{Readers: 2, Rest: 10 * time.Millisecond}))
	var out bytes.Buffer
	w := worker.New(q, service.Ingest{Record: newRecord(), Read: news.Read}, worker.Options{Readers: -1, Recording: true})
	until(t, "readings wait", func() bool {
		out.Reset()
		w.WriteMetrics(t.Context(), &out)
		return strings.Contains(out.String(), `rapporteur_queue_messages{stream="reports-read"} 5`)
	})
	start(t, w)
	until(t, "all is written down", func() bool { return count(t, w.Ingest.Record) == count(t, single(t, someNews(30)...)) })
	if err := stop(); err != nil {
		t.Error(err)
	}
	if dead, err := q.Dead(t.Context(), 0); err != nil || len(dead) > 0 {
		t.Errorf("%v %v", dead, err)
	}
}

// moody reads as news.Read does, apart from what fails for now.
type moody struct {
	mu    sync.Mutex
	fails map[string]func(context.Context) error
}

func (m *moody) read(ctx context.Context, r *rapporteur.Report) (*rapporteur.Reading, error) {
	m.mu.Lock()
	fail := m.fails[r.ID]
	m.mu.Unlock()
	if fail != nil {
		if err := fail(ctx); err != nil {
			return nil, err
		}
	}
	return news.Read(ctx, r)
}

// TestDead puts into dead what fails three times, panics, takes too long or is no report,
// and nothing else; it is replayed when the reader is mended, or dropped.
func TestDead(t *testing.T) {
	q, nc := queue(t, short)
	reports := someNews(9)
	tries := atomic.Int32{}
	m := &moody{fails: map[string]func(context.Context) error{
		reports[0].ID: func(context.Context) error { panic("a strange report") },
		reports[3].ID: func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() },
		reports[6].ID: func(context.Context) error {
			if tries.Add(1) < 3 {
				return &rapporteur.Error{Code: rapporteur.Internal, Op: "read", Message: "not yet"}
			}
			return nil
		},
	}}
	r := newRecord()
	w := worker.New(q, service.Ingest{Record: r, Read: m.read}, worker.Options{Readers: 3, Recording: true, Longest: 200 * time.Millisecond, Rest: time.Millisecond, Log: slog.New(slog.NewTextHandler(t.Output(), nil))})
	start(t, w)
	publish(t, q, reports...)
	if err := nc.Publish(worker.SubjectIn, []byte("no report at all")); err != nil {
		t.Fatal(err)
	}
	all := count(t, single(t, reports...))
	until(t, "four are dead and the others read", func() bool {
		dead, err := q.Dead(t.Context(), 0)
		return err == nil && len(dead) == 3+len(samesOf(reports, 0, 3)) && count(t, r) == all-2-len(samesOf(reports, 0, 3))
	})
	dead, err := q.Dead(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	about := ""
	for _, d := range dead {
		if d.Failed != 3 || d.Step != "read" || d.At.IsZero() || d.Bytes == 0 {
			t.Errorf("%+v", d)
		}
		about += d.Report + " " + d.Error + "\n"
	}
	for _, want := range []string{"a strange report", "200ms", "open a message", reports[0].ID, reports[3].ID} {
		if !strings.Contains(about, want) {
			t.Errorf("nothing of %q in\n%s", want, about)
		}
	}
	m.mu.Lock()
	m.fails = nil
	m.mu.Unlock()
	for _, d := range dead {
		if d.Report == "" {
			if n, err := q.Drop(t.Context(), d.Number); n != 1 || err != nil {
				t.Errorf("dropped %d: %v", n, err)
			}
		}
	}
	if n, err := q.Replay(t.Context()); n != len(dead)-1 || err != nil {
		t.Errorf("replayed %d: %v", n, err)
	}
	until(t, "what was dead is read", func() bool { return count(t, r) == all })
	if _, err := q.Replay(t.Context(), dead[0].Number); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("%v", err)
	}
}

// samesOf gives the further reports that have the text of some of them.
func samesOf(reports []*rapporteur.Report, some ...int) (out []*rapporteur.Report) {
	for _, n := range some {
		for i, one := range reports {
			if i != n && one.ID == reports[n].ID {
				out = append(out, one)
			}
		}
	}
	return out
}

// failing is a store that is busy for a while.
type failing struct {
	record.Store
	left atomic.Int32
	code rapporteur.Code
}

func (f *failing) Update(ctx context.Context, do func(record.Update) error) error {
	if f.left.Add(-1) >= 0 {
		return &rapporteur.Error{Code: f.code, Op: "write"}
	}
	return f.Store.Update(ctx, do)
}

// TestElsewhere: what fails because of the record counts for no report.
func TestElsewhere(t *testing.T) {
	q, _ := queue(t, short)
	f := &failing{Store: memory.New(), code: rapporteur.Busy}
	f.left.Store(8)
	r := record.New(f, time.Now)
	var log bytes.Buffer
	w := worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 1, Recording: true, Rest: time.Millisecond, Deaths: 3, Log: slog.New(slog.NewTextHandler(&log, nil))})
	stop := start(t, w)
	publish(t, q, news.Report(0))
	until(t, "the record is written to", func() bool { return count(t, r) == 1 })
	if err := stop(); err != nil {
		t.Error(err)
	}
	if dead, err := q.Dead(t.Context(), 0); err != nil || len(dead) > 0 {
		t.Errorf("%v %v", dead, err)
	}
	if !strings.Contains(log.String(), "not its own") || !strings.Contains(log.String(), "report="+news.Report(0).ID) {
		t.Error(log.String())
	}
}

// TestDamaged ends the work.
func TestDamaged(t *testing.T) {
	q, _ := queue(t, short)
	f := &failing{Store: memory.New(), code: rapporteur.Damaged}
	f.left.Store(1000)
	w := worker.New(q, service.Ingest{Record: record.New(f, time.Now), Read: news.Read}, worker.Options{Readers: 1, Recording: true, Rest: time.Millisecond})
	publish(t, q, news.Report(0))
	if err := w.Run(t.Context()); rapporteur.CodeOf(err) != rapporteur.Damaged {
		t.Errorf("%v", err)
	}
}

// TestDeaths puts into dead what nobody lived to tell of.
func TestDeaths(t *testing.T) {
	q, nc := queue(t, short)
	js, err := jetstream.New(nc)
	if err != nil {
		t.Fatal(err)
	}
	c, err := js.CreateOrUpdateConsumer(t.Context(), "reports-in", jetstream.ConsumerConfig{Durable: "readers", AckPolicy: jetstream.AckExplicitPolicy, AckWait: 300 * time.Millisecond, MaxDeliver: -1, MaxAckPending: 2000})
	if err != nil {
		t.Fatal(err)
	}
	publish(t, q, news.Report(0))
	for range 4 {
		msg, err := c.Next(jetstream.FetchMaxWait(10 * time.Second))
		if err != nil {
			t.Fatal(err)
		}
		if err := msg.Nak(); err != nil { // without a word, as if its time were up
			t.Fatal(err)
		}
	}
	start(t, worker.New(q, service.Ingest{Read: news.Read}, worker.Options{Readers: 1, Deaths: 4}))
	var dead []worker.Dead
	until(t, "it is dead", func() bool {
		dead, err = q.Dead(t.Context(), 0)
		return err == nil && len(dead) == 1
	})
	if !strings.Contains(dead[0].Error, "ended without a word 4 times") {
		t.Errorf("%+v", dead[0])
	}
}

// TestDrain ends what is in hand and takes nothing more.
func TestDrain(t *testing.T) {
	q, _ := queue(t, worker.Limits{})
	reading, go1 := make(chan bool), make(chan bool)
	read := func(ctx context.Context, r *rapporteur.Report) (*rapporteur.Reading, error) {
		reading <- true
		<-go1
		return news.Read(ctx, r)
	}
	publish(t, q, someNews(3)...)
	w := worker.New(q, service.Ingest{Read: read}, worker.Options{Readers: 1})
	stop := start(t, w)
	<-reading
	ended := make(chan error)
	go func() { ended <- stop() }()
	close(go1)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	until(t, "it is acknowledged", func() bool {
		out.Reset()
		w.WriteMetrics(t.Context(), &out)
		return strings.Contains(out.String(), `rapporteur_queue_messages{stream="reports-in"} 2`)
	})
	for _, want := range []string{`rapporteur_queue_messages{stream="reports-read"} 1`, `rapporteur_worker_read_total{result="read"} 1`,
		"rapporteur_queue_connected 1", "rapporteur_worker_read_seconds_bucket", `rapporteur_queue_in_flight{consumer="readers"} 0`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in\n%s", want, out.String())
		}
	}
}

// TestStuck leaves a reader behind that never ends, and says so.
func TestStuck(t *testing.T) {
	q, _ := queue(t, short)
	free := make(chan bool)
	read := func(context.Context, *rapporteur.Report) (*rapporteur.Reading, error) {
		<-free
		return nil, context.Canceled
	}
	w := worker.New(q, service.Ingest{Read: read}, worker.Options{Readers: 1, Longest: time.Millisecond, Rest: time.Millisecond, Tries: 2})
	start(t, w)
	publish(t, q, news.Report(0))
	until(t, "two are stuck", func() bool { return w.Stuck() == 2 })
	until(t, "it is dead", func() bool { dead, err := q.Dead(t.Context(), 1); return err == nil && len(dead) == 1 })
	close(free)
	until(t, "none is stuck", func() bool { return w.Stuck() == 0 })
}

// TestTold publishes what became of reports, with one trace through all steps.
func TestTold(t *testing.T) {
	q, nc := queue(t, worker.Limits{})
	spans := tracetest.NewInMemoryExporter()
	provider := sdk.NewTracerProvider(sdk.WithSyncer(spans))
	ctx, span := provider.Tracer("test").Start(t.Context(), "publish")
	if _, err := q.Publish(ctx, "news", news.Report(0)); err != nil {
		t.Fatal(err)
	}
	span.End()
	r := newRecord()
	w := worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 1, Recording: true, Tracer: provider})
	stop := start(t, w)
	js, err := jetstream.New(nc)
	if err != nil {
		t.Fatal(err)
	}
	c, err := js.CreateOrUpdateConsumer(t.Context(), "record-changes", jetstream.ConsumerConfig{})
	if err != nil {
		t.Fatal(err)
	}
	msg, err := c.Next(jetstream.FetchMaxWait(20 * time.Second))
	if err != nil {
		t.Fatal(err)
	}
	got, err := worker.ChangeOf(msg)
	if want := (worker.Change{Report: news.Report(0).ID, Input: "news", Outcome: record.Added}); err != nil || got != want {
		t.Errorf("%+v %v", got, err)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
	names := map[string]bool{}
	for _, s := range spans.GetSpans() {
		names[s.Name] = s.SpanContext.TraceID() == span.SpanContext().TraceID()
	}
	if d := cmp.Diff(map[string]bool{"publish": true, "read": true, "record": true}, names); d != "" {
		t.Error(d)
	}
	var state json.RawMessage
	if json.Unmarshal(msg.Data(), &state) == nil {
		t.Error("a change is not packed")
	}
}
