package document

import (
	"strings"

	"rapporteur"
)

// cellGap stands between the cells of a row.
const cellGap = " | "

// proseLeast is how many words a paragraph of a cell has that is one of a text; a cell with
// proseParagraphs of them is a column of a page, as tables lay out pages, too.
const (
	proseLeast      = 12
	proseParagraphs = 2
)

// flow takes paragraphs in the order of the text, and puts those of tables into rows.
type flow struct {
	doc *Document
	// grids are the tables that are open, one in a cell of another.
	grids []*grid
}

// grid is a table that is being read: rows of cells of paragraphs.
type grid struct{ rows [][][]Block }

// add puts a paragraph behind the others, or into the cell that is open.
func (f *flow) add(words string, kind rapporteur.ParagraphKind) {
	if words = strings.TrimSpace(words); words != "" {
		f.put(Block{Words: words, Kind: kind})
	}
}

func (f *flow) put(b Block) {
	if len(f.grids) == 0 {
		f.doc.Blocks = append(f.doc.Blocks, b)
		return
	}
	g := f.grids[len(f.grids)-1]
	if len(g.rows) == 0 { // a paragraph that is in no row
		g.row()
	}
	row := &g.rows[len(g.rows)-1]
	if len(*row) == 0 {
		*row = append(*row, nil)
	}
	last := len(*row) - 1
	(*row)[last] = append((*row)[last], b)
}

// begin opens a table.
func (f *flow) begin() { f.grids = append(f.grids, &grid{}) }

// row and cell open a row of the table in hand, and a cell of the row.
func (f *flow) row() {
	if n := len(f.grids); n > 0 {
		f.grids[n-1].row()
	}
}

func (f *flow) cell() {
	if n := len(f.grids); n > 0 {
		f.grids[n-1].cell()
	}
}

// cellOver closes a cell, which opens the next one.
func (f *flow) cellOver() {
	if n := len(f.grids); n > 0 {
		g := f.grids[n-1]
		if len(g.rows) == 0 || len(g.rows[len(g.rows)-1]) == 0 {
			g.cell() // it was blank
		}
		g.cell()
	}
}

func (g *grid) row() { g.rows = append(g.rows, nil) }

func (g *grid) cell() {
	if len(g.rows) == 0 {
		g.row()
	}
	last := len(g.rows) - 1
	g.rows[last] = append(g.rows[last], nil)
}

// end closes the table in hand: each of its rows is a paragraph. One that has no row of two
// cells with words is a frame around a text, as is a row that lays out a page.
func (f *flow) end() {
	n := len(f.grids)
	if n == 0 {
		return
	}
	g := f.grids[n-1]
	f.grids = f.grids[:n-1]
	table := false
	for _, row := range g.rows {
		table = table || filled(row) > 1
	}
	for _, row := range g.rows {
		if table && !framed(row) {
			f.putRow(row)
			continue
		}
		for _, cell := range row {
			for _, b := range cell {
				f.put(b)
			}
		}
	}
}

// endAll closes the tables of a file that is cut off.
func (f *flow) endAll() {
	for len(f.grids) > 0 {
		f.end()
	}
}

// putRow puts a row as one paragraph, cells without words among the others included, so that
// the columns can be told. A heading that stands alone in a row stays one.
func (f *flow) putRow(row [][]Block) {
	var cells []string
	kinds := map[rapporteur.ParagraphKind]bool{}
	last := 0
	for i, cell := range row {
		var words []string
		for _, b := range cell {
			words = append(words, b.Words)
			kinds[b.Kind], last = true, i+1
		}
		cells = append(cells, strings.Join(words, " "))
	}
	if last == 0 {
		return
	}
	kind := rapporteur.Body
	if kinds[rapporteur.Boilerplate] && len(kinds) == 1 {
		kind = rapporteur.Boilerplate
	}
	if kinds[rapporteur.Heading] && filled(row) == 1 {
		kind = rapporteur.Heading
		cells, last = []string{strings.Join(cells, "")}, 1
	}
	f.put(Block{Words: strings.TrimSpace(strings.Join(cells[:last], cellGap)), Kind: kind, Row: kind != rapporteur.Heading})
}

// filled is how many cells of a row have words.
func filled(row [][]Block) int {
	n := 0
	for _, cell := range row {
		if len(cell) > 0 {
			n++
		}
	}
	return n
}

// framed reports whether a row frames a text: with its title in it, paragraphs of prose one
// below the other, or a table of its own.
func framed(row [][]Block) bool {
	for _, cell := range row {
		prose, rows := 0, 0
		for _, b := range cell {
			switch {
			case b.Kind == rapporteur.Title:
				return true
			case b.Row:
				rows++
			case len(strings.Fields(b.Words)) >= proseLeast:
				prose++
			}
		}
		if prose >= proseParagraphs || rows > 1 {
			return true
		}
	}
	return false
}
