package main

import (
	"rapporteur/cmd/internal/terminal"
	"rapporteur/notices"
)

// helpCmd explains a command; terminal.Program turns it into --help before it is parsed.
type helpCmd struct {
	Command []string `arg:"" optional:"" help:"The command to explain." complete:"commands"`
}

// Run does nothing: what is printed is printed already.
func (helpCmd) Run() error { return nil }

// versionCmd prints the version, or what stands behind the program.
type versionCmd struct {
	Licences bool `help:"Print the licences of everything that is in the program."`
}

// Run prints the version.
func (cmd versionCmd) Run(c *terminal.Console) error {
	if cmd.Licences {
		_, err := c.Stdout.Write([]byte(notices.Text))
		return err
	}
	return c.Say("rapporteur %s", version)
}
