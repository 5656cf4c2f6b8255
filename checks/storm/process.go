package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"rapporteur"
	"rapporteur/checks/storm/news"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
	"rapporteur/worker"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// A process of the storm is this program started again with these variables.
const (
	roleOf = "STORM_ROLE"
	dirOf  = "STORM_DIR"
	portOf = "STORM_PORT"
	realOf = "STORM_REAL"
	dbOf   = "STORM_DB"
)

// process is one that was started.
type process struct {
	*exec.Cmd
	// heeds is open until the process heeds SIGTERM, or is no more.
	heeds *os.File
}

// heeding is the file that a process closes when it heeds SIGTERM, the first of its
// ExtraFiles.
const heeding = 3

// start starts a process; what it logs goes to a file of its own.
func (s *storm) start(role string) (*process, error) {
	cmd := exec.Command(s.self)
	cmd.Env = append(os.Environ(), roleOf+"="+role, dirOf+"="+s.dir, portOf+"="+fmt.Sprint(s.port), realOf+"="+fmt.Sprint(s.real), dbOf+"="+s.place())
	log, err := os.OpenFile(filepath.Join(s.dir, role+".log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer func() { _ = log.Close() }() // the process has its own
	cmd.Stdout, cmd.Stderr = log, log
	heeds, its, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	cmd.ExtraFiles = []*os.File{its}
	err = cmd.Start()
	_ = its.Close() // the process has its own
	if err != nil {
		_ = heeds.Close() // nobody closes the other end
		return nil, err
	}
	return &process{cmd, heeds}, nil
}

// terminate tells the process to end, once it heeds that: one that was started a moment ago
// would be killed by it.
func (p *process) terminate() error {
	_, err := io.Copy(io.Discard, p.heeds)
	return errors.Join(err, p.heeds.Close(), p.Process.Signal(syscall.SIGTERM))
}

// play is what a process does that was started with a role.
func play(role string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	if err := os.NewFile(heeding, "heeding").Close(); err != nil {
		return err
	}
	err := work(ctx, role)
	if ctx.Err() != nil && rapporteur.CodeOf(err) != rapporteur.Damaged {
		return nil // it was told to end before it had begun
	}
	return err
}

func work(ctx context.Context, role string) error {
	dir, port := os.Getenv(dirOf), os.Getenv(portOf)
	if role == "nats" {
		return keepQueue(ctx, filepath.Join(dir, "queue"), port)
	}
	nc, err := nats.Connect("nats://127.0.0.1:"+port, nats.MaxReconnects(-1), nats.ReconnectWait(100*time.Millisecond), nats.RetryOnFailedConnect(true))
	if err != nil {
		return err
	}
	defer nc.Close()
	q, err := patiently(ctx, func() (*worker.Queue, error) { return worker.Open(ctx, nc, worker.Limits{Redeliver: 3 * time.Second}) })
	if err != nil {
		return err
	}
	db, err := patiently(ctx, func() (store.Store, error) { return store.Open(ctx, os.Getenv(dbOf), store.Create) })
	if err != nil {
		return err
	}
	ingest, err := ingestOf(record.New(db, time.Now), os.Getenv(realOf) == "true")
	if err != nil {
		return err
	}
	w := worker.New(q, ingest, worker.Options{Readers: 2, Recording: true, Rest: 100 * time.Millisecond, Log: slog.New(slog.NewTextHandler(os.Stderr, nil))})
	return errors.Join(w.Run(ctx), db.Close())
}

// ingestOf reads as the whole program does, or cheaply.
func ingestOf(r *record.Record, real bool) (service.Ingest, error) {
	if !real {
		return service.Ingest{Record: r, Read: news.Read}, nil
	}
	reader, err := reading.Load()
	if err != nil {
		return service.Ingest{}, err
	}
	return service.Ingest{Record: r, Read: reader.Read, Knowing: reader.ReadKnowing}, nil
}

// keepQueue is a NATS server that listens on this machine.
func keepQueue(ctx context.Context, dir, port string) error {
	o := &server.Options{Host: "127.0.0.1", JetStream: true, StoreDir: dir, NoSigs: true, JetStreamMaxStore: 64 << 30}
	if _, err := fmt.Sscan(port, &o.Port); err != nil {
		return err
	}
	s, err := server.NewServer(o)
	if err != nil {
		return err
	}
	s.ConfigureLogger()
	s.Start()
	<-ctx.Done()
	s.Shutdown()
	s.WaitForShutdown()
	return nil
}

// patiently tries for a while.
func patiently[T any](ctx context.Context, do func() (T, error)) (out T, err error) {
	for range 300 {
		if out, err = do(); err == nil || ctx.Err() != nil {
			return out, err
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
		}
	}
	return out, err
}
