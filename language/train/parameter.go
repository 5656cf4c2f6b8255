package train

import "math/rand/v2"

// parameter is one matrix of weights and what Adam keeps for it.
type parameter struct {
	matrix
	name string
	// id is its place in the network's list and in a worker's gradients.
	id int
	// sparse parameters are tables of which a batch touches few rows.
	sparse         bool
	mean, variance []float32
	// average is the running average of the values.
	average []float32
	// direct and transposed are the values as the kernel wants them, made anew
	// for each step; sparse parameters have none.
	direct, transposed packed
}

// newParameter fills a matrix with numbers from -scale to scale.
func newParameter(name string, rows, columns int, scale float64, r *rand.Rand) *parameter {
	n := rows * columns
	p := &parameter{
		matrix: matrix{rows, columns, make([]float32, n)}, name: name,
		mean: make([]float32, n), variance: make([]float32, n), average: make([]float32, n),
	}
	for i := range p.values {
		p.values[i] = float32((r.Float64()*2 - 1) * scale)
	}
	copy(p.average, p.values)
	return p
}

// pack lays the values out for the step to come.
func (p *parameter) pack() {
	p.direct = pack(p.matrix, p.direct)
	p.transposed = packTransposed(p.matrix, p.transposed)
}
