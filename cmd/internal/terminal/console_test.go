package terminal

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/export"

	"github.com/google/go-cmp/cmp"
)

// TestColourIsForTerminals alone: neither a buffer nor a file is one.
func TestColourIsForTerminals(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	for _, stdout := range []io.Writer{&bytes.Buffer{}, file} {
		for _, env := range []string{"", "NO_COLOR", "TERM"} {
			c := &Console{Stdin: file, Stdout: stdout, Getenv: func(name string) string {
				if name == env {
					return "dumb"
				}
				return ""
			}}
			if c.Capable() || c.Attended() {
				t.Errorf("%T, %s: taken for a terminal", stdout, env)
			}
			if c.Style() != export.Plain() || c.StyleOf("text") != export.Plain() || c.StyleOf("markdown") != export.Markdown() {
				t.Errorf("%T, %s: %+v", stdout, env, c.Style())
			}
		}
	}
}

func TestNewIsThisProcess(t *testing.T) {
	c := New()
	if c.Stdin != io.Reader(os.Stdin) || c.Stdout != io.Writer(os.Stdout) || c.Stderr != io.Writer(os.Stderr) || c.Now().IsZero() {
		t.Errorf("%+v", c)
	}
	t.Setenv("RAPPORTEUR_TEST_HAND", "wave")
	if c.Getenv("RAPPORTEUR_TEST_HAND") != "wave" {
		t.Error("another environment")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestAnswersThatCannotBeWritten(t *testing.T) {
	c := &Console{Stdin: strings.NewReader("y\n"), Stdout: full{}, Stderr: full{}}
	if err := c.Say("words"); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("said to a full disk: %v", err)
	}
	if err := c.Confirm("remove", "sure?"); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("asked where nobody reads it: %v", err)
	}
}

// TestFailuresBehind keeps what ended the run in front, so that its code counts.
func TestFailuresBehind(t *testing.T) {
	busy := &rapporteur.Error{Code: rapporteur.Busy, Op: "add"}
	if err := (Failures{}).Behind(busy); !errors.Is(err, busy) {
		t.Errorf("%v", err)
	}
	var none Failures
	if none.Of(3) != nil || none.Behind(nil) != nil {
		t.Error("no failure is one")
	}
	err := Failures{io.EOF}.Behind(busy)
	if !errors.Is(err, io.EOF) || !errors.Is(err, busy) {
		t.Errorf("one of two is lost: %v", err)
	}
	var stderr bytes.Buffer
	if status := Report(&Console{Stderr: &stderr, Getenv: func(string) string { return "" }}, err); status != statusBusy {
		t.Errorf("status %d", status)
	}
	if d := cmp.Diff("rapporteur: add: \nrapporteur: EOF\n", stderr.String()); d != "" {
		t.Error(d)
	}
	if text := err.Error(); !strings.Contains(text, "EOF") {
		t.Errorf("%q", text)
	}
}
