package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Grid is a table of two headings, on its way to paper.
type Grid struct {
	// Value is what JSON shows.
	Value  any
	corner string
	// heads has the lines of each column's head.
	heads [][]string
	rows  []gridRow
	// blank is what an empty cell means.
	blank string
	// legend says more of the columns.
	legend []string
	// Width is the number of letters that a line of text may have, 0 for any.
	Width int
}

type gridRow struct {
	name  string
	cells []string
}

// widestCell is the number of letters after which a cell goes on in the next line.
const widestCell = 26

// Write writes a grid as text, markdown, csv or json.
func (g *Grid) Write(w io.Writer, format string) error {
	switch format {
	case "json":
		return Indented(w, g.Value)
	case "csv":
		rows := [][]string{append([]string{g.corner}, g.flat()...)}
		for _, r := range g.rows {
			rows = append(rows, append([]string{r.name}, r.cells...))
		}
		return sheet(w, rows...)
	case "markdown":
		return g.markdown(w)
	}
	return g.text(w)
}

// flat are the heads on one line each.
func (g *Grid) flat() []string {
	out := make([]string, len(g.heads))
	for i, h := range g.heads {
		out[i] = strings.Join(h, " ")
	}
	return out
}

func (g *Grid) markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	row := func(name string, cells []string) {
		fmt.Fprintf(out, "| %s |", escape(oneLine(name)))
		for _, c := range cells {
			fmt.Fprintf(out, " %s |", escape(oneLine(c)))
		}
		fmt.Fprintln(out)
	}
	row(g.corner, g.flat())
	fmt.Fprintf(out, "|---%s|\n", strings.Repeat("|---", len(g.heads)))
	for _, r := range g.rows {
		row(r.name, r.cells)
	}
	fmt.Fprintln(out)
	for _, l := range g.legend {
		fmt.Fprintf(out, "- %s\n", escape(oneLine(l)))
	}
	return out.Flush()
}

// text writes a grid in as many blocks of columns as the width asks for. One that is too
// wide and has more columns than rows is turned first.
func (g *Grid) text(w io.Writer) error {
	out := bufio.NewWriter(w)
	t := g
	if g.Width > 0 && g.tooWide() && len(g.heads) > len(g.rows) {
		t = g.turned()
	}
	for i, block := range t.blocks() {
		if i > 0 {
			fmt.Fprintln(out)
		}
		t.block(out, block)
	}
	fmt.Fprintf(out, "\n·  %s\n", g.blank)
	for _, l := range g.legend {
		fmt.Fprintln(out, Clean(oneLine(l)))
	}
	return out.Flush()
}

// turned exchanges rows and columns.
func (g *Grid) turned() *Grid {
	t := &Grid{corner: "", Width: g.Width}
	for _, r := range g.rows {
		t.heads = append(t.heads, []string{r.name})
	}
	for i, h := range g.flat() {
		row := gridRow{name: h}
		for _, r := range g.rows {
			row.cells = append(row.cells, r.cells[i])
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// nameWidth is the width of the first column, widthOf that of another one.
func (g *Grid) nameWidth() int {
	n := letters(g.corner)
	for _, r := range g.rows {
		n = max(n, letters(r.name))
	}
	return min(n, widestCell)
}

func (g *Grid) widthOf(column int) int {
	n := 1
	for _, line := range g.heads[column] {
		n = max(n, letters(line))
	}
	for _, r := range g.rows {
		n = max(n, letters(r.cells[column]))
	}
	return min(n, widestCell)
}

func letters(s string) int { return utf8.RuneCountInString(Clean(oneLine(s))) }

func (g *Grid) tooWide() bool { return len(g.blocks()) > 1 }

// blocks are the columns that stand beside each other, block by block.
func (g *Grid) blocks() [][]int {
	var out [][]int
	used := 0
	for i := range g.heads {
		n := g.widthOf(i) + 2
		if len(out) == 0 || g.Width > 0 && used+n > g.Width {
			out, used = append(out, nil), g.nameWidth()
		}
		out[len(out)-1] = append(out[len(out)-1], i)
		used += n
	}
	return out
}

func (g *Grid) block(out io.Writer, columns []int) {
	widths := []int{g.nameWidth()}
	head := [][]string{wrapped([]string{strings.ToUpper(g.corner)}, widths[0])}
	for _, c := range columns {
		widths = append(widths, g.widthOf(c))
		head = append(head, wrapped(g.heads[c], g.widthOf(c)))
	}
	writeLines(out, head, widths)
	tall := slices.ContainsFunc(g.rows, func(r gridRow) bool {
		return slices.ContainsFunc(columns, func(c int) bool { return letters(r.cells[c]) > widestCell })
	})
	for _, r := range g.rows {
		cells := [][]string{wrapped([]string{r.name}, widths[0])}
		for _, c := range columns {
			cell := r.cells[c]
			if cell == "" {
				cell = "·"
			}
			cells = append(cells, wrapped([]string{cell}, g.widthOf(c)))
		}
		if tall {
			fmt.Fprintln(out)
		}
		writeLines(out, cells, widths)
	}
}

// writeLines writes cells of several lines beside each other.
func writeLines(out io.Writer, cells [][]string, widths []int) {
	most := 0
	for _, c := range cells {
		most = max(most, len(c))
	}
	for line := range most {
		var b strings.Builder
		for i, c := range cells {
			words := ""
			if line < len(c) {
				words = c[line]
			}
			b.WriteString(words + strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(words))+2))
		}
		fmt.Fprintln(out, strings.TrimRight(b.String(), " "))
	}
}

// wrapped breaks lines into shorter ones, at blanks where there are any.
func wrapped(lines []string, width int) []string {
	var out []string
	for _, l := range lines {
		line := ""
		for _, word := range strings.Fields(Clean(oneLine(l))) {
			for utf8.RuneCountInString(word) > width {
				if line != "" {
					out, line = append(out, line), ""
				}
				part := []rune(word)
				out, word = append(out, string(part[:width])), string(part[width:])
			}
			if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
				out, line = append(out, line), ""
			}
			line = strings.TrimSpace(line + " " + word)
		}
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}
