// Command readers lets many people read a record at once and says how long they waited:
//
//	go build -o /tmp/rapporteur ./cmd/rapporteur
//	go run ./examples/negotiation/multiply -reports 20000 -actors /tmp/crowd > /tmp/crowd.jsonl
//	go run ./checks/readers -program /tmp/rapporteur -db record.db -add /tmp/crowd.jsonl -actors /tmp/crowd
//
// It serves a copy of the record on a port of this machine, adds the reports to it in
// another process, and asks for pages and answers of the interface for programs, each
// reader one after the other with a pause between them as a person makes one. Afterwards
// it gives, for each kind of page and for all, how many were asked for, the median, the
// 95th and the 99th percentile of the wait from asking to the last byte, and the bytes;
// and the server's processor time a request. It fails if an answer is none, or if one in
// a hundred readers waits longer than -most.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"rapporteur/checks/subject"
)

// options are what is measured.
type options struct {
	subject.Subject
	add, actors          string
	readers              int
	lasting, warm, pause time.Duration
	most                 time.Duration
}

func main() { os.Exit(subject.Run("readers", os.Args[1:], os.Stdout, os.Stderr, run)) }

func parse(args []string) (*options, error) {
	o := &options{}
	return o, o.Parse("readers", args, func(f *flag.FlagSet) {
		f.StringVar(&o.add, "add", "", "reports that are added meanwhile, as JSON lines; none if empty")
		f.StringVar(&o.actors, "actors", "", "a folder of actors that they name")
		f.IntVar(&o.readers, "readers", 200, "how many read at once")
		f.DurationVar(&o.lasting, "for", time.Minute, "how long they are measured")
		f.DurationVar(&o.warm, "warm", 15*time.Second, "how long they read before that")
		f.DurationVar(&o.pause, "pause", 2*time.Second, "how long one reads a page, more or less by half; 0 for not at all")
		f.DurationVar(&o.most, "most", 500*time.Millisecond, "how long 99 of 100 may wait at most")
	})
}

// run measures, and says what came out.
func run(ctx context.Context, args []string, out io.Writer) (err error) {
	o, err := parse(args)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "readers-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	s, err := serve(ctx, o, dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.stop()) }()
	all, err := addresses(ctx, s.address)
	if err != nil {
		return err
	}
	adding, err := s.adding(ctx, o)
	if err != nil {
		return err
	}
	read(ctx, s.address, all, o.readers, o.warm, o.pause)
	before, reports := s.spent(), adding.so(ctx, s.address)
	waits := read(ctx, s.address, all, o.readers, o.lasting, o.pause)
	spent, more := s.spent()-before, adding.so(ctx, s.address)-reports
	ended, err := adding.stop()
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d readers, a pause of %s, %s; %d reports added meanwhile%s\n", o.readers, o.pause, o.lasting, more, ended)
	return judge(out, waits, spent, o)
}
