// Package table reads the tab-separated tables that hold the program's
// knowledge: verbs of saying, offices, states, event frames.
//
// A table is UTF-8 text. Lines that begin with # are comments, and one of the
// form "#until YYYY-MM-DD" says until when the table is known to be complete.
// The first other line names the columns. A cell with several values separates
// them with semicolons. What a table means is for the package that owns it.
package table

import (
	"fmt"
	"strings"
)

// Table is the rows of one file.
type Table struct {
	Name string
	// Until is the day until which the table is complete, empty where it does
	// not say.
	Until   string
	Columns []string
	Rows    []Row
}

// Row is one line, addressed by the names of its columns.
type Row struct {
	Line  int
	table *Table
	cells []string
}

// Parse reads a table. Every row must have as many cells as there are columns,
// and all the columns asked for must exist; further columns are allowed, and
// trailing empty cells may be left out.
func Parse(name string, data []byte, columns ...string) (*Table, error) {
	t := &Table{Name: name}
	text := string(data)
	lines := strings.Count(text, "\n") + 1
	t.Rows = make([]Row, 0, lines)
	cells := make([]string, 0, strings.Count(text, "\t")+lines) // of all rows, in one piece
	i := -1
	for line := range strings.SplitSeq(text, "\n") {
		i++
		line = strings.TrimSuffix(line, "\r")
		switch {
		case strings.HasPrefix(line, "#"):
			if until, ok := strings.CutPrefix(line, "#until "); ok {
				t.Until = strings.TrimSpace(until)
			}
		case strings.TrimSpace(line) == "":
		case t.Columns == nil:
			t.Columns = strings.Split(line, "\t")
		default:
			first := len(cells)
			for cell := range strings.SplitSeq(line, "\t") {
				cells = append(cells, cell)
			}
			row := cells[first:len(cells):len(cells)]
			if len(row) > len(t.Columns) {
				return nil, fmt.Errorf("%s:%d: %d cells for %d columns; separate cells with single tabs", name, i+1, len(row), len(t.Columns))
			}
			t.Rows = append(t.Rows, Row{Line: i + 1, table: t, cells: row})
		}
	}
	for _, c := range columns {
		if t.column(c) < 0 {
			return nil, fmt.Errorf("%s: no column %q; the columns are %s", name, c, strings.Join(t.Columns, ", "))
		}
	}
	return t, nil
}

func (t *Table) column(name string) int {
	for i, c := range t.Columns {
		if c == name {
			return i
		}
	}
	return -1
}

// Get gives the cell of a column, empty where there is none.
func (r Row) Get(column string) string {
	i := r.table.column(column)
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[i])
}

// List gives the values of a cell that holds several.
func (r Row) List(column string) []string {
	var out []string
	for v := range strings.SplitSeq(r.Get(column), ";") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// Errorf makes an error that names the table and the line of the row.
func (r Row) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.table.Name, r.Line, fmt.Sprintf(format, args...))
}
