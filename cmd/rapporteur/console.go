package main

import (
	"fmt"
	"io"

	"rapporteur/export"
)

// console is what a command may touch of the world around it.
type console struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
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
