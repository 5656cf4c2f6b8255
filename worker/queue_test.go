package worker_test

import (
	"encoding/hex"
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/checks/storm/news"
	"rapporteur/worker"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// TestNoStreams tells whoever gives a server that keeps no streams.
func TestNoStreams(t *testing.T) {
	s, err := server.NewServer(&server.Options{DontListen: true, NoLog: true, NoSigs: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(s.Shutdown)
	nc, err := nats.Connect("", nats.InProcessServer(s))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(nc.Close)
	if _, err := worker.Open(t.Context(), nc, worker.Limits{}); rapporteur.CodeOf(err) != rapporteur.Unreadable || !strings.Contains(err.Error(), "-js") {
		t.Errorf("%v", err)
	}
}

// TestAway: whoever publishes is told that nobody answers, what is too large is refused
// before it is sent, and a worker is not ready.
func TestAway(t *testing.T) {
	q, nc := queue(t, worker.Limits{})
	large := *news.Report(0)
	random := rand.NewChaCha8([32]byte{})
	bytes := make([]byte, 24<<20)
	_, _ = random.Read(bytes) // it never fails
	large.Text = hex.EncodeToString(bytes) + string(bytes[:1])
	if _, err := q.Publish(t.Context(), "a book", &large); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("%v", err)
	}
	nc.Close()
	if _, err := q.Publish(t.Context(), "news", news.Report(0)); rapporteur.CodeOf(err) != rapporteur.Busy {
		t.Errorf("%v", err)
	}
	if q.Connected() {
		t.Error("connected to nobody")
	}
	if _, err := q.Dead(t.Context(), 0); rapporteur.CodeOf(err) != rapporteur.Busy {
		t.Errorf("%v", err)
	}
	if _, err := q.Replay(t.Context(), 1); rapporteur.CodeOf(err) != rapporteur.Busy {
		t.Errorf("%v", err)
	}
}
