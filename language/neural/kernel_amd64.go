//go:build !purego

package neural

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

// fastest is the best kernel of this processor.
func fastest() kernel {
	if !cpu.X86.HasAVX2 {
		return portable()
	}
	return kernel{multiplyAVX2, projectAVX2, addAVX2, rectifyAVX2, fixAVX2, cellAVX2}
}

// The products of 6, 2 or 1 rows with a panel, to be stored as values if there
// is a scale, else as sums.

//go:noescape
func dot6(out *int32, outStride int, a *int16, aStride int, panel *int16, pairs int, scale, bias *float32)

//go:noescape
func dot2(out *int32, outStride int, a *int16, aStride int, panel *int16, pairs int, scale, bias *float32)

//go:noescape
func dot1(out *int32, outStride int, a *int16, aStride int, panel *int16, pairs int, scale, bias *float32)

//go:noescape
func add8(to *float32, values *int8, scale float32, n int)

//go:noescape
func fix8(out *int16, values *float32, factor, slope, limit float32, n int)

//go:noescape
func cell8(out *int16, cell *float32, sums *int32, scale, input *float32, n int)

// rowBlock is the number of rows that stay in the cache while all panels pass.
const rowBlock = 48

func multiplyAVX2(out []int32, a []int16, rows int, w *weights) {
	if rows == 0 {
		return
	}
	_ = out[rows*w.out-1]
	dots(unsafe.Pointer(unsafe.SliceData(out)), a, rows, w, false)
}

func projectAVX2(out []float32, a []int16, rows int, w *weights) {
	if rows == 0 {
		return
	}
	_ = out[rows*w.out-1]
	dots(unsafe.Pointer(unsafe.SliceData(out)), a, rows, w, true)
}

// dots writes the sums, scaled or as they are; both take four bytes.
func dots(out unsafe.Pointer, a []int16, rows int, w *weights, scaled bool) {
	_ = a[rows*w.in-1]
	from := unsafe.Pointer(unsafe.SliceData(a))
	outStride, aStride, pairs := 4*w.out, 2*w.in, w.in/2
	for first := 0; first < rows; first += rowBlock {
		last := min(first+rowBlock, rows)
		for panel := 0; panel < w.out; panel += lane {
			var scale, bias *float32
			if scaled {
				scale, bias = &w.scale[panel:][:lane][0], &w.bias[panel:][:lane][0]
			}
			p := &w.panels[panel*w.in]
			for i := first; i < last; {
				o := (*int32)(unsafe.Add(out, i*outStride+4*panel))
				x := (*int16)(unsafe.Add(from, i*aStride))
				switch left := last - i; {
				case left >= 6:
					dot6(o, outStride, x, aStride, p, pairs, scale, bias)
					i += 6
				case left >= 2:
					dot2(o, outStride, x, aStride, p, pairs, scale, bias)
					i += 2
				default:
					dot1(o, outStride, x, aStride, p, pairs, scale, bias)
					i++
				}
			}
		}
	}
}

// The assembly works on 8 columns at a time; every length is a multiple of 16.

func addAVX2(to []float32, values []int8, scale float32) {
	_ = values[len(to)-1]
	add8(&to[0], &values[0], scale, len(to))
}

func rectifyAVX2(out []int16, values []float32, f Format) {
	_ = out[len(values)-1]
	fix8(&out[0], &values[0], f.scale, slope, f.limit, len(values))
}

func fixAVX2(out []int16, values []float32, f Format) {
	_ = out[len(values)-1]
	fix8(&out[0], &values[0], f.scale, 1, f.limit, len(values))
}

func cellAVX2(out []int16, cell []float32, sums []int32, scale, input []float32) {
	n := len(cell)
	_, _, _, _ = out[n-1], sums[4*n-1], scale[4*n-1], input[4*n-1]
	cell8(&out[0], &cell[0], &sums[0], &scale[0], &input[0], n)
}
