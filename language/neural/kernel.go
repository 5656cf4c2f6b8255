package neural

// kernel is the inner loops of the network. There are two that give the same
// bits: portable Go, and assembly where the processor has AVX2.
type kernel struct {
	// multiply sets out, rows × w.out, to a·w; a is rows × w.in.
	multiply func(out []int32, a []int16, rows int, w *weights)
	// project does the same and turns the sums into values by the scales and
	// biases of w.
	project func(out []float32, a []int16, rows int, w *weights)
	// add adds values times scale.
	add func(to []float32, values []int8, scale float32)
	// rectify turns values into fixed point after a leaky rectifier.
	rectify func(out []int16, values []float32, format Format)
	// fix turns values into fixed point as they are.
	fix func(out []int16, values []float32, format Format)
	// cell is one step of an LSTM for one word: sums of the recurrent part,
	// scaled, and values of the input part, four gates each, change the cell
	// and give the output in fixed point.
	cell func(out []int16, cell []float32, sums []int32, scale, input []float32)
}

// portable is the kernel in plain Go.
func portable() kernel {
	return kernel{multiplyPortable, projectPortable, addPortable, rectifyPortable, fixPortable, cellPortable}
}

// Format is a fixed-point format: a value is stored times scale, and no larger
// than limit. The sum of any product of a row with a column stays below 2³¹: int8
// weights take any of them for 512 inputs; a product of two activations
// (comparedFormat) has 12 bits each for up to 256.
type Format struct{ scale, limit float32 }

// OutputFormat is that of an LSTM's output, from -1 to 1.
func OutputFormat() Format { return Format{1 << 14, 1 << 14} }

// VectorFormat is that of most vectors, from -64 to 64.
func VectorFormat() Format { return Format{1 << 9, 1<<15 - 1} }

// NarrowFormat is that of vectors from -8 to 8.
func NarrowFormat() Format { return Format{1 << 12, 1<<15 - 1} }

func comparedFormat() Format { return Format{1 << 7, 1<<11 - 1} }

// slope is that of the leaky rectifier below zero.
const slope = 0.1

// weights is a matrix, in × out, of int8 times a scale for each output. It is
// held as int16 in panels of 16 columns; a panel has, for each pair of rows,
// the pair of each column. An odd number of rows is not allowed.
type weights struct {
	in, out     int
	panels      []int16
	scale, bias []float32
}

// pack lays out a matrix given row after row, in × out.
func (w *weights) pack(at func(row, column int) int16) {
	w.panels = grown(w.panels, w.in*w.out)
	i := 0
	for panel := 0; panel < w.out; panel += lane {
		for row := 0; row < w.in; row += 2 {
			for column := panel; column < panel+lane; column++ {
				w.panels[i], w.panels[i+1] = at(row, column), at(row+1, column)
				i += 2
			}
		}
	}
}

// grown gives a slice of n, in the same memory where it is enough.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}
