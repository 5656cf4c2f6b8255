package pgtest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// program writes a program that says something and fails.
func program(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\necho not today >&2\nexit 3\n"), 0o755); err != nil {
		t.Fatal(err)
	}
}

// TestInstalled takes the newest version of those that there are, then the one in the
// path, then none.
func TestInstalled(t *testing.T) {
	dir := t.TempDir()
	for _, version := range []string{"9", "15", "17"} {
		program(t, filepath.Join(dir, version, "bin"), "postgres")
	}
	program(t, filepath.Join(dir, "path"), "postgres")
	t.Setenv("PATH", filepath.Join(dir, "path"))
	for pattern, want := range map[string]string{"*/bin/postgres": "17/bin", "9/bin/postgres": "9/bin", "none/*/postgres": "path"} {
		if bin, err := installed(filepath.Join(dir, pattern)); err != nil || bin != filepath.Join(dir, want) {
			t.Errorf("%s: %s %v", pattern, bin, err)
		}
	}
	if _, err := installed("["); err == nil {
		t.Error("a pattern that is none")
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := installed(filepath.Join(dir, "none")); !errors.Is(err, ErrMissing) {
		t.Errorf("nothing is installed: %v", err)
	}
}

// TestPrograms tells what the programs say that fail, and those that are not there.
func TestPrograms(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "bin")
	program(t, bin, "initdb")
	c := &Cluster{Dir: t.TempDir(), bin: bin}
	if err := c.make(); err == nil {
		t.Error("initdb fails and nobody says so")
	}
	if err := c.Run(); err == nil || !strings.Contains(err.Error(), "postgres") {
		t.Errorf("no server there: %v", err)
	}
	program(t, bin, "postgres")
	if err := c.Run(); err == nil {
		t.Error("a server that ends at once runs")
	}
	c.Dir = filepath.Join(c.Dir, "none")
	if err := c.make(); err == nil {
		t.Error("a cluster is made where there is no folder")
	}
	if err := c.Run(); err == nil {
		t.Error("it runs where there is no folder")
	}
	t.Setenv("TMPDIR", c.Dir)
	if _, err := Start(); err == nil {
		t.Error("a cluster stands where there is no folder")
	}
}

// TestAnother gives one more database to whoever has one.
func TestAnother(t *testing.T) {
	one := Database(t)
	other, err := Another()
	if err != nil || other == one {
		t.Errorf("%s besides %s: %v", other, one, err)
	}
	if err := shared.Do(t.Context(), "postgres", "no statement"); err == nil {
		t.Error("nonsense is carried out")
	}
}
