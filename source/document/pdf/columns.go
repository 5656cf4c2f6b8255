package pdf

import (
	"cmp"
	"maps"
	"slices"
)

// Text stands in columns beside a gap of so many sizes of type, if on both sides of it
// so many lines stand side by side, of so many bytes on average: cells of tables are
// shorter. Columns part into columns so deep.
const (
	gutter        = 0.9
	pairsLeast    = 4
	bytesOfColumn = 18
	columnsDeep   = 6
	piecesMost    = 4000
)

// piece is some runs that follow one another on a line without a gap: no column begins
// inside one.
type piece struct {
	box
	runs  []run
	bytes int
}

// pieces puts the runs of a page into pieces.
func (p page) pieces() []piece {
	var out []piece
	for _, r := range p.runs {
		if n := len(out); n > 0 {
			last := &out[n-1]
			end := last.runs[len(last.runs)-1]
			em := max(end.size, r.size, 1)
			if gap := r.left - end.right; end.level(r.box) && gap > -0.5*em && gap < 0.8*em {
				*last = piece{last.around(r.box), append(last.runs, r), last.bytes + len(r.words)}
				continue
			}
		}
		out = append(out, piece{r.box, []run{r}, len(r.words)})
	}
	return out
}

// lines gives the lines of a page in the order in which they are read.
func (p page) lines(number int, notes map[string]bool) []line {
	s := &setter{page: number, notes: notes, gap: gutter * typical(p.runs), height: p.height}
	s.region(p.pieces(), 0)
	return s.out
}

// typical is the size of type in the middle of all sizes, each run by its length.
func typical(runs []run) float64 {
	var all []float64
	for _, r := range runs {
		for range len(r.words)/20 + 1 {
			all = append(all, r.size)
		}
	}
	if len(all) == 0 {
		return 10
	}
	slices.Sort(all)
	return max(all[len(all)/2], 4)
}

// setter gathers the lines of a page.
type setter struct {
	out          []line
	page, column int
	gap, height  float64
	// notes are the numbers of the notes of the file.
	notes map[string]bool
}

// region reads a part of a page: column by column where a gap parts it, else from top
// to bottom. What stands across the gap, a headline or a table, parts the columns
// above it from those below.
func (s *setter) region(all []piece, depth int) {
	x, ok := s.split(all)
	if !ok || depth >= columnsDeep {
		s.rows(all)
		return
	}
	slices.SortStableFunc(all, func(a, b piece) int { return cmp.Compare(b.top, a.top) })
	var left, right, across []piece
	flush := func() {
		s.region(left, depth+1)
		s.region(right, depth+1)
		left, right = nil, nil
	}
	for _, p := range all {
		if p.left < x && p.right > x+s.gap {
			if len(left)+len(right) > 0 {
				flush()
			}
			across = append(across, p)
			continue
		}
		s.rows(across)
		across = nil
		if p.right <= x+s.gap { // lines of a column do not end at one point
			left = append(left, p)
		} else {
			right = append(right, p)
		}
	}
	s.rows(across)
	flush()
}

// split finds where the gap between two columns begins: beside the right end of a
// piece, where the most lines stand side by side and the fewest across.
func (s *setter) split(all []piece) (x float64, ok bool) {
	if len(all) < 2*pairsLeast || len(all) > piecesMost {
		return 0, false
	}
	ends := map[int]float64{} // the furthest of those in a point
	for _, p := range all {
		ends[int(p.right)] = max(ends[int(p.right)], p.right)
	}
	best := 0
	for _, point := range slices.Sorted(maps.Keys(ends)) {
		at := ends[point] + 0.01
		if score := s.score(all, at); score > best {
			best, x, ok = score, at, true
		}
	}
	return x, ok
}

// score counts the lines that stand side by side at a gap, less those across it; 0
// says that it is none between columns.
func (s *setter) score(all []piece, x float64) int {
	beside := make([]bool, int(max(s.height, 1))+2)
	row := func(y float64) int { return min(max(int(y), 0), len(beside)-1) }
	across := 0
	var left, right side
	for _, p := range all {
		switch {
		case p.left >= x+s.gap:
			right.add(p)
			for y := row(p.bottom); y <= row(p.top); y++ {
				beside[y] = true
			}
		case p.right > x:
			across++
		}
	}
	for _, p := range all {
		if p.right <= x && beside[row((p.top+p.bottom)/2)] {
			left.add(p)
		}
	}
	if across > left.pieces || !left.column() || !right.column() {
		return 0
	}
	return left.pieces - across
}

// side is what stands on one side of a gap.
type side struct{ pieces, bytes, long int }

func (s *side) add(p piece) {
	s.pieces++
	s.bytes += p.bytes
	if p.bytes >= bytesOfColumn {
		s.long += p.bytes
	}
}

// column reports whether it may be text in lines: they are long, or most of what stands
// there is in long ones; formulas come in pieces.
func (s side) column() bool {
	return s.pieces >= pairsLeast && (s.bytes >= bytesOfColumn*s.pieces || 10*s.long >= 6*s.bytes)
}

// rows reads pieces from top to bottom; those that stand on one line are one, but for
// boxes side by side.
func (s *setter) rows(all []piece) {
	if len(all) == 0 {
		return
	}
	s.column++
	for rows := rowsOf(all); len(rows) > 0; {
		left, right, n := s.boxes(rows)
		if n == 0 {
			s.row(rows[0])
			rows = rows[1:]
			continue
		}
		for _, box := range [][]piece{left, right} {
			s.column++
			for _, p := range box {
				s.row([]piece{p})
			}
		}
		s.column++
		rows = rows[n:]
	}
}

// rowsOf gives the pieces that stand on one line together, row by row from top to bottom.
func rowsOf(all []piece) (out [][]piece) {
	slices.SortStableFunc(all, func(a, b piece) int { return cmp.Compare(b.top+b.bottom, a.top+a.bottom) })
	var row []piece
	flush := func() {
		slices.SortStableFunc(row, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
		out, row = append(out, row), nil
	}
	for _, p := range all {
		if len(row) > 0 && !p.level(tallest(row)) {
			flush()
		}
		row = append(row, p)
	}
	flush()
	return out
}

// row reads pieces that stand on one line.
func (s *setter) row(row []piece) {
	var runs []run
	for _, p := range row {
		runs = append(runs, p.runs...)
	}
	l := lineOf(runs, s.notes)
	l.page, l.column = s.page, s.column
	if l.words != "" {
		s.out = append(s.out, l)
	}
}

func tallest(row []piece) box {
	b := row[0].box
	for _, p := range row[1:] {
		if p.height() > b.height() {
			b = p.box
		}
	}
	return b
}
