package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestCount counts words of which some lie across two pieces of what is read.
func TestCount(t *testing.T) {
	const word = "<entry>"
	text := strings.Repeat("x", 1<<20-3) + word + strings.Repeat(word, 300_000) + "<ent"
	n, err := count(strings.NewReader(text), word)
	if err != nil || n != 300_001 {
		t.Errorf("counts %d, %v", n, err)
	}
}

func TestRows(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"quays.csv": "id,name\n1,north\n2,south\n", "ferries.csv": "id\n", "list.jsonl": "{}\n{}\n{}\n", "places.geojson": "[\n{\"type\":\"Feature\"},\n{\"type\":\"Feature\"}]"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		format, path string
		want         int
	}{{"csv", dir, 2}, {"jsonl", filepath.Join(dir, "list.jsonl"), 2}, {"geojson", filepath.Join(dir, "places.geojson"), 2}} {
		if n, err := rows(c.format, c.path); err != nil || n != c.want {
			t.Errorf("%s: %d, %v", c.format, n, err)
		}
	}
	if _, err := rows("atom", filepath.Join(dir, "nowhere")); err == nil {
		t.Error("what is not there has rows")
	}
}

// TestRun times a program that writes what it is asked for.
func TestRun(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no shell here")
	}
	program := filepath.Join(t.TempDir(), "writes")
	script := "#!/bin/sh\nfor to; do :; done\nif [ $2 = csv ]; then mkdir $to; printf 'id\\n1\\n2\\n' > $to/a.csv; elif [ $2 = atom ]; then exit 3; elif [ $2 = ical ]; then echo BEGIN:VEVENT $6 > $to; else : > $to; fi\n"
	if err := os.WriteFile(program, []byte(script), 0o700); err != nil { //nolint:gosec // a program
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := run(context.Background(), []string{"-program", program, "-db", "x", "-dir", t.TempDir(), "-formats", "csv,xlsx"}, &out); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(out.String(), "\n"); len(lines) != 5 || !strings.HasPrefix(lines[2], "| csv | 2 |") || !strings.HasPrefix(lines[3], "| xlsx | 2 |") {
		t.Errorf("prints\n%s", out.String())
	}
	if err := run(context.Background(), []string{"-program", program, "-db", "x", "-formats", "atom"}, &out); err == nil {
		t.Error("a program that fails is timed")
	}
	out.Reset()
	if err := run(context.Background(), []string{"-program", program, "-db", "x", "-dir", t.TempDir(), "-formats", "ical", "-today", "2031-04-01"}, &out); err != nil || !strings.Contains(out.String(), "| ical | 1 |") {
		t.Errorf("of a day: %v, prints\n%s", err, out.String())
	}
	if err := run(context.Background(), nil, &out); err == nil {
		t.Error("nothing is measured")
	}
}
