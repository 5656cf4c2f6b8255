// Package script runs the test scripts of a command: files in its testdata that a user
// can read, with three words of our own, exits, grab and aged.
package script

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts")

// Main makes a program a command of the scripts and of the tests.
func Main(m testscript.TestingM, name string, main func()) {
	testscript.Main(m, map[string]func(){name: main})
}

// Run runs every script in testdata.
func Run(t *testing.T) { run(t, testscript.Params{Dir: "testdata"}, func(func(name, value string)) {}) }

// RunWith runs some scripts, each with an environment that is prepared for it.
func RunWith(t *testing.T, prepare func(setenv func(name, value string)), scripts ...string) {
	run(t, testscript.Params{Files: scripts}, prepare)
}

func run(t *testing.T, p testscript.Params, prepare func(setenv func(name, value string))) {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	p.UpdateScripts = *update
	p.Cmds = map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "grab": grab, "aged": aged}
	p.Setup = func(env *testscript.Env) error {
		env.Setenv("EXAMPLES", root+"/../../examples")
		prepare(env.Setenv)
		return nil
	}
	testscript.Run(t, p)
}

// exits is the script command "exits N program arg…": the program must end
// with that status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits status program [arg…]")
	}
	err := ts.Exec(args[1], args[2:]...)
	var failed *exec.ExitError
	got := 0
	if errors.As(err, &failed) {
		got = failed.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

// grab is the script command "grab NAME pattern": the first group of the pattern,
// found in what the last program printed, becomes a variable, such as the id of an
// entry.
func grab(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: grab NAME pattern")
	}
	found := regexp.MustCompile("(?m)" + args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if len(found) < 2 {
		ts.Fatalf("no match for %q", args[1])
	}
	ts.Setenv(args[0], found[1])
}

// aged is the script command "aged FILE…": the files were last changed an hour ago, so
// that nobody takes them for files that are still written.
func aged(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: aged file…")
	}
	at := time.Now().Add(-time.Hour)
	for _, name := range args {
		ts.Check(os.Chtimes(ts.MkAbs(name), at, at))
	}
}
