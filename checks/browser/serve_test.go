package browser

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
)

// scratch is a folder for what all tests share: the program and the record that it made.
var scratch string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if scratch, err = os.MkdirTemp("", "browser"); err != nil {
			panic(err)
		}
		defer func() { _ = os.RemoveAll(scratch) }()
		return m.Run()
	}())
}

// examples is where the invented negotiation lies.
const examples = "../../examples/negotiation"

// records are what the pages are served over: the invented negotiation, and some reports
// of towns that lie on a map.
const (
	negotiation = "negotiation.db"
	towns       = "towns.db"
)

// program is rapporteur, built once, beside the records that it made.
var program = sync.OnceValues(func() (string, error) {
	at := filepath.Join(scratch, "rapporteur")
	for _, args := range [][]string{
		{"go", "build", "-o", at, "rapporteur/cmd/rapporteur"},
		{at, "add", "--db", filepath.Join(scratch, negotiation), "--actors", filepath.Join(examples, "actors"), filepath.Join(examples, "reports.jsonl")},
		{at, "add", "--db", filepath.Join(scratch, towns), "testdata/towns.jsonl"},
	} {
		if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			return "", &failure{args[0], string(out), err}
		}
	}
	return at, nil
})

// failure is a command that failed, with what it said.
type failure struct {
	command, said string
	err           error
}

func (f *failure) Error() string { return f.command + ": " + f.err.Error() + "\n" + f.said }

// serve serves a copy of a record that the test may change, until it ends.
func serve(t *testing.T, record string) string {
	t.Helper()
	at, err := program()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(scratch, record))
	if err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "record.db")
	if err := os.WriteFile(db, data, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(at, "serve", "--listen", "127.0.0.1:0", "--db", db, "--actors", filepath.Join(examples, "actors"))
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt) // it may have failed already, which Wait says
		if err := cmd.Wait(); err != nil && cmd.ProcessState.ExitCode() != interrupted {
			t.Error(err)
		}
	})
	lines, address := bufio.NewScanner(said), regexp.MustCompile(`open at (http://[^/]+)/`)
	for lines.Scan() {
		if m := address.FindStringSubmatch(lines.Text()); m != nil {
			go func() { _, _ = io.Copy(io.Discard, said) }() // the log
			return m[1]
		}
	}
	t.Fatal("the server told no address")
	return ""
}

// interrupted is the exit status of a command that was told to stop.
const interrupted = 130
