package structure

import (
	"go/ast"
	"go/types"
	"slices"
)

// calls gives for each file the other files of the package whose functions it names.
func (p *Package) calls() map[string][]string {
	home := map[types.Object]string{}
	p.functions(func(fn *ast.FuncDecl) { home[p.info.Defs[fn.Name]] = p.fset.Position(fn.Pos()).Filename })
	calls := map[string][]string{}
	for id, object := range p.info.Uses {
		from, to := p.fset.Position(id.Pos()).Filename, home[object]
		if to != "" && from != to && !slices.Contains(calls[from], to) {
			calls[from] = append(calls[from], to)
		}
	}
	return calls
}

// Cycles gives the files that reach one another by calls, two or more together: the
// strongly connected components of Tarjan (1972).
func (p *Package) Cycles() [][]string {
	s := search{calls: p.calls(), order: map[string]int{}, low: map[string]int{}}
	for _, f := range p.files {
		if file := p.fset.Position(f.Pos()).Filename; s.order[file] == 0 {
			s.visit(file)
		}
	}
	return s.found
}

// search is the state of Tarjan's search.
type search struct {
	calls      map[string][]string
	order, low map[string]int
	stack      []string
	found      [][]string
}

func (s *search) visit(file string) {
	s.order[file] = len(s.order) + 1
	s.low[file] = s.order[file]
	s.stack = append(s.stack, file)
	for _, next := range s.calls[file] {
		if s.order[next] == 0 {
			s.visit(next)
			s.low[file] = min(s.low[file], s.low[next])
		} else if slices.Contains(s.stack, next) {
			s.low[file] = min(s.low[file], s.order[next])
		}
	}
	if s.low[file] != s.order[file] {
		return
	}
	at := slices.Index(s.stack, file)
	if component := slices.Clone(s.stack[at:]); len(component) > 1 {
		slices.Sort(component)
		s.found = append(s.found, component)
	}
	s.stack = s.stack[:at]
}
