package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/cmd/internal/terminal"

	natsd "github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// natsServer is a real server that listens on this machine.
func natsServer(t *testing.T, token string) string {
	t.Helper()
	s, err := natsd.NewServer(&natsd.Options{Host: "127.0.0.1", Port: natsd.RANDOM_PORT, JetStream: true, StoreDir: t.TempDir(), NoLog: true, NoSigs: true, Authorization: token, JetStreamMaxStore: 64 << 30})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
	if !s.ReadyForConnections(10 * time.Second) {
		t.Fatal("the server does not come up")
	}
	return s.ClientURL()
}

// heard is what a command says, while it says it.
type heard struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (h *heard) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.all.Write(b)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.all.String()
}

// command runs the program with an environment, and gives its status and what it said.
func command(ctx context.Context, env map[string]string, args ...string) (status int, out, errs *heard) {
	out, errs = &heard{}, &heard{}
	return commandTo(ctx, env, out, errs, args...), out, errs
}

func commandTo(ctx context.Context, env map[string]string, out, errs io.Writer, args ...string) int {
	c := &terminal.Console{Stdin: strings.NewReader(""), Stdout: out, Stderr: errs, Getenv: func(name string) string { return env[name] }, Now: time.Now}
	return terminal.Program{Name: "rapporteur", Environment: "RAPPORTEUR", Version: version, Commands: &cli{}}.Run(ctx, c, args)
}

