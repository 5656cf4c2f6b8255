package reading

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestLooksAtNoTree holds the package to frames and links: what asks a tree is for
// readers of frames.
func TestLooksAtNoTree(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 10 {
		t.Fatal(len(files), "files", err)
	}
	trees := []string{"Children", "Child", "Yield", "Governs", "Deprel", "UPOS", "XPOS"}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range parsed.Imports {
			if i.Path.Value == `"rapporteur/language/syntax"` {
				t.Errorf("%s imports language/syntax", file)
			}
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && slices.Contains(trees, s.Sel.Name) {
				t.Errorf("%s: %s asks a tree", set.Position(s.Pos()), s.Sel.Name)
			}
			return true
		})
	}
}
