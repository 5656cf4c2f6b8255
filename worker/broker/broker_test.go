package broker_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/worker/broker"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// TestKept finds in the folder what an earlier server was given.
func TestKept(t *testing.T) {
	dir := t.TempDir()
	for i := range uint64(2) {
		b, err := broker.Start(dir)
		if err != nil {
			t.Fatal(err)
		}
		nc, err := b.Connect()
		if err != nil {
			t.Fatal(err)
		}
		js, err := jetstream.New(nc)
		if err != nil {
			t.Fatal(err)
		}
		s, err := js.CreateOrUpdateStream(t.Context(), jetstream.StreamConfig{Name: "kept", Subjects: []string{"kept"}})
		if err != nil {
			t.Fatal(err)
		}
		if got := s.CachedInfo().State.Msgs; got != i {
			t.Errorf("server %d finds %d messages", i, got)
		}
		if _, err := js.PublishMsg(t.Context(), &nats.Msg{Subject: "kept", Data: make([]byte, 8<<20)}); err != nil {
			t.Error(err)
		}
		nc.Close()
		b.Close()
	}
}

// TestNoFolder says what is wrong.
func TestNoFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "jetstream"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := broker.Start(dir); rapporteur.CodeOf(err) != rapporteur.Unreadable {
		t.Errorf("where a file stands in the way: %v", err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if _, err := broker.Start(file); rapporteur.CodeOf(err) != rapporteur.Unreadable {
		t.Errorf("%v", err)
	}
	if took := time.Since(began); took > 30*time.Second {
		t.Errorf("it took %v to say so", took)
	}
}
