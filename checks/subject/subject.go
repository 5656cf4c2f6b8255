// Package subject is what the checks that measure have in common: the program and the
// record that they measure, as their flags name them, and how such a check runs as a
// command.
package subject

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os/signal"
	"syscall"
)

// Subject is what is measured.
type Subject struct {
	// Program is the path of rapporteur, DB the record.
	Program, DB string
}

// Parse reads the arguments of a check: the subject, and the flags that more adds.
func (s *Subject) Parse(check string, args []string, more func(*flag.FlagSet)) error {
	f := flag.NewFlagSet(check, flag.ContinueOnError)
	f.SetOutput(io.Discard) // what is wrong is said once, by who calls
	f.StringVar(&s.Program, "program", "", "the program rapporteur, built before")
	f.StringVar(&s.DB, "db", "", "the record")
	more(f)
	err := f.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		return help{f}
	}
	if err != nil {
		return fmt.Errorf("%w; -h has the flags", err)
	}
	if s.Program == "" || s.DB == "" {
		return errors.New("name the program with -program and the record with -db; -h has the flags")
	}
	return nil
}

// help is asked for, and no failure.
type help struct{ flags *flag.FlagSet }

func (help) Error() string { return flag.ErrHelp.Error() }

// Run runs a check as a command, until it ends or is interrupted, and gives its exit status.
func Run(check string, args []string, out, failures io.Writer, run func(context.Context, []string, io.Writer) error) int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	err := run(ctx, args, out)
	if asked, is := errors.AsType[help](err); is {
		asked.flags.SetOutput(out)
		asked.flags.Usage()
		return 0
	}
	if err != nil {
		fmt.Fprintf(failures, "%s: %v\n", check, err)
		return 1
	}
	return 0
}
