package main

import "rapporteur/notices"

// helpCmd explains a command; run turns it into --help before it is parsed.
type helpCmd struct {
	Command []string `arg:"" optional:"" help:"The command to explain." complete:"commands"`
}

// Run does nothing: what is printed is printed already.
func (helpCmd) Run() error { return nil }

// asHelp turns "help show" into "show --help".
func asHelp(args []string) []string {
	switch {
	case len(args) == 0:
		return []string{"--help"}
	case args[0] == "help" && (len(args) == 1 || args[1][0] != '-'):
		return append(args[1:len(args):len(args)], "--help")
	}
	return args
}

// versionCmd prints the version, or what stands behind the program.
type versionCmd struct {
	Licences bool `help:"Print the licences of everything that is in the program."`
}

// Run prints the version.
func (cmd versionCmd) Run(c *console) error {
	if cmd.Licences {
		_, err := c.stdout.Write([]byte(notices.Text))
		return err
	}
	return c.say("rapporteur %s", version)
}
