package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestOneTreeBesideAnother(t *testing.T) {
	old := tree(t, map[string]string{"p/a.go": "package p\n\ntype T int\n\nfunc (T) A() { b() }\n", "p/b.go": "package p\n\nfunc b() {\n\tT(0).A()\n}\n"})
	now := tree(t, map[string]string{"p/a.go": "package p\n\nfunc a() {}\n", "q/q.go": "package q\n"})
	const head = "| package | files | lines | methods of the largest type | largest circle of files | median file | median function |\n|---|---|---|---|---|---|---|\n"
	want := head + "| `all` | 2 → 2 | 10 → 4 | 1 → 0 | 2 → 0 | 5 → 1 | 1 → 1 |\n" +
		"| `p` | 2 → 1 | 10 → 3 | 1 → 0 | 2 → 0 | 5 → 3 | 1 → 1 |\n" +
		"| `q` | – → 1 | – → 1 | – → 0 | – → 0 | – → 1 | – → 0 |\n"
	var out strings.Builder
	if err := run([]string{old, now}, &out); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
	out.Reset()
	if err := run([]string{now}, &out); err != nil || !strings.Contains(out.String(), "| `p` | 1 | 3 | 0 | 0 | 3 | 1 |") {
		t.Errorf("%v\n%s", err, out.String())
	}
}

func TestNoTree(t *testing.T) {
	for _, roots := range [][]string{nil, {"a", "b", "c"}, {filepath.Join(t.TempDir(), "missing")}} {
		if err := run(roots, io.Discard); err == nil {
			t.Errorf("%v was measured", roots)
		}
	}
}
