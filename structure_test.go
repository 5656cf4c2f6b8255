package rapporteur_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What no package may exceed: methods of one type, files that call one another in a
// circle, lines of a function and of a file.
const (
	mostMethods  = 25
	largestCycle = 4
	longestFunc  = 60
	longestFile  = 300
)

// TestStructure holds every package to the size of a thing that can be read at once:
// a type with hundreds of methods over files that call one another in circles has no
// beginning and no end. It reads the call graph from the types of the package itself.
func TestStructure(t *testing.T) {
	for dir, files := range packages(t) {
		p := parsePackage(t, dir, files)
		for name, n := range p.methods() {
			if n > mostMethods {
				t.Errorf("%s: type %s has %d methods, %d at most: part it, or make functions of those that need little of it", dir, name, n, mostMethods)
			}
		}
		for _, cycle := range p.cycles() {
			if len(cycle) > largestCycle {
				t.Errorf("%s: %d files call one another in a circle, %d at most: %s", dir, len(cycle), largestCycle, strings.Join(cycle, ", "))
			}
		}
		p.checkLengths(t)
	}
}

// packages gives the Go files of each folder that is no test's, by the folder.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch name := d.Name(); {
		case err != nil:
			return err
		case d.IsDir() && (name == "testdata" || name == "vendor" || len(name) > 1 && name[0] == '.'):
			return filepath.SkipDir
		case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			dir := filepath.ToSlash(filepath.Dir(path))
			found[dir] = append(found[dir], path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 10 {
		t.Fatalf("%d packages found; run the test in the root of the project", len(found))
	}
	return found
}

// parsed is a package with what its own names mean.
type parsed struct {
	dir   string
	fset  *token.FileSet
	files []*ast.File
	info  types.Info
}

// parsePackage reads and resolves a package. Its imports are left unknown: what it
// calls of its own is resolved without them.
func parsePackage(t *testing.T, dir string, paths []string) *parsed {
	t.Helper()
	p := &parsed{dir: dir, fset: token.NewFileSet(), info: types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}}
	for _, path := range paths {
		f, err := parser.ParseFile(p.fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		p.files = append(p.files, f)
	}
	unknown := types.Config{Importer: nowhere{}, Error: func(error) {}, FakeImportC: true}
	_, _ = unknown.Check(dir, p.fset, p.files, &p.info) // what is wrong is the compiler's to say
	return p
}

// nowhere imports nothing.
type nowhere struct{}

var errNowhere = errors.New("imports are left unknown")

func (nowhere) Import(string) (*types.Package, error) { return nil, errNowhere }

// methods counts the methods of each type.
func (p *parsed) methods() map[string]int {
	count := map[string]int{}
	for _, f := range p.files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil {
				count[receiver(fn.Recv.List[0].Type)]++
			}
		}
	}
	return count
}

// receiver gives the name of a method's type.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// calls gives for each file the other files of the package whose functions it names.
func (p *parsed) calls() map[string][]string {
	home := map[types.Object]string{}
	for _, f := range p.files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				home[p.info.Defs[fn.Name]] = p.fset.Position(f.Pos()).Filename
			}
		}
	}
	calls := map[string][]string{}
	for id, object := range p.info.Uses {
		from, to := p.fset.Position(id.Pos()).Filename, home[object]
		if to != "" && from != to && !slices.Contains(calls[from], to) {
			calls[from] = append(calls[from], to)
		}
	}
	return calls
}

// cycles gives the files that reach one another by calls, two or more together: the
// strongly connected components of Tarjan (1972).
func (p *parsed) cycles() [][]string {
	calls := p.calls()
	var found [][]string
	var stack []string
	order, low := map[string]int{}, map[string]int{}
	var visit func(file string)
	visit = func(file string) {
		order[file] = len(order) + 1
		low[file] = order[file]
		stack = append(stack, file)
		for _, next := range calls[file] {
			if order[next] == 0 {
				visit(next)
				low[file] = min(low[file], low[next])
			} else if slices.Contains(stack, next) {
				low[file] = min(low[file], order[next])
			}
		}
		if low[file] != order[file] {
			return
		}
		at := slices.Index(stack, file)
		if component := slices.Clone(stack[at:]); len(component) > 1 {
			slices.Sort(component)
			found = append(found, component)
		}
		stack = stack[:at]
	}
	for _, f := range p.files {
		if file := p.fset.Position(f.Pos()).Filename; order[file] == 0 {
			visit(file)
		}
	}
	return found
}

// checkLengths measures functions and files.
func (p *parsed) checkLengths(t *testing.T) {
	for _, f := range p.files {
		if n := p.fset.File(f.Pos()).LineCount(); n > longestFile {
			t.Errorf("%s has %d lines, %d at most: it holds more than one idea", p.fset.Position(f.Pos()).Filename, n, longestFile)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			first, last := p.fset.Position(fn.Pos()), p.fset.Position(fn.End())
			if n := last.Line - first.Line + 1; n > longestFunc {
				t.Errorf("%s: %s has %d lines, %d at most", first, fn.Name.Name, n, longestFunc)
			}
		}
	}
}
