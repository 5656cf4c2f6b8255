// Command exports times the exports of a record and prints a table in Markdown:
//
//	go build -o /tmp/rapporteur ./cmd/rapporteur
//	go run ./checks/exports -program /tmp/rapporteur -db record.db
//
// Each format is written by a process of its own into a folder that is removed again. It
// gives how many rows came out, how long that took by the wall clock, the rows a second,
// the processor time and the most memory that the process had. XLSX and Parquet have the
// rows of CSV. On the made-up record nothing is to come but from a day of its past on:
// -today 2015-01-01.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"rapporteur/checks/subject"
)

// options are what is measured.
type options struct {
	subject.Subject
	dir, formats, today string
}

func main() { os.Exit(subject.Run("exports", os.Args[1:], os.Stdout, os.Stderr, run)) }

func parse(args []string) (*options, error) {
	o := &options{}
	return o, o.Parse("exports", args, func(f *flag.FlagSet) {
		f.StringVar(&o.dir, "dir", os.TempDir(), "where there is room for an export")
		f.StringVar(&o.today, "today", "", "the day from which on something is to come, for ical; without it, today")
		f.StringVar(&o.formats, "formats", "csv,parquet,xlsx,gdelt,polecat,geojson,ical,atom,dna,annotations,jsonl", "what is timed, in this order")
	})
}

func run(ctx context.Context, args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "| format | rows | wall, s | rows a second | processor, s | most memory, MB |")
	fmt.Fprintln(out, "|---|---|---|---|---|---|")
	tables := 0
	for _, format := range strings.Split(o.formats, ",") {
		t, err := o.timed(ctx, format)
		if err != nil {
			return fmt.Errorf("%s: %w", format, err)
		}
		if format == "csv" {
			tables = t.rows
		}
		if format == "xlsx" || format == "parquet" {
			t.rows = tables
		}
		fmt.Fprintf(out, "| %s | %d | %.1f | %.0f | %.1f | %.0f |\n", format, t.rows, t.wall.Seconds(), float64(t.rows)/t.wall.Seconds(), t.processor.Seconds(), t.memory)
	}
	return nil
}

// timing is what an export took.
type timing struct {
	rows            int
	wall, processor time.Duration
	memory          float64 // in MB
}

// timed exports a record in a format.
func (o *options) timed(ctx context.Context, format string) (t timing, err error) {
	dir, err := os.MkdirTemp(o.dir, "exports")
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	to := filepath.Join(dir, "export")
	args := []string{"export", format, "--db", o.DB}
	if o.today != "" {
		args = append(args, "--today", o.today)
	}
	cmd := exec.CommandContext(ctx, o.Program, append(args, "--to", to)...) //nolint:gosec // the program to be measured
	begun := time.Now()
	if said, err := cmd.CombinedOutput(); err != nil {
		return t, fmt.Errorf("%w: %s", err, said)
	}
	t.wall = time.Since(begun)
	t.processor, t.memory = cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime(), most(cmd.ProcessState)
	t.rows, err = rows(format, to)
	return t, err
}
