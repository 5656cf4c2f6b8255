// Storm sends reports through a queue to several workers while processes are killed, and
// holds what comes out to the record of one process.
//
//	go run ./checks/storm -reports 50000 -every 5s -seed 1
//
// NATS is a server process of its own, each worker another; they share a record in a file unless told otherwise.
// With the time that -every says, on average, one of them is killed (SIGKILL) and started
// anew. It fails unless each report is on the record once, the entries have the same
// members, dead holds poison alone and all of it, and the workers end in peace when they
// are told to. With -db postgres the record of the workers is in a database, whose server is
// one of those that are killed. With -lines the reports of a file are read, as the whole program reads them:
//
//	go run ./examples/negotiation/multiply -reports 5000 > crowd.jsonl
//	go run ./checks/storm -lines crowd.jsonl
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"time"

	"rapporteur"
	"rapporteur/checks/storm/news"
	"rapporteur/service"
	"rapporteur/source"
)

// plan is what is sent, and how.
type plan struct {
	reports, poison, workers int
	every                    time.Duration
	seed                     uint64
	real                     bool
	dir, lines, db           string
}

func main() {
	if err := command(os.Getenv(roleOf), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "storm:", err)
		os.Exit(1)
	}
}

// command plays the role of a process that the storm started, or is the storm.
func command(role string, args []string, out io.Writer) error {
	if role != "" {
		return play(role)
	}
	p, err := parse(args)
	if err != nil {
		return err
	}
	return p.run(context.Background(), func(format string, args ...any) { _, _ = fmt.Fprintf(out, format+"\n", args...) })
}

// parse reads the flags.
func parse(args []string) (*plan, error) {
	p, f := &plan{}, flag.NewFlagSet("storm", flag.ContinueOnError)
	f.IntVar(&p.reports, "reports", 50_000, "number of reports")
	f.IntVar(&p.poison, "poison", 10, "number of reports that cannot be read")
	f.IntVar(&p.workers, "workers", 4, "number of worker processes")
	f.DurationVar(&p.every, "every", 5*time.Second, "how often a process is killed")
	f.Uint64Var(&p.seed, "seed", 1, "seed of what is killed, and when")
	f.StringVar(&p.lines, "lines", "", "file of reports as JSON lines that are read in earnest, in the place of made-up ones")
	f.StringVar(&p.db, "db", "file", "where the record of the workers is: in a file, or in postgres")
	f.StringVar(&p.dir, "dir", "", "folder for the queue, the records and the logs; a new one if not given")
	err := f.Parse(args)
	if err == nil && p.db != "file" && p.db != "postgres" {
		err = fmt.Errorf("no record can be in %s: -db takes file and postgres", p.db)
	}
	return p, err
}

// run lets the storm rage over the reports and judges what is left.
func (p *plan) run(ctx context.Context, told func(string, ...any)) (err error) {
	p.real = p.lines != ""
	if p.dir == "" {
		if p.dir, err = os.MkdirTemp("", "storm"); err != nil {
			return err
		}
		defer func() {
			if err == nil {
				err = os.RemoveAll(p.dir)
			}
		}()
	}
	told("logs and records are in %s", p.dir)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	s := &storm{self: self, dir: p.dir, real: p.real, workers: p.workers, every: p.every, random: rand.New(rand.NewPCG(p.seed, 0)), told: told}
	if p.db == "postgres" {
		if err := s.withServer(); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, s.server.Remove()) }()
	}
	good, poison, err := p.news(ctx)
	if err != nil {
		return err
	}
	began := time.Now()
	want, wantDB, err := single(ctx, p.dir, p.real, good)
	if err != nil {
		return err
	}
	defer func() { _ = wantDB.Close() }() // it has been compared
	alone := time.Since(began)
	told("one process took %.1f s for %d reports", alone.Seconds(), len(good))
	n, err := want.CountReports(ctx, everything)
	if err != nil {
		return err
	}
	dead, err := p.through(ctx, s, good, poison, n)
	if err != nil {
		return err
	}
	got, db, err := s.open(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // nothing was written
	if err := compare(ctx, got, want, dead, poison); err != nil {
		return err
	}
	told("%d reports on the record once each, the same entries as by one process, %d dead and all of them poison", n, len(dead))
	return nil
}

// news gives what is sent: reports, and what cannot be read; the whole program reads
// whatever has words.
func (p *plan) news(ctx context.Context) (good, poison []*rapporteur.Report, err error) {
	if p.lines != "" {
		in := service.Inputs{Opener: &source.Opener{}}
		for one := range in.All([]string{p.lines}) {
			report, err := one.Report(ctx)
			if err != nil {
				return nil, nil, err
			}
			good = append(good, report)
		}
		return good, nil, nil
	}
	for n := range p.reports {
		good = append(good, news.Report(n))
	}
	for n := range p.poison {
		poison = append(poison, news.Poison(n))
	}
	return good, poison, nil
}
