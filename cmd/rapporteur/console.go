package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/service"

	"golang.org/x/term"
)

// console is what a command may touch of the world around it.
type console struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
}

// say prints a line of an answer. What comes from outside is cleaned on its way.
func (c *console) say(format string, args ...any) error { return sayTo(c.stdout, format, args...) }

// tell prints a line beside the answer, to a person.
func (c *console) tell(format string, args ...any) {
	_ = sayTo(c.stderr, "rapporteur: "+format, args...) // there is nowhere left to say that it failed
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

// attended reports whether somebody can be asked.
func (c *console) attended() bool { return isTerminal(c.stdin) }

// confirm asks whether to go on; anything but yes is no, and then nothing is done.
func (c *console) confirm(op, question string) error {
	if _, err := io.WriteString(c.stderr, export.Clean(question)+" [y/N] "); err != nil {
		return err
	}
	answer, err := bufio.NewReader(c.stdin).ReadString('\n')
	if err != nil { // nobody has typed the end of the line
		_, _ = io.WriteString(c.stderr, "\n")
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return nil
	}
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "nothing was done"}
}

// mindDay asks about a day of publication that has not come yet. Where nobody can
// answer it is told, and taken.
func (c *console) mindDay(day string) error {
	future, err := service.Published(day, c.now())
	if err != nil || !future {
		return err
	}
	warning := "--published " + day + " is in the future, and days such as “on Monday” are counted from it"
	if c.attended() {
		return c.confirm("--published "+day, warning+"; go on?")
	}
	c.tell("%s", warning)
	return nil
}
