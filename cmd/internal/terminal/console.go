package terminal

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"rapporteur"
	"rapporteur/export"

	"golang.org/x/term"
)

// Console is what a command may touch of the world around it.
type Console struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	// Color is what --color says: always, never or, as else, auto.
	Color string
	// patience is how long the command may take to end, in nanoseconds.
	patience atomic.Int64
}

// Patient lets the command take longer to end after it was interrupted, as who serves
// others must.
func (c *Console) Patient(d time.Duration) { c.patience.Store(int64(d)) }

// New is the console of this process.
func New() *Console {
	return &Console{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now}
}

// Style is that of an answer.
func (c *Console) Style() export.Style {
	if c.coloured(c.Stdout) {
		return export.Colour()
	}
	return export.Plain()
}

// StyleOf is the style of a format of output.
func (c *Console) StyleOf(format string) export.Style {
	if format == "markdown" || format == "md" {
		return export.Markdown()
	}
	return c.Style()
}

// Capable reports whether the answer goes to a terminal that obeys sequences.
func (c *Console) Capable() bool { return c.Getenv("TERM") != "dumb" && isTerminal(c.Stdout) }

// Width is the number of letters in a line of the answer: that of the terminal, else
// what COLUMNS says, else 0 for any.
func (c *Console) Width() int {
	if f, ok := c.Stdout.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			return width
		}
	}
	width, err := strconv.Atoi(c.Getenv("COLUMNS"))
	if err != nil || width < 0 {
		return 0
	}
	return width
}

// Say prints a line of an answer. What comes from outside is cleaned on its way.
func (c *Console) Say(format string, args ...any) error { return sayTo(c.Stdout, format, args...) }

// Tell prints a line beside the answer, to a person.
func (c *Console) Tell(format string, args ...any) {
	_ = sayTo(c.Stderr, "rapporteur: "+format, args...) // there is nowhere left to say that it failed
}

// sayTo prints one line, whatever its arguments hold.
func sayTo(w io.Writer, format string, args ...any) error {
	_, err := io.WriteString(w, export.Clean(fmt.Sprintf(format, args...))+"\n")
	return err
}

// isTerminal reports whether somebody sits at the other end of a stream.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Attended reports whether somebody can be asked.
func (c *Console) Attended() bool { return isTerminal(c.Stdin) }

// Confirm asks whether to go on; anything but yes is no, and then nothing is done.
func (c *Console) Confirm(op, question string) error {
	if _, err := io.WriteString(c.Stderr, export.Clean(question)+" [y/N] "); err != nil {
		return err
	}
	answer, err := bufio.NewReader(c.Stdin).ReadString('\n')
	if err != nil { // nobody has typed the end of the line
		_, _ = io.WriteString(c.Stderr, "\n")
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return nil
	}
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "nothing was done"}
}

// Secret asks for what nobody is to see; there must be somebody to ask.
func (c *Console) Secret(question string) (string, error) {
	f, ok := c.Stdin.(*os.File)
	if !ok || !c.Attended() {
		return "", &rapporteur.Error{Code: rapporteur.Invalid, Op: "ask for a password", Message: "nobody sits at a terminal; give --password-file FILE, or - for standard input"}
	}
	if _, err := io.WriteString(c.Stderr, export.Clean(question)); err != nil {
		return "", err
	}
	secret, err := term.ReadPassword(int(f.Fd()))
	_, _ = io.WriteString(c.Stderr, "\n") // the end of the line was not shown
	return string(secret), err
}
