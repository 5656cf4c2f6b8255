package structure_test

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur/checks/structure"

	"github.com/google/go-cmp/cmp"
)

// TestRead measures a package of which two files call one another, by a function and
// by a method, and a third is called by both.
func TestRead(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"a.go":            "package p\n\ntype T struct{}\n\nfunc (T) One() { two() }\n\nfunc (*T) Two() { low() }\n",
		"b.go":            "package p\n\nfunc two() {\n\tT{}.One()\n\tlow()\n}\n",
		"c.go":            "package p\n\nimport \"example.com/nowhere\"\n\nfunc low() { nowhere.Go() }\n",
		"c_test.go":       "package p\n\nfunc tested() { two() }\n",
		"sub/d.go":        "package sub\n",
		"testdata/e.go":   "package broken {\n",
		".hidden/f.go":    "package hidden\n",
		"sub/notes.md":    "no Go",
		"vendor/v/v/v.go": "package v\n",
	} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all, err := structure.Read(root)
	if err != nil || len(all) != 2 || all[0].Dir != "." || all[1].Dir != "sub" {
		t.Fatalf("%+v, %v", all, err)
	}
	p := all[0]
	if d := cmp.Diff(map[string]int{"T": 2}, p.Methods()); d != "" {
		t.Error(d)
	}
	a, b := filepath.Join(root, "a.go"), filepath.Join(root, "b.go")
	if d := cmp.Diff([][]string{{a, b}}, p.Cycles()); d != "" {
		t.Error(d)
	}
	var lines []int
	for _, f := range p.Functions() {
		lines = append(lines, f.N)
	}
	if d := cmp.Diff([]int{1, 1, 4, 1}, lines); d != "" {
		t.Error(d)
	}
	if f := p.Files(); len(f) != 3 || f[0].Name != a || f[0].N != 7 {
		t.Errorf("%+v", f)
	}
}

func TestReadRefusesWhatIsNoGo(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "a.go"), []byte("package {"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := structure.Read(root); err == nil {
		t.Error("what does not parse was measured")
	}
	if _, err := structure.Read(filepath.Join(root, "missing")); err == nil {
		t.Error("a folder that is missing was measured")
	}
}
