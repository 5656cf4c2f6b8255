package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test's own program stand for rapporteur, where it is called so.
func TestMain(m *testing.M) {
	if kind := os.Getenv("READERS_FAKE"); kind != "" {
		os.Exit(fake(kind, os.Args[1]))
	}
	os.Exit(m.Run())
}

// fake serves a page of everything, or adds until it is told to stop.
func fake(kind, command string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	switch {
	case kind == "dumb":
		fmt.Fprintln(os.Stderr, "no such record")
		return 7
	case command == "add":
		<-ctx.Done()
		return interrupted
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return 1
	}
	fmt.Fprintf(os.Stderr, "the record is open at http://%s/, Ctrl-C ends it\n", l.Addr())
	server := &http.Server{ReadHeaderTimeout: time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if kind == "empty" || kind == "broken" && !strings.HasPrefix(r.URL.Path, "/api") {
			w.WriteHeader(http.StatusInternalServerError)
		}
		if kind == "empty" {
			_, _ = io.WriteString(w, `{"items":[]}`)
			return
		}
		_, _ = io.WriteString(w, `{"items":[{"id":"x1"},{"id":"x2"}],"total":3}`)
	})}
	go func() { <-ctx.Done(); _ = server.Close() }()
	_ = server.Serve(l)
	return interrupted
}

// measure runs over a file that stands for a record.
func measure(t *testing.T, kind string, more ...string) (string, error) {
	t.Helper()
	t.Setenv("READERS_FAKE", kind)
	db := filepath.Join(t.TempDir(), "record.db")
	if err := os.WriteFile(db, []byte("record"), 0o600); err != nil {
		t.Fatal(err)
	}
	me, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err = run(t.Context(), append([]string{"-program", me, "-db", db, "-readers", "3", "-for", "100ms", "-warm", "20ms", "-pause", "2ms", "-most", "10s"}, more...), &out)
	return out.String(), err
}

func TestReaders(t *testing.T) {
	out, err := measure(t, "good", "-add", "reports.jsonl", "-actors", "crowd")
	if err != nil {
		t.Fatal(err, out)
	}
	for _, want := range []string{"3 readers", "p99 ms", " all ", "requests a second", "0 reports added meanwhile\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if out, err := measure(t, "good", "-pause", "0"); err != nil {
		t.Error(err, out)
	}
}

// TestJudge puts what was waited for into a table, kind by kind.
func TestJudge(t *testing.T) {
	waits := []wait{{"lists of a party", 40 * time.Millisecond, 3000, ""}, {"evidence", 10 * time.Millisecond, 500, ""}, {"lists of a party", 20 * time.Millisecond, 1000, ""}}
	var out strings.Builder
	if err := judge(&out, waits, 60*time.Millisecond, &options{lasting: 2 * time.Second, most: time.Second}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"evidence 1 10 10 10 10 0.5", "lists of a party 2 40 40 40 40 2.0", "all 3 20 40 40 40 1.5", "2 requests a second, 20.00 ms"} {
		if !strings.Contains(strings.Join(strings.Fields(out.String()), " "), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

// TestAddingThatEnded tells that there was too little to add, and why adding failed.
func TestAddingThatEnded(t *testing.T) {
	for want, err := range map[string]error{"give it more": nil, "adding failed": os.ErrPermission} {
		a := &adding{process: &exec.Cmd{}, ended: make(chan error, 1)}
		a.ended <- err
		if said, failed := a.stop(); !strings.Contains(fmt.Sprint(said, failed), want) {
			t.Error(said, failed)
		}
	}
}

func TestWhatGoesWrong(t *testing.T) {
	for _, test := range []struct {
		kind string
		more []string
		want string
	}{
		{"broken", nil, "were not answered"},
		{"good", []string{"-most", "1ns"}, "waited longer"},
		{"dumb", nil, "the server did not start: no such record"},
		{"empty", nil, "the record has none"},
		{"good", []string{"-program", ""}, "name the program"},
		{"good", []string{"-program", "/nowhere"}, "/nowhere"},
		{"good", []string{"-db", "/nowhere"}, "/nowhere"},
		{"good", []string{"-readers", "many"}, "invalid value"},
		{"good", []string{"-readers", "0"}, "nobody read"},
	} {
		if out, err := measure(t, test.kind, test.more...); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s %v: %v\n%s", test.kind, test.more, err, out)
		}
	}
}

func TestALogBesideTheRecord(t *testing.T) {
	db := filepath.Join(t.TempDir(), "record.db")
	for _, name := range []string{db, db + "-wal"} {
		if err := os.WriteFile(name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := copied(db, db+"2"); err == nil || !strings.Contains(err.Error(), "is open") {
		t.Error(err)
	}
}

func TestPercentile(t *testing.T) {
	var rising []time.Duration
	for n := range 200 {
		rising = append(rising, time.Duration(n))
	}
	got, err := json.Marshal([]time.Duration{percentile(nil, 50), percentile(rising[:1], 99), percentile(rising, 50), percentile(rising, 99)})
	if err != nil || string(got) != "[0,0,100,198]" {
		t.Error(err, string(got))
	}
}
