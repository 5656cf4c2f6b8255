package worker_test

import (
	"path/filepath"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/checks/storm/news"
	"rapporteur/checks/storm/wire"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/worker"

	"github.com/google/go-cmp/cmp"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// natsServer is a server that listens on this machine.
func natsServer(t *testing.T, dir string) *server.Server {
	t.Helper()
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, JetStream: true, StoreDir: dir, NoLog: true, NoSigs: true, JetStreamMaxStore: 64 << 30})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
	if !s.ReadyForConnections(10 * time.Second) {
		t.Fatal("the server does not come up")
	}
	return s
}

// wired is a wire to a server.
func wired(t *testing.T, network, to string, w wire.Weather) *wire.Wire {
	t.Helper()
	out, err := wire.Start(network, to, 5, w)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = out.Close() })
	return out
}

// database is a server of PostgreSQL with an empty database: over its socket, and over a
// wire.
func database(t *testing.T, weather wire.Weather) (address, over string, w *wire.Wire) {
	t.Helper()
	c := pgtest.Own(t)
	address, err := c.Create(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w = wired(t, "unix", filepath.Join(c.Dir, ".s.PGSQL.5432"), weather)
	return address, "postgres://tester@" + w.Addr() + "/test1?sslmode=disable", w
}

// opened opens the record at a place, however often that takes.
func opened(t *testing.T, place string, clock func() time.Time) *record.Record {
	t.Helper()
	var db store.Store
	until(t, "the record is opened", func() (is bool) {
		var err error
		db, err = store.Open(t.Context(), place, store.Create)
		return err == nil
	})
	t.Cleanup(func() { _ = db.Close() })
	return record.New(db, clock)
}

// joined joins the queue over a wire, however often that takes.
func joined(t *testing.T, address string) *worker.Queue {
	t.Helper()
	nc, err := nats.Connect("nats://"+address, nats.MaxReconnects(-1), nats.ReconnectWait(10*time.Millisecond), nats.RetryOnFailedConnect(true))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(nc.Close)
	var over *worker.Queue
	until(t, "the queue is joined", func() (is bool) {
		over, err = worker.Open(t.Context(), nc, short)
		return err == nil
	})
	return over
}

// held compares a record with that of one process, once all is there, and looks for what is
// dead.
func held(t *testing.T, r *record.Record, q *worker.Queue, reports []*rapporteur.Report) {
	t.Helper()
	one := single(t, reports...)
	until(t, "all is on the record", func() bool { return count(t, r) == count(t, one) })
	if d := cmp.Diff(partition(t, one), partition(t, r)); d != "" {
		t.Error(d)
	}
	if err := r.Verify(t.Context(), func(p record.Problem) bool { t.Error(p); return true }); err != nil {
		t.Error(err)
	}
	if dead, err := q.Dead(t.Context(), 0); err != nil || len(dead) > 0 {
		t.Errorf("%v %v", dead, err)
	}
}

// TestNetwork: where what is said to NATS and to the database is late, comes in another
// order, stands still and is cut, each report is on the record once and none is dead.
func TestNetwork(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for wires that are cut")
	}
	s := natsServer(t, t.TempDir())
	bad := wire.Weather{Late: 3 * time.Millisecond, Cut: 150, Still: 300, Standing: 400 * time.Millisecond}
	queueWire := wired(t, "tcp", s.Addr().String(), bad)
	address, over, baseWire := database(t, wire.Weather{Late: time.Millisecond, Cut: 900, Still: 500, Standing: 400 * time.Millisecond})
	r := opened(t, address, time.Now)
	direct, err := nats.Connect(s.ClientURL())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(direct.Close)
	q, err := worker.Open(t.Context(), direct, short)
	if err != nil {
		t.Fatal(err)
	}
	reports := someNews(100)
	publish(t, q, reports...)
	for range 3 {
		ingest := service.Ingest{Record: opened(t, over, time.Now), Read: news.Read}
		start(t, worker.New(joined(t, queueWire.Addr()), ingest, worker.Options{Readers: 2, Recording: true, Rest: 10 * time.Millisecond}))
	}
	held(t, r, q, reports)
	for name, w := range map[string]*wire.Wire{"NATS": queueWire, "PostgreSQL": baseWire} {
		c := w.Counts()
		t.Logf("the wires to %s: %+v", name, c)
		if c.Cut == 0 || c.Still == 0 {
			t.Errorf("the wires to %s were never cut, or never stood still", name)
		}
		w.Change(wire.Weather{})
	}
}

// TestLostQuestion: a worker whose first question to NATS is lost with its connection asks
// again, and one that is told to end before it has an answer ends in peace.
func TestLostQuestion(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for an answer that does not come")
	}
	s := natsServer(t, t.TempDir())
	w := wired(t, "tcp", s.Addr().String(), wire.Weather{})
	r, reports := newRecord(), someNews(3)
	lost := func(q *worker.Queue) (stop func() error) {
		t.Helper()
		before := w.Counts().Cut
		w.Change(wire.Weather{Cut: 1})
		stop = start(t, worker.New(q, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 1, Recording: true, Rest: 10 * time.Millisecond}))
		until(t, "the question is lost", func() bool { return w.Counts().Cut > before })
		return stop
	}
	q := joined(t, w.Addr())
	publish(t, q, reports...)
	stop := lost(q)
	w.Change(wire.Weather{})
	held(t, r, q, reports)
	if err := stop(); err != nil {
		t.Error(err)
	}
	if err := lost(joined(t, w.Addr()))(); err != nil {
		t.Error(err)
	}
}
