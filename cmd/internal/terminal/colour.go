package terminal

import (
	"bytes"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
	"golang.org/x/term"
)

// Flags are those of every command of a program.
type Flags struct {
	Color string `help:"Colours: ${enum}; auto is on a terminal alone, and not where NO_COLOR is set." enum:"auto,always,never" default:"auto" placeholder:"WHEN"`
}

// colourAsked gives what --color says among some arguments. Help and wrong usage are
// printed before the arguments are understood.
func colourAsked(args []string) string {
	if end := slices.Index(args, "--"); end >= 0 {
		args = args[:end]
	}
	for i, a := range args {
		if value, ok := strings.CutPrefix(a, "--color="); ok {
			return value
		}
		if a == "--color" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

// coloured reports whether a stream takes colours (no-color.org).
func (c *Console) coloured(stream any) bool {
	switch c.Color {
	case "always":
		return true
	case "never":
		return false
	}
	return c.Getenv("NO_COLOR") == "" && c.Getenv("TERM") != "dumb" && isTerminal(stream)
}

// The sequences of ECMA-48 for what is wrong, and for what stands out in help.
const (
	alarm = "\x1b[1;31m"
	bold  = "\x1b[1m"
	end   = "\x1b[0m"
)

// Fail prints an error, to a person.
func (c *Console) Fail(format string, args ...any) {
	if !c.coloured(c.Stderr) {
		c.Tell(format, args...)
		return
	}
	_, _ = io.WriteString(c.Stderr, alarm+"rapporteur:"+end+" ") // there is nowhere left to say that it failed
	_ = sayTo(c.Stderr, format, args...)
}

// help prints what kong says of a command, with colours where they are seen.
func (c *Console) help(options kong.HelpOptions, ctx *kong.Context) error {
	if !c.coloured(ctx.Stdout) {
		return kong.DefaultHelpPrinter(options, ctx)
	}
	var plain bytes.Buffer
	out := ctx.Stdout
	if f, ok := out.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			options.WrapUpperBound = width // a buffer has the width of 80
		}
	}
	ctx.Stdout = &plain
	err := kong.DefaultHelpPrinter(options, ctx)
	ctx.Stdout = out
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, embolden(plain.String()))
	return err
}

// standing are the headings of help, and the flags and commands that it explains.
var standing = regexp.MustCompile(`(?m)^(Usage:|Arguments:|Flags:|Commands:)|^  (-\w, |    )?--[\w-]+|^  [a-z]+( [a-z]+)*( <| \[|$)`)

// embolden sets words of help off.
func embolden(help string) string {
	return standing.ReplaceAllStringFunc(help, func(words string) string {
		name := strings.TrimRight(words, " <[")
		return bold + name + end + words[len(name):]
	})
}
