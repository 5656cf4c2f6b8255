//go:build !purego

package train

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

//go:noescape
func tile6(c *float32, cStride int, a *float32, aRow, aStep int, panel *float32, steps int)

//go:noescape
func tile2(c *float32, cStride int, a *float32, aRow, aStep int, panel *float32, steps int)

//go:noescape
func tile1(c *float32, cStride int, a *float32, aRow, aStep int, panel *float32, steps int)

// float is the size of a float32; the tiles count in bytes.
const float = 4

// rowBlock is the number of rows of A that stay in the cache while all panels
// of B pass by.
const rowBlock = 60

// multiply adds A·B to C.
func multiply(c matrix, a view, b packed) {
	if !cpu.X86.HasFMA || !cpu.X86.HasAVX2 {
		multiplyPortable(c, a, b)
		return
	}
	if a.rows == 0 || b.rows == 0 {
		return
	}
	for first := 0; first < a.rows; first += rowBlock {
		last := min(first+rowBlock, a.rows)
		for p := 0; p*lane < b.columns; p++ {
			stripe(c, a, b, first, last, p)
		}
	}
}

// stripe is one panel of B for the rows from first to last.
func stripe(c matrix, a view, b packed, first, last, p int) {
	panel := &b.values[p*b.rows*lane]
	out, in := unsafe.Pointer(unsafe.SliceData(c.values)), unsafe.Pointer(unsafe.SliceData(a.values))
	stride, row, step := c.columns*float, a.row*float, a.step*float
	for i := first; i < last; {
		to := (*float32)(unsafe.Add(out, i*stride+p*lane*float))
		from := (*float32)(unsafe.Add(in, i*row))
		switch left := last - i; {
		case left >= 6:
			tile6(to, stride, from, row, step, panel, b.rows)
			i += 6
		case left >= 2:
			tile2(to, stride, from, row, step, panel, b.rows)
			i += 2
		default:
			tile1(to, stride, from, row, step, panel, b.rows)
			i++
		}
	}
}
