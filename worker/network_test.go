package worker_test

import (
	"math/rand/v2"
	"net"
	"sync"
	"testing"
	"time"

	"rapporteur/checks/storm/news"
	"rapporteur/service"
	"rapporteur/worker"

	"github.com/google/go-cmp/cmp"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// wire is a line to a server that delays what goes over it and is cut now and then, in the
// middle of whatever is said.
type wire struct {
	to     string
	mu     sync.Mutex
	random *rand.Rand
	// cuts counts how often it was cut; whole says that it is left alone from now on.
	cuts  int
	whole bool
}

// cut says whether a piece is the last one of its connection, and how long it is delayed.
func (w *wire) cut() (bool, time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.whole || w.random.IntN(150) > 0 {
		return false, time.Duration(w.random.IntN(3)) * time.Millisecond
	}
	w.cuts++
	return true, 0
}

func (w *wire) serve(l net.Listener) {
	for {
		from, err := l.Accept()
		if err != nil {
			return
		}
		to, err := net.Dial("tcp", w.to)
		if err != nil {
			_ = from.Close()
			continue
		}
		go w.carry(from, to)
		go w.carry(to, from)
	}
}

// carry hands pieces on, until the line is cut.
func (w *wire) carry(from, to net.Conn) {
	defer func() { _, _ = from.Close(), to.Close() }()
	piece := make([]byte, 4096)
	for {
		n, err := from.Read(piece)
		if err != nil {
			return
		}
		last, delay := w.cut()
		if last {
			_, _ = to.Write(piece[:n/2])
			return
		}
		<-time.After(delay)
		if _, err := to.Write(piece[:n]); err != nil {
			return
		}
	}
}

// TestCutNetwork: over lines that delay and are cut, each report is on the record once and
// none is dead.
func TestCutNetwork(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for lines that are cut")
	}
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, JetStream: true, StoreDir: t.TempDir(), NoLog: true, NoSigs: true, JetStreamMaxStore: 64 << 30})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
	if !s.ReadyForConnections(10 * time.Second) {
		t.Fatal("the server does not come up")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	w := &wire{to: s.Addr().String(), random: rand.New(rand.NewPCG(5, 5))}
	go w.serve(l)
	direct, err := nats.Connect(s.ClientURL())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(direct.Close)
	q, err := worker.Open(t.Context(), direct, short)
	if err != nil {
		t.Fatal(err)
	}
	reports := someNews(200)
	publish(t, q, reports...)
	r := newRecord()
	for range 3 {
		nc, err := nats.Connect("nats://"+l.Addr().String(), nats.MaxReconnects(-1), nats.ReconnectWait(10*time.Millisecond), nats.RetryOnFailedConnect(true))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(nc.Close)
		var over *worker.Queue
		until(t, "the queue is joined", func() bool {
			over, err = worker.Open(t.Context(), nc, short)
			return err == nil
		})
		start(t, worker.New(over, service.Ingest{Record: r, Read: news.Read}, worker.Options{Readers: 2, Recording: true, Rest: 10 * time.Millisecond}))
	}
	one := single(t, reports...)
	until(t, "all is on the record", func() bool { return count(t, r) == count(t, one) })
	w.mu.Lock()
	w.whole = true
	cuts := w.cuts
	w.mu.Unlock()
	if d := cmp.Diff(partition(t, one), partition(t, r)); d != "" {
		t.Error(d)
	}
	if dead, err := q.Dead(t.Context(), 0); err != nil || len(dead) > 0 {
		t.Errorf("%v %v", dead, err)
	}
	if cuts == 0 {
		t.Error("the line was never cut")
	}
	t.Logf("the line was cut %d times", cuts)
}
