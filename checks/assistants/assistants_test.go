package assistants

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// conformance names the suite's script, as .ci/run installs it.
const conformance = "RAPPORTEUR_MCP_CONFORMANCE"

// passing are scenarios that must be among those that passed.
var passing = []string{"server-initialize", "ping", "logging-set-level", "tools-list", "resources-list", "prompts-list", "dns-rebinding-protection"} //nolint:misspell // the names are the suite's

// suite gives the command of the suite, or skips.
func suite(t *testing.T) string {
	t.Helper()
	script := os.Getenv(conformance)
	_, err := os.Stat(script)
	if _, noNode := exec.LookPath("node"); script != "" && err == nil && noNode == nil {
		return script
	}
	const missing = "the conformance suite is not installed (npm install --prefix V @modelcontextprotocol/conformance@0.1.13; RAPPORTEUR_MCP_CONFORMANCE=V/node_modules/@modelcontextprotocol/conformance/dist/index.js)"
	if os.Getenv("CI") == "true" {
		t.Fatal(missing)
	}
	t.Skip(missing)
	return ""
}

// TestConformance has the suite speak to the program as its users start it.
func TestConformance(t *testing.T) {
	script := suite(t)
	dir := t.TempDir()
	program, db := filepath.Join(dir, "rapporteur"), filepath.Join(dir, "record.db")
	for _, args := range [][]string{
		{"go", "build", "-o", program, "rapporteur/cmd/rapporteur"},
		{program, "add", "--db", db, "../../examples/paris.txt"},
	} {
		if out, err := exec.CommandContext(t.Context(), args[0], args[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%q: %v\n%s", args, err, out)
		}
	}
	for _, args := range [][]string{{"mcp", "--http", "127.0.0.1:0"}, {"serve", "--listen", "127.0.0.1:0"}} {
		t.Run(args[0], func(t *testing.T) {
			base := started(t, program, append(args, "--db", db)...)
			others, err := filepath.Abs("testdata/others.yml")
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.CommandContext(t.Context(), "node", script, "server", "--url", base+"/mcp", "--expected-failures", others)
			cmd.Dir = t.TempDir()
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Errorf("%v\n%s", err, out)
			}
			for _, name := range passing {
				if !regexp.MustCompile(`(?m)^✓ ` + name + `: [1-9]\d* passed, 0 failed`).Match(out) {
					t.Errorf("%s did not pass:\n%s", name, out)
				}
			}
		})
	}
}

// started starts the program until the test ends, and gives where it answers.
func started(t *testing.T, program string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	lines, at := bufio.NewScanner(said), regexp.MustCompile(`http://[0-9.:]+`)
	var all []string
	for lines.Scan() {
		all = append(all, lines.Text())
		if base := at.FindString(lines.Text()); base != "" {
			go func() { _, _ = io.Copy(io.Discard, said) }() // the log
			return base
		}
	}
	t.Fatalf("%q says no address: %s", args, strings.Join(all, "\n"))
	return ""
}
