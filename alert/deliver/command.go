package deliver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
	"unicode"

	"rapporteur/alert"
)

// Command gives letters to programs of this machine, as JSON on standard input. A program
// has taken a letter when it ends with 0. It gets no more of the environment than it needs
// to run, and RAPPORTEUR_ALERT_ID, by which it knows a letter that it has had.
type Command struct {
	Getenv func(string) string
}

const (
	// lastWords is the most of what a program says that is kept.
	lastWords = 200
	// waits is how long it is waited for what a program that was ended has left open.
	waits = 2 * time.Second
)

// passed are the variables that programs get.
var passed = []string{"PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "SYSTEMROOT"}

// Deliver runs the command of a parcel.
func (c *Command) Deliver(ctx context.Context, p *alert.Parcel) error {
	words := strings.Fields(p.To.To)
	if len(words) == 0 {
		return &alert.Setback{Final: true, Reason: "there is no command"}
	}
	body, err := p.JSON()
	if err != nil {
		return refused(err)
	}
	run := exec.CommandContext(ctx, words[0], words[1:]...)
	run.Stdin, run.WaitDelay = bytes.NewReader(append(body, '\n')), waits
	said := &tail{}
	run.Stdout, run.Stderr = said, said
	run.Env = []string{"RAPPORTEUR_ALERT_ID=" + p.ID}
	for _, name := range passed {
		if v := c.Getenv(name); v != "" {
			run.Env = append(run.Env, name+"="+v)
		}
	}
	if err := run.Start(); err != nil {
		return &alert.Setback{Reason: words[0] + " cannot be run: " + plainly(err)}
	}
	err = run.Wait()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("%s was ended, as it took too long", words[0])
	case errors.As(err, &exit) && exit.Exited():
		reason := fmt.Sprintf("%s ended with %d", words[0], exit.ExitCode())
		if w := said.String(); w != "" {
			reason += ": " + w
		}
		return &alert.Setback{Reason: reason}
	}
	return fmt.Errorf("%s did not end by itself: %w", words[0], err)
}

// plainly is an error without the name of the program, which stands before it.
func plainly(err error) string {
	var e *exec.Error
	if errors.As(err, &e) {
		return e.Err.Error()
	}
	return err.Error()
}

// tail keeps the end of what is written to it.
type tail struct{ kept []byte }

// Write implements io.Writer.
func (t *tail) Write(p []byte) (int, error) {
	t.kept = append(t.kept, p...)
	if len(t.kept) > 4*lastWords {
		t.kept = t.kept[len(t.kept)-4*lastWords:]
	}
	return len(p), nil
}

// String gives the last words in one line.
func (t *tail) String() string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(string(t.kept), ""))
	words := []rune(strings.Join(strings.Fields(clean), " "))
	return string(words[max(0, len(words)-lastWords):])
}
