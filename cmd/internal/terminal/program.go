package terminal

import (
	"cmp"
	"context"
	"os"
	"time"

	"rapporteur/export"

	"github.com/alecthomas/kong"
)

// Program is a set of commands.
type Program struct {
	Name, Version, Description string
	// Environment is the prefix of the variables that stand for flags, none if it is empty.
	Environment string
	// Commands is a pointer to a struct as kong reads it.
	Commands any
	// Raw says that the commands print as they are given; on a terminal their lines are
	// cleaned then.
	Raw bool
	// Patience is how long a command may take to end after it was interrupted; 0 stands
	// for what a person waits.
	Patience time.Duration
}

// Main runs the program as a process and does not return. An interrupt ends the
// command, a second one the process.
func (p Program) Main() {
	ctx := interruptible()
	c := New()
	if p.Raw && isTerminal(c.Stdout) {
		c.Stdout = &export.Writer{W: c.Stdout}
	}
	os.Exit(promptly(ctx, c, cmp.Or(p.Patience, patience), func() int { return p.Run(ctx, c, os.Args[1:]) }))
}

// Run parses the arguments, carries the command out and gives the exit status.
func (p Program) Run(ctx context.Context, c *Console, args []string) int {
	var exit *int
	if c.Color = colourAsked(args); p.Raw && c.Color == "" {
		c.Color = "never"
	}
	parser, err := kong.New(p.Commands,
		kong.Name(p.Name), kong.Description(p.Description+"\n\n"+ExitStatuses()),
		kong.Vars{"version": p.Name + " " + p.Version},
		kong.Writers(c.Stdout, c.Stderr), kong.UsageOnError(), kong.Help(c.help),
		kong.Exit(func(code int) { exit = &code }),
		kong.Resolvers(c.environment(p.Environment)),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(c))
	if err != nil {
		c.Tell("%v", err)
		return statusInternal
	}
	command, err := parser.Parse(asHelp(args))
	if exit != nil { // --help and --version have printed already
		return *exit
	}
	if err != nil {
		c.Fail("%v; see %s --help", err, p.Name)
		return statusUsage
	}
	return Report(c, command.Run())
}

// asHelp turns "help show" into "show --help", and no argument into --help.
func asHelp(args []string) []string {
	switch {
	case len(args) == 0:
		return []string{"--help"}
	case args[0] == "help" && (len(args) == 1 || args[1] == "" || args[1][0] != '-'):
		return append(args[1:len(args):len(args)], "--help")
	}
	return args
}
