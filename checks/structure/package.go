// Package structure measures how the Go packages of a tree are built: lines of files
// and functions, methods of types, and files that call one another in a circle. It
// reads the call graph from the types of each package itself, and needs none of what
// the package imports. Tests are not measured.
package structure

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// Package is a folder of Go files with what its own names mean.
type Package struct {
	// Dir is relative to the root of the tree, "." for the root.
	Dir   string
	fset  *token.FileSet
	files []*ast.File
	info  types.Info
}

// Read reads every package below a folder, in the order of their names.
func Read(root string) ([]*Package, error) {
	found := map[string][]string{}
	var dirs []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch name := d.Name(); {
		case d.IsDir() && path != root && (name == "testdata" || name == "vendor" || name[0] == '.'):
			return filepath.SkipDir
		case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			dir := filepath.Dir(path)
			if found[dir] == nil {
				dirs = append(dirs, dir)
			}
			found[dir] = append(found[dir], path)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var all []*Package
	for _, dir := range dirs {
		name, err := filepath.Rel(root, dir)
		if err != nil {
			return nil, err
		}
		p, err := read(filepath.ToSlash(name), found[dir])
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *Package) int { return strings.Compare(a.Dir, b.Dir) })
	return all, nil
}

// read parses and resolves a package. Its imports are left unknown: what it calls of
// its own is resolved without them.
func read(dir string, paths []string) (*Package, error) {
	p := &Package{Dir: dir, fset: token.NewFileSet(), info: types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}}
	for _, path := range paths {
		f, err := parser.ParseFile(p.fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("measure %s: %w", dir, err)
		}
		p.files = append(p.files, f)
	}
	unknown := types.Config{Importer: nowhere{}, Error: func(error) {}, FakeImportC: true}
	_, _ = unknown.Check(dir, p.fset, p.files, &p.info) // what is wrong is the compiler's to say
	return p, nil
}

// nowhere imports nothing.
type nowhere struct{}

var errNowhere = errors.New("imports are left unknown")

func (nowhere) Import(string) (*types.Package, error) { return nil, errNowhere }
