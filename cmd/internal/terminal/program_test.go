package terminal

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"rapporteur"
)

// commands is a program with a command that fails as it is told to.
type commands struct {
	Fail failCmd `cmd:"" help:"Fail."`
	Flags
}

type failCmd struct {
	How string `arg:"" optional:""`
}

func (f *failCmd) Run(c *Console) error {
	switch f.How {
	case "":
		return c.Say("done \x1b[31m")
	case "twice":
		return Failures{&rapporteur.Error{Code: rapporteur.Empty, Op: "read a"}, errors.New("other\nline")}.Of(3)
	case "canceled":
		return context.Canceled
	}
	return &rapporteur.Error{Code: rapporteur.Code(f.How), Op: "do \x1b]0;x\x07"}
}

func run(args ...string) (status int, out, errs string) {
	var stdout, stderr bytes.Buffer
	c := &Console{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }, Now: time.Now}
	status = Program{Name: "prog", Version: "1.0", Description: "Tests.", Commands: &commands{}}.Run(context.Background(), c, args)
	return status, stdout.String(), stderr.String()
}

// TestStatuses holds the promise of the table of exit statuses.
func TestStatuses(t *testing.T) {
	for how, want := range map[string]int{"": 0, "internal": 1, "invalid": 2, "unreadable": 3, "unsupported": 4, "empty": 5, "forbidden": 6,
		"not-found": 7, "damaged": 8, "busy": 9, "no-space": 10, "interrupted": 130, "canceled": 130, "twice": 5} {
		args := []string{"fail"}
		if how != "" {
			args = append(args, how)
		}
		status, out, errs := run(args...)
		if status != want {
			t.Errorf("%s: status %d, want %d: %s", how, status, want, errs)
		}
		if strings.ContainsAny(out+errs, "\x1b\x07") {
			t.Errorf("%s lets a control character through: %q %q", how, out, errs)
		}
	}
}

func TestFailuresAreALineEach(t *testing.T) {
	_, _, errs := run("fail", "twice")
	if want := "rapporteur: read a: \nrapporteur: other line\nrapporteur: 2 of 3 reports failed\n"; errs != want {
		t.Errorf("%q, want %q", errs, want)
	}
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{nil, {"help"}, {"--help"}} {
		if status, out, _ := run(args...); status != 0 || !strings.Contains(out, "Exit status") {
			t.Errorf("%v: %d %s", args, status, out)
		}
	}
	if status, out, _ := run("help", "fail"); status != 0 || !strings.HasPrefix(out, "Usage: prog fail") {
		t.Errorf("help fail: %d %s", status, out)
	}
	if status, _, errs := run("fial"); status != 2 || !strings.Contains(errs, "see prog --help") {
		t.Errorf("fial: %d %s", status, errs)
	}
}

func TestConfirm(t *testing.T) {
	for answer, want := range map[string]bool{"y\n": true, "YES\n": true, "n\n": false, "\n": false, "": false, "yesterday\n": false} {
		var asked bytes.Buffer
		c := &Console{Stdin: strings.NewReader(answer), Stderr: &asked}
		if err := c.Confirm("remove", "sure?"); (err == nil) != want {
			t.Errorf("%q: %v", answer, err)
		}
		if !strings.HasPrefix(asked.String(), "sure? [y/N] ") {
			t.Errorf("asked %q", asked.String())
		}
	}
}

// TestPromptly ends a command that does not end when it is interrupted.
func TestPromptly(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	stuck := make(chan struct{})
	defer close(stuck)
	var stderr bytes.Buffer
	c := &Console{Stderr: &stderr}
	if got := promptly(ctx, c, time.Millisecond, func() int { <-stuck; return 0 }); got != statusInterrupted || !strings.Contains(stderr.String(), "interrupted") {
		t.Errorf("%d %s", got, stderr.String())
	}
	if got := promptly(context.Background(), c, time.Millisecond, func() int { return 4 }); got != 4 {
		t.Errorf("%d", got)
	}
}
