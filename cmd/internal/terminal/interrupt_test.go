//go:build !windows

package terminal

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// stuckCommands is a program whose command, once it is told to end, sits in writing what
// nobody reads.
type stuckCommands struct {
	Stuck stuckCmd `cmd:""`
	Flags
}

type stuckCmd struct{}

func (stuckCmd) Run(ctx context.Context, c *Console) error {
	if err := c.Say("begun"); err != nil {
		return err
	}
	<-ctx.Done()
	if err := c.Say("told"); err != nil {
		return err
	}
	for {
		if _, err := c.Stdout.Write(make([]byte, 1<<20)); err != nil {
			return err
		}
	}
}

// patienceOf names the patience of the program that the tests' own binary is then.
const patienceOf = "TERMINAL_PATIENCE"

func TestMain(m *testing.M) {
	if patience, err := time.ParseDuration(os.Getenv(patienceOf)); err == nil {
		Program{Name: "stuck", Version: "1.0", Commands: &stuckCommands{}, Patience: patience}.Main()
	}
	os.Exit(m.Run())
}

// interrupted starts a program that gets stuck, interrupts it once or twice, the second
// time when it has been told of the first, and gives what the end of it was and how long
// that took.
func interrupted(t *testing.T, patience string, times int) (status int, errs string, took time.Duration) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "stuck")
	cmd.Env = append(os.Environ(), patienceOf+"="+patience)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	begun := time.Now()
	for _, line := range []string{"begun", "told"}[:times] {
		if !lines.Scan() || lines.Text() != line {
			t.Fatalf("%q instead of %q: %s", lines.Text(), line, stderr.String())
		}
		begun = time.Now()
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
	}
	var failed *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &failed) {
		t.Fatalf("ended as if nothing had been: %v", err)
	}
	took = time.Since(begun)
	t.Logf("ended %v after the interrupt", took)
	return failed.ExitCode(), stderr.String(), took
}

// atMost is the longest that an end may take on a machine that does much else.
const atMost = 10 * time.Second

// TestInterrupted ends a command that does not end itself, and says what is kept.
func TestInterrupted(t *testing.T) {
	status, errs, took := interrupted(t, "0s", 1)
	if status != statusInterrupted || !strings.Contains(errs, "interrupted; the record holds what was reported as done") || took > atMost {
		t.Errorf("status %d after %v: %s", status, took, errs)
	}
}

// TestInterruptedTwice ends a command at the second interrupt that has an hour to end
// after the first.
func TestInterruptedTwice(t *testing.T) {
	status, errs, took := interrupted(t, "1h", 2)
	if status != statusInterrupted || errs != "" || took > atMost {
		t.Errorf("status %d after %v: %s", status, took, errs)
	}
}