// eventually waits for something to become true.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for late := time.After(time.Minute); !is(); {
		select {
		case <-late:
			t.Fatalf("%s: not within a minute", what)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// TestWorker takes the way of a report through the queue: published by one process, read
// by another, with a token from a file and flags from the environment alone.
func TestWorker(t *testing.T) {
	dir := t.TempDir()
	token := filepath.Join(dir, "token")
	if err := os.WriteFile(token, []byte("a lantern in the reeds\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	url := natsServer(t, "a lantern in the reeds")
	env := map[string]string{"RAPPORTEUR_NATS": url, "RAPPORTEUR_NATS_TOKEN_FILE": token}
	db := filepath.Join(dir, "record.db")

	status, out, errs := command(t.Context(), env, "add", "../../examples/paris.txt", "../../examples/riyadh.txt", "../../examples/nowhere.txt")
	if status != 3 || strings.Count(out.String(), `"outcome":"queued"`) != 2 {
		t.Fatalf("add: %d %s%s", status, out, errs)
	}
	if status, out, errs := command(t.Context(), env, "add", "../../examples/paris.txt"); status != 0 || !strings.Contains(out.String(), `"queued before"`) {
		t.Errorf("add: %d %s%s", status, out, errs)
	}
	nc, err := nats.Connect(url, nats.Token("a lantern in the reeds"))
	if err != nil {
		t.Fatal(err)
	}
	defer nc.Close()
	if err := nc.Publish("reports.in", []byte(`{"input": "a stranger"}`)); err != nil {
		t.Fatal(err)
	}

	ctx, stop := context.WithCancel(t.Context())
	said := &heard{}
	ended := make(chan int)
	go func() {
		ended <- commandTo(ctx, env, io.Discard, said, "worker", "--db", db, "--workers", "2", "--listen", "127.0.0.1:0")
	}()
	address := regexp.MustCompile(`metrics at (http://[^/]+)/`)
	eventually(t, "health is answered", func() bool { return address.MatchString(said.String()) })
	base := address.FindStringSubmatch(said.String())[1]
	eventually(t, "all is recorded or dead", func() bool {
		_, body := get(t, http.DefaultClient, base+"/metrics")
		return strings.Contains(body, `rapporteur_worker_recorded_total{outcome="added"} 2`) && strings.Contains(body, `rapporteur_queue_messages{stream="dead"} 1`)
	})
	for _, path := range []string{"/healthz", "/readyz"} {
		if status, body := get(t, http.DefaultClient, base+path); status != 200 {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
	if status, out, _ := command(t.Context(), env, "worker", "dead", "list"); status != 0 || !strings.Contains(out.String(), "1  ") || !strings.Contains(out.String(), "no report with an id") {
		t.Errorf("dead: %d %s", status, out)
	}
	if status, out, errs := command(t.Context(), env, "worker", "dead", "replay", "1"); status != 0 || out.String() != "replayed 1\n" {
		t.Errorf("replay: %d %s%s", status, out, errs)
	}
	eventually(t, "it is dead again", func() bool {
		_, out, _ := command(t.Context(), env, "worker", "dead", "list", "--format", "jsonl")
		return strings.Contains(out.String(), `"number":2`)
	})
	if status, out, errs := command(t.Context(), env, "worker", "dead", "drop", "--all"); status != 0 || out.String() != "dropped 1\n" {
		t.Errorf("drop: %d %s%s", status, out, errs)
	}
	if status, _, errs := command(t.Context(), env, "worker", "dead", "list"); status != 0 || !strings.Contains(errs.String(), "no report is dead") {
		t.Errorf("dead: %d %s", status, errs)
	}
	stop()
	if status := <-ended; status != 0 {
		t.Errorf("the worker ended with %d: %s", status, said)
	}
	if status, out, errs := command(t.Context(), nil, "show", "reports", "--db", db); status != 0 || !strings.Contains(out.String(), "Riyadh") {
		t.Errorf("show: %d %s%s", status, out, errs)
	}
}

// TestWorkerRefusals tells what is wrong with what was asked for.
func TestWorkerRefusals(t *testing.T) {
	closed := natsServer(t, "another token")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"worker"}, "RAPPORTEUR_NATS"},
		{[]string{"worker", "dead", "drop", "--nats", closed}, "--all"},
		{[]string{"worker", "dead", "list", "--nats", closed}, "credentials"},
		{[]string{"worker", "dead", "list", "--nats", "nats://127.0.0.1:1"}, "is the server running"},
		{[]string{"worker", "dead", "list", "--nats", closed, "--nats-token-file", "no/such/file"}, "no/such/file"},
		{[]string{"add", "--nats", closed, "../../examples/paris.txt"}, "credentials"},
	} {
		if status, _, errs := command(t.Context(), nil, c.args...); status == 0 || !strings.Contains(errs.String(), c.want) {
			t.Errorf("%v: %d %s", c.args, status, errs)
		}
	}
}

// TestServeQueue answers at once and reads later, with a queue in this process that
// outlives it.
func TestServeQueue(t *testing.T) {
	db := filepath.Join(t.TempDir(), "record.db")
	serve := func(workers int, nats string) *served {
		return serving(t, &serveCmd{Listen: "127.0.0.1:0", Log: "text", dbFlag: dbFlag{DB: place(db)}, Workers: workers, natsFlags: natsFlags{NATS: nats},
			workFlags: workFlags{Tries: 3, ReadTime: time.Minute, Grace: time.Second}, queueFlags: queueFlags{QueueReports: 10, QueueBytes: 1 << 20, Replicas: 1}})
	}
	send := func(s *served, text string) {
		t.Helper()
		a, err := http.Post(s.base+"/api/v1/reports", "application/json", strings.NewReader(`{"text":"`+text+`","published":"2027-03-01"}`))
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Body.Close(); err != nil || a.StatusCode != http.StatusAccepted {
			t.Errorf("%d %v", a.StatusCode, err)
		}
	}
	total := func(s *served, n string) func() bool {
		return func() bool {
			_, body := get(t, http.DefaultClient, s.base+"/api/v1/reports")
			return strings.Contains(body, `"total":`+n)
		}
	}
	s := serve(2, "")
	send(s, "Kenya and Uganda met in Nairobi.")
	eventually(t, "it is read", total(s, "1"))
	if _, body := get(t, http.DefaultClient, s.base+"/metrics"); !strings.Contains(body, "rapporteur_worker_readers 2") {
		t.Error(body)
	}
	if status, body := get(t, http.DefaultClient, s.base+"/readyz"); status != 200 {
		t.Errorf("%d %s", status, body)
	}
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(db + ".queue"); err != nil {
		t.Error(err)
	}
	away := serve(0, natsServer(t, "")) // others read
	send(away, "Peru and Chile met in Lima.")
	if err := away.stop(); err != nil {
		t.Fatal(err)
	}
}

// TestTracing sends spans to where the environment names, and nowhere without it.
func TestTracing(t *testing.T) {
	c := &terminal.Console{Getenv: func(string) string { return "" }}
	provider, flush, err := tracing(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	_, span := provider.Tracer("test").Start(t.Context(), "step")
	if span.IsRecording() {
		t.Error("a span is kept although nobody asks for it")
	}
	flush()
	got := make(chan string, 1)
	s := &http.Server{Handler: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got <- r.URL.Path + " " + string(body)
	})}
	l := listener(t)
	go func() { _ = s.Serve(l) }()
	t.Cleanup(func() { _ = s.Close() })
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://"+l.Addr().String())
	c.Getenv = os.Getenv
	provider, flush, err = tracing(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	_, span = provider.Tracer("test").Start(t.Context(), "a step of the way")
	span.End()
	flush()
	if sent := <-got; !strings.HasPrefix(sent, "/v1/traces ") || !strings.Contains(sent, "a step of the way") || !strings.Contains(sent, "rapporteur") {
		t.Errorf("%q", sent)
	}
}

func listener(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}
