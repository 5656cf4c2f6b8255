package neural

import "math"

// Tensor is a matrix of rows × columns: int8 or int4 with a scale for each row,
// or float32.
type Tensor struct {
	Rows, Columns int
	Int8          []int8
	// Int4 has two values a byte, each plus 8, the first in the low half.
	Int4 []uint8
	// Scales has one value a row; nil for a tensor of floats.
	Scales []float32
	Floats []float32
}

// Quantise stores each row of a matrix as int8 times the scale that fits its
// largest value.
func Quantise(rows, columns int, values []float32) *Tensor {
	t := &Tensor{Rows: rows, Columns: columns, Int8: make([]int8, rows*columns), Scales: make([]float32, rows)}
	for i := range rows {
		row := values[i*columns:][:columns]
		t.Scales[i] = largest(row) / math.MaxInt8
		for j, v := range row {
			t.Int8[i*columns+j] = int8(steps(v, t.Scales[i]))
		}
	}
	return t
}

// int4Limit is the largest value of an int4 here; -8 is not used.
const int4Limit = 7

// QuantiseCoarse is Quantise with int4, for an even number of columns.
func QuantiseCoarse(rows, columns int, values []float32) *Tensor {
	t := &Tensor{Rows: rows, Columns: columns, Int4: make([]uint8, rows*columns/2), Scales: make([]float32, rows)}
	for i := range rows {
		row := values[i*columns:][:columns]
		t.Scales[i] = largest(row) / int4Limit
		for j := 0; j < columns; j += 2 {
			low, high := steps(row[j], t.Scales[i])+8, steps(row[j+1], t.Scales[i])+8
			t.Int4[(i*columns+j)/2] = uint8(low | high<<4)
		}
	}
	return t
}

func largest(row []float32) float32 {
	m := float32(0)
	for _, v := range row {
		m = max(m, v, -v)
	}
	return m
}

// steps is a value in steps of the scale.
func steps(v, scale float32) int {
	if scale == 0 {
		return 0
	}
	return int(math.RoundToEven(float64(v / scale)))
}
