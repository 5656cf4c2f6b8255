package pdf

import (
	"slices"
	"strings"
)

// Two boxes of text stand side by side in so many rows at least, of so many bytes a line on
// average: cells of tables are shorter. What takes more rows than the most is columns
// (columns.go).
const (
	boxRows     = 2
	boxRowsMost = 16
	boxBytes    = bytesOfColumn
)

// cellsOf puts the pieces of a row into cells, which stand a gap apart.
func (s *setter) cellsOf(row []piece) []piece {
	var out []piece
	for _, p := range row {
		if n := len(out); n > 0 && p.left-out[n-1].right < s.gap {
			last := out[n-1]
			out[n-1] = piece{last.around(p.box), append(slices.Clip(last.runs), p.runs...), last.bytes + p.bytes}
			continue
		}
		out = append(out, p)
	}
	return out
}

// boxes gives what stands in the first rows if these are two boxes side by side, and how
// many rows they take: a gap goes down between them, and a sentence that begins in the
// first line of each goes on in the next one of the same box, not in the other.
func (s *setter) boxes(rows [][]piece) (left, right []piece, n int) {
	end, begin := 0.0, 0.0
	for _, row := range rows[:min(len(rows), boxRowsMost)] {
		cells := s.cellsOf(row)
		if n > 0 && left[len(left)-1].bottom-cells[0].top > cells[0].height() && right[len(right)-1].bottom-cells[0].top > cells[0].height() {
			break
		}
		if len(cells) == 1 && n >= boxRows { // one box is longer
			switch c := cells[0]; {
			case c.right <= begin-s.gap:
				left, n = append(left, c), n+1
				continue
			case c.left >= end+s.gap:
				right, n = append(right, c), n+1
				continue
			}
		}
		if len(cells) != 2 {
			break
		}
		if n == 0 {
			end, begin = cells[0].right, cells[1].left
		}
		if end, begin = max(end, cells[0].right), min(begin, cells[1].left); begin-end < s.gap {
			break
		}
		left, right, n = append(left, cells[0]), append(right, cells[1]), n+1
	}
	if n < boxRows || !boxed(left) || !boxed(right) {
		return nil, nil, 0
	}
	return left, right, n
}

// boxed reports whether lines are a text by themselves.
func boxed(lines []piece) bool {
	bytes, goesOn := 0, false
	for i, l := range lines {
		bytes += l.bytes
		words := l.words()
		switch {
		case i == 0 && small(words):
			return false // it goes on from something else
		case i > 0 && small(words) && broken(lines[i-1].words()):
			goesOn = true
		}
	}
	return goesOn && bytes >= boxBytes*len(lines)
}

// words are those of a piece.
func (p piece) words() string {
	var out strings.Builder
	for _, r := range p.runs {
		out.WriteString(r.words)
	}
	return strings.TrimSpace(out.String())
}
