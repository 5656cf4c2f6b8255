package main

import (
	"bufio"
	"io"
	"os"
	"strings"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
)

// passwordFlag says where a password comes from. It is never an argument: those are
// seen by everybody on the machine, and kept by shells.
type passwordFlag struct {
	PasswordFile string `help:"A file whose first line is the password, - for standard input; without it you are asked." placeholder:"FILE"`
}

// password gives the password.
func (f passwordFlag) password(c *terminal.Console, name string) (string, error) {
	switch f.PasswordFile {
	case "":
		return f.asked(c, name)
	case "-":
		return firstLine("standard input", c.Stdin)
	}
	file, err := os.Open(f.PasswordFile)
	if err != nil {
		return "", &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read the password", Err: err}
	}
	defer func() { _ = file.Close() }() // it was only read
	return firstLine(f.PasswordFile, file)
}

// asked asks for the password twice, as nobody sees what is typed.
func (f passwordFlag) asked(c *terminal.Console, name string) (string, error) {
	first, err := c.Secret("Password of " + name + ": ")
	if err != nil {
		return "", err
	}
	again, err := c.Secret("Once more: ")
	if err != nil {
		return "", err
	}
	if first != again {
		return "", &rapporteur.Error{Code: rapporteur.Invalid, Op: "password of " + name, Message: "the two differ; nothing was done, try again"}
	}
	return first, nil
}

// firstLine is the first line of a file, without its end.
func firstLine(name string, r io.Reader) (string, error) {
	line, err := bufio.NewReader(io.LimitReader(r, 1<<16)).ReadString('\n')
	if err != nil && err != io.EOF {
		return "", &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read the password from " + name, Err: err}
	}
	return strings.TrimRight(line, "\r\n"), nil
}
