package terminal

import (
	"errors"
	"os"
	"slices"
	"strings"

	"rapporteur"

	"github.com/alecthomas/kong"
)

// Variable is the name of the variable of the environment that stands for a flag which is
// not given: with the prefix PROG, --read-time is PROG_READ_TIME, and PROG_READ_TIME_FILE
// names a file that holds it, as secrets are handed to programs.
func Variable(prefix, flag string) string {
	return prefix + "_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// unset are flags that the environment does not set.
var unset = []string{"help", "version"}

// environment resolves flags that are not given.
func (c *Console) environment(prefix string) kong.ResolverFunc {
	return func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		if prefix == "" || slices.Contains(unset, flag.Name) {
			return nil, nil
		}
		for _, own := range flag.Envs {
			if c.Getenv(own) != "" {
				return nil, nil // kong has looked it up
			}
		}
		name := Variable(prefix, flag.Name)
		if value := c.Getenv(name); value != "" {
			return value, nil
		}
		path := c.Getenv(name + "_FILE")
		if path == "" {
			return nil, nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read " + path + " (" + name + "_FILE)", Err: errors.Unwrap(err)}
		}
		return strings.TrimRight(string(data), "\r\n"), nil
	}
}
