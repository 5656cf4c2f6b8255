package loads

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestLoads has loads.py read the exports of the invented negotiation, with the Python
// that RAPPORTEUR_PYTHON names.
func TestLoads(t *testing.T) {
	python := os.Getenv("RAPPORTEUR_PYTHON")
	if python == "" {
		t.Skip("name a Python with pandas, pyarrow, openpyxl, duckdb, geojson, geojson_validator, geojson_pydantic, icalendar, vobject, feedparser and lxml in RAPPORTEUR_PYTHON")
	}
	folder := t.TempDir()
	program, db := filepath.Join(folder, "rapporteur"), filepath.Join(folder, "record.db")
	for _, command := range [][]string{
		{"go", "build", "-o", program, "rapporteur/cmd/rapporteur"},
		{program, "add", "--db", db, filepath.Join("..", "..", "examples", "riyadh.txt"), filepath.Join("..", "..", "examples", "paris.txt")},
		{python, "loads.py", program, db, filepath.Join(folder, "out")},
	} {
		out, err := exec.Command(command[0], command[1:]...).CombinedOutput()
		var exit *exec.ExitError
		if errors.As(err, &exit) && exit.ExitCode() == 77 {
			t.Skip(string(out))
		}
		if err != nil {
			t.Fatalf("%v: %v\n%s", command, err, out)
		}
	}
}
