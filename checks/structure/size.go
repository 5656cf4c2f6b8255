package structure

import "go/ast"

// Size is the name of a file, function or type and how large it is.
type Size struct {
	Name string
	N    int
}

// Methods counts the methods of each type.
func (p *Package) Methods() map[string]int {
	count := map[string]int{}
	p.functions(func(fn *ast.FuncDecl) {
		if fn.Recv != nil {
			count[receiver(fn.Recv.List[0].Type)]++
		}
	})
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

// Files are the files with their lines.
func (p *Package) Files() []Size {
	var out []Size
	for _, f := range p.files {
		out = append(out, Size{p.fset.Position(f.Pos()).Filename, p.fset.File(f.Pos()).LineCount()})
	}
	return out
}

// Functions are the functions with their lines, by where they stand.
func (p *Package) Functions() []Size {
	var out []Size
	p.functions(func(fn *ast.FuncDecl) {
		first, last := p.fset.Position(fn.Pos()), p.fset.Position(fn.End())
		out = append(out, Size{first.String() + ": " + fn.Name.Name, last.Line - first.Line + 1})
	})
	return out
}

func (p *Package) functions(do func(*ast.FuncDecl)) {
	for _, f := range p.files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				do(fn)
			}
		}
	}
}
