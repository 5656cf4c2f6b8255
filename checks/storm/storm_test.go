package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/worker"
)

func TestMain(m *testing.M) {
	if role := os.Getenv(roleOf); role != "" {
		if err := play(role); err != nil {
			println(err.Error())
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// TestStorm sends 2,000 small reports, and some that are read in earnest, through four
// workers while NATS and workers are killed, with a seed.
func TestStorm(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes for half a minute")
	}
	for name, p := range map[string]plan{
		"small":    {reports: 2000, poison: 7, workers: 4, every: 700 * time.Millisecond, seed: 1},
		"postgres": {reports: 800, poison: 3, workers: 4, every: 700 * time.Millisecond, seed: 3, db: "postgres"},
		"real":     {lines: "../../examples/negotiation/reports.jsonl", workers: 4, every: 400 * time.Millisecond, seed: 2},
	} {
		t.Run(name, func(t *testing.T) {
			p.dir = t.TempDir()
			pgtest.Need(t, p.run(t.Context(), t.Logf))
		})
	}
}

// TestCompare finds what the storm is to find.
func TestCompare(t *testing.T) {
	want, db, err := single(t.Context(), t.TempDir(), false, firstNews(t, 30))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	poison := []*rapporteur.Report{{ID: "p"}, {ID: "q"}}
	err = compare(t.Context(), record.New(memory.New(), time.Now), want, []worker.Dead{{Report: "p"}, {Report: "x"}}, poison)
	for _, what := range []string{"0 reports on the record, 30 by one process", "another partition", "no poison: x", "poison q is not dead"} {
		if err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("nothing of %q in %v", what, err)
		}
	}
	if err := compare(t.Context(), want, want, []worker.Dead{{Report: "q"}, {Report: "p"}}, poison); err != nil {
		t.Error(err)
	}
}

// TestTerminate: a process that was started a moment ago, and does not heed SIGTERM yet, is
// told to end when it does, and ends in peace.
func TestTerminate(t *testing.T) {
	s := &storm{dir: t.TempDir(), workers: 2}
	s.self = filepath.Join(s.dir, "tardy")
	tardy := "#!/bin/sh\nsleep 0.3\ntrap 'exit 0' TERM\nexec 3>&-\nwhile :; do sleep 0.05; done\n"
	if err := os.WriteFile(s.self, []byte(tardy), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := s.begin(); err != nil {
		t.Fatal(err)
	}
	if err := s.end(); err != nil {
		t.Error(err)
	}
}

func firstNews(t *testing.T, n int) []*rapporteur.Report {
	t.Helper()
	good, _, err := (&plan{reports: n}).news(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return good
}

// TestPlay plays the parts of the processes in this one.
func TestPlay(t *testing.T) {
	s := &storm{dir: t.TempDir(), told: t.Logf, random: rand.New(rand.NewPCG(1, 1))}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.port = l.Addr().(*net.TCPAddr).Port
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	t.Setenv(dirOf, s.dir)
	t.Setenv(dbOf, s.place())
	t.Setenv(portOf, strconv.Itoa(s.port))
	ctx, stop := context.WithCancel(t.Context())
	var parts sync.WaitGroup
	for _, role := range []string{"nats", "worker1"} {
		parts.Go(func() {
			if err := work(ctx, role); err != nil && ctx.Err() == nil {
				t.Errorf("%s: %v", role, err)
			}
		})
	}
	q, end, err := s.queue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.publish(t.Context(), q, firstNews(t, 50)); err != nil {
		t.Error(err)
	}
	if err := s.settled(t.Context(), q, 50, 0); err != nil {
		t.Error(err)
	}
	impatient, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if err := s.settled(impatient, q, 51, 0); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a report arrived that nobody sent: %v", err)
	}
	end()
	stop()
	parts.Wait()
}

// TestCommand tells of a whole storm, and why there is none.
func TestCommand(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for name, args := range map[string][]string{
		"no record can be in the sea": {"-db", "the sea"},
		"no/such/file.jsonl":          {"-lines", "no/such/file.jsonl"},
		"no/such/folder":              {"-reports", "1", "-dir", "no/such/folder"},
		"not defined":                 {"-snow"},
	} {
		var out strings.Builder
		if err := command("", args, &out); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v: %v, not of %q", args, err, name)
		}
	}
}

// TestCompareClosed: a record that cannot be asked is not judged.
func TestCompareClosed(t *testing.T) {
	open, db, err := single(t.Context(), t.TempDir(), false, firstNews(t, 1))
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := compare(t.Context(), open, open, nil, nil); err == nil {
		t.Error("a closed record was compared")
	}
	if _, err := partition(t.Context(), open); err == nil {
		t.Error("a closed record has entries")
	}
}

// TestRefusals says why nothing can be sent, or started, or ends in peace.
func TestRefusals(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	p, err := parse([]string{"-lines", "no/such/file.jsonl", "-seed", "7"})
	if err != nil || p.seed != 7 || p.reports != 50_000 {
		t.Errorf("%+v %v", p, err)
	}
	if err := p.run(t.Context(), t.Logf); rapporteur.CodeOf(err) != rapporteur.Unreadable {
		t.Errorf("%v", err)
	}
	s := &storm{dir: t.TempDir(), self: "/no/such/program", workers: 1, every: time.Millisecond, random: rand.New(rand.NewPCG(1, 1))}
	if err := s.begin(); err == nil {
		t.Error("a program that is not there was started")
	}
	if s.self, err = exec.LookPath("false"); err != nil {
		t.Skip(err)
	}
	if err := s.begin(); err != nil {
		t.Fatal(err)
	}
	for _, role := range s.roles() {
		_, _ = s.running[role].Process.Wait()
	}
	if err := s.end(); err == nil {
		t.Error("processes that failed ended in peace")
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, _, err := s.queue(ctx); err == nil {
		t.Error("there is a queue without a server")
	}
	if err := keepQueue(ctx, s.dir, "no port"); err == nil {
		t.Error("a server listens nowhere")
	}
	t.Setenv(dirOf, s.dir)
	t.Setenv(dbOf, s.place())
	t.Setenv(portOf, strconv.Itoa(s.port))
	if err := work(ctx, "worker1"); err == nil {
		t.Error("a worker works without a queue")
	}
	if err := s.settled(ctx, nil, 1, 0); err == nil {
		t.Error("a record is there that nobody made")
	}
	if _, _, err := single(ctx, "/no/such/folder", false, nil); err == nil {
		t.Error("a record lies nowhere")
	}
	if _, _, err := single(ctx, t.TempDir(), true, nil); err == nil {
		t.Error("nobody asked for it any more")
	}
}
