package subject

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestRun runs a check with good and bad arguments.
func TestRun(t *testing.T) {
	for name, c := range map[string]struct {
		args, says, fails string
		status            int
	}{
		"measures":      {"-program p -db r -times 3", "p measured 3 times over r", "", 0},
		"unasked":       {"-program p -db r", "p measured 2 times over r", "", 0},
		"fails":         {"-program p -db r -times 0", "", "weigh: measured nothing", 1},
		"no record":     {"-program p", "", "weigh: name the program with -program and the record with -db", 1},
		"no program":    {"-db r", "", "weigh: name the program", 1},
		"no flag":       {"-colour red", "", "weigh: flag provided but not defined: -colour; -h has", 1},
		"no such value": {"-times many", "", "weigh: invalid value", 1},
		"help":          {"-h", "how often", "", 0},
	} {
		var out, failures strings.Builder
		status := Run("weigh", strings.Fields(c.args), &out, &failures, func(_ context.Context, args []string, out io.Writer) error {
			var s Subject
			var times int
			if err := s.Parse("weigh", args, func(f *flag.FlagSet) { f.IntVar(&times, "times", 2, "how often") }); err != nil {
				return err
			}
			if times == 0 {
				return errors.New("measured nothing")
			}
			_, err := fmt.Fprintf(out, "%s measured %d times over %s", s.Program, times, s.DB)
			return err
		})
		if status != c.status || !strings.Contains(out.String(), c.says) || !strings.Contains(failures.String(), c.fails) || (failures.Len() > 0) != (c.fails != "") {
			t.Errorf("%s: status %d, says %q, fails with %q", name, status, out.String(), failures.String())
		}
	}
}

// TestInterrupted: a check that is told to end ends what it has begun.
func TestInterrupted(t *testing.T) {
	status := Run("weigh", nil, io.Discard, io.Discard, func(ctx context.Context, _ []string, _ io.Writer) error {
		me, err := os.FindProcess(os.Getpid())
		if err != nil {
			return err
		}
		if err := me.Signal(syscall.SIGINT); err != nil {
			return err
		}
		<-ctx.Done()
		return nil
	})
	if status != 0 {
		t.Errorf("ends with status %d", status)
	}
}
