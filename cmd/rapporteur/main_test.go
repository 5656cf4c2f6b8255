package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapporteur/cmd/internal/script"
	"rapporteur/store/postgres/pgtest"
)

func TestMain(m *testing.M) { script.Main(tests{m}, "rapporteur", main) }

// tests are the tests, with the PostgreSQL that some of them begin.
type tests struct{ *testing.M }

func (t tests) Run() int { return pgtest.Main(t.M) }

// TestScripts runs the commands as a user would; each script is documentation.
func TestScripts(t *testing.T) { script.Run(t) }

// around is a way to print past what cleans.
var around = regexp.MustCompile(`fmt\.Fprint\w*\(c\.Std|json\.NewEncoder\(|os\.Std(out|err)`)

// TestPrintersClean holds that nothing is printed but by export and the console: what
// else would be is not cleaned. The progress of add draws its own line of numbers.
func TestPrintersClean(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if found := around.Find(code); found != nil && !strings.HasSuffix(file, "_test.go") {
			t.Errorf("%s prints by itself: %s", file, found)
		}
	}
}
