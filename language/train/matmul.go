package train

// lane is the number of columns of a panel.
const lane = 16

// matrix is rows × columns, row after row; the columns are whole lanes.
type matrix struct {
	rows, columns int
	values        []float32
}

// row gives one row.
func (m matrix) row(i int) []float32 { return m.values[i*m.columns : (i+1)*m.columns] }

// view reads a matrix as its rows or, transposed, as its columns: the element
// (i, k) is values[i*row + k*step].
type view struct {
	rows, row, step int
	values          []float32
}

func (m matrix) view() view       { return view{m.rows, m.columns, 1, m.values} }
func (m matrix) transposed() view { return view{m.columns, 1, m.columns, m.values} }

// packed is a matrix cut into panels of 16 columns, each laid out row after
// row, as the kernel reads it.
type packed struct {
	rows, columns int
	values        []float32
}

// pack lays m out in panels, in the memory of to.
func pack(m matrix, to packed) packed {
	to = to.sized(m.rows, m.columns)
	for p := 0; p*lane < m.columns; p++ {
		for i := range m.rows {
			copy(to.values[(p*m.rows+i)*lane:], m.values[i*m.columns+p*lane:][:min(lane, m.columns-p*lane)])
		}
	}
	return to
}

// packTransposed lays the transpose of m out in panels.
func packTransposed(m matrix, to packed) packed {
	to = to.sized(m.columns, m.rows)
	for p := 0; p*lane < m.rows; p++ {
		for j := range m.columns {
			row := to.values[(p*m.columns+j)*lane:][:lane]
			for i := range min(lane, m.rows-p*lane) {
				row[i] = m.values[(p*lane+i)*m.columns+j]
			}
		}
	}
	return to
}

// sized gives memory for rows × columns; the padding of the last panel is zero.
func (p packed) sized(rows, columns int) packed {
	n := (columns + lane - 1) / lane * rows * lane
	if cap(p.values) < n {
		p.values = make([]float32, n)
	}
	p.rows, p.columns, p.values = rows, columns, p.values[:n]
	if columns%lane != 0 {
		clear(p.values[n-rows*lane:])
	}
	return p
}

// multiplyPortable adds A·B to C in plain Go.
func multiplyPortable(c matrix, a view, b packed) {
	for i := range a.rows {
		for p := 0; p*lane < b.columns; p++ {
			out := c.values[i*c.columns+p*lane:][:lane]
			for k := range b.rows {
				x := a.values[i*a.row+k*a.step]
				for j, w := range b.values[(p*b.rows+k)*lane:][:lane] {
					out[j] += x * w
				}
			}
		}
	}
}
