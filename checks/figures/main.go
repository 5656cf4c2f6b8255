// Command figures prints how large the packages of a tree are, and how tangled, as a
// table in Markdown; with a second tree, both side by side. docs/structure.md holds
// what it prints.
//
//	go run ./checks/figures [OLD] NEW
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"rapporteur/checks/structure"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "figures:", err)
		os.Exit(1)
	}
}

func run(roots []string, out io.Writer) error {
	if len(roots) < 1 || len(roots) > 2 {
		return errors.New("give the root of a tree, or of an older one and a newer one")
	}
	var trees []map[string]figures
	var names []string
	for _, root := range roots {
		tree, err := measure(root)
		if err != nil {
			return err
		}
		for name := range tree {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		trees = append(trees, tree)
	}
	slices.Sort(names)
	return write(out, names, trees)
}

// figures are those of a package, or of a whole tree under the name "all".
type figures struct {
	files, lines, methods, cycle, fileLines, funcLines int
}

func measure(root string) (map[string]figures, error) {
	all, err := structure.Read(root)
	if err != nil {
		return nil, err
	}
	tree := map[string]figures{}
	var files, functions []int
	var whole figures
	for _, p := range all {
		f, fileLines, funcLines := figuresOf(p)
		tree[p.Dir] = f
		files, functions = append(files, fileLines...), append(functions, funcLines...)
		whole.files, whole.lines = whole.files+f.files, whole.lines+f.lines
		whole.methods, whole.cycle = max(whole.methods, f.methods), max(whole.cycle, f.cycle)
	}
	whole.fileLines, whole.funcLines = median(files), median(functions)
	tree["all"] = whole
	return tree, nil
}

// figuresOf gives the figures of a package and the lines of its files and functions.
func figuresOf(p *structure.Package) (f figures, files, functions []int) {
	for _, file := range p.Files() {
		files = append(files, file.N)
		f.lines += file.N
	}
	for _, fn := range p.Functions() {
		functions = append(functions, fn.N)
	}
	for _, n := range p.Methods() {
		f.methods = max(f.methods, n)
	}
	for _, c := range p.Cycles() {
		f.cycle = max(f.cycle, len(c))
	}
	f.files, f.fileLines, f.funcLines = len(files), median(files), median(functions)
	return f, files, functions
}

// median gives the middle of some numbers, the lower of two, 0 of none.
func median(of []int) int {
	if len(of) == 0 {
		return 0
	}
	slices.Sort(of)
	return of[(len(of)-1)/2]
}

// write prints a row a package; of two trees each cell has the older figure first.
func write(out io.Writer, names []string, trees []map[string]figures) error {
	text := "| package | files | lines | methods of the largest type | largest circle of files | median file | median function |\n|---|---|---|---|---|---|---|\n"
	for _, name := range names {
		row := make([]string, 6)
		for i, tree := range trees {
			f, ok := tree[name]
			for k, n := range []int{f.files, f.lines, f.methods, f.cycle, f.fileLines, f.funcLines} {
				cell := fmt.Sprint(n)
				if !ok {
					cell = "–"
				}
				if i > 0 {
					cell = " → " + cell
				}
				row[k] += cell
			}
		}
		text += fmt.Sprintf("| `%s` |", name)
		for _, cell := range row {
			text += " " + cell + " |"
		}
		text += "\n"
	}
	_, err := io.WriteString(out, text)
	return err
}
