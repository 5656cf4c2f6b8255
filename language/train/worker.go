package train

import (
	"math/rand/v2"
)

// worker computes the gradients of one batch at a time.
type worker struct {
	*network
	random  *rand.Rand
	dropout float32
	// trust is the weight of the teacher's beliefs.
	trust     float32
	gradients []*gradient
	memory    arena
	// operand is scratch for the right side of a product.
	operand packed
	loss    Loss
}

// Loss is the mean cross-entropy of a word for each task.
type Loss struct{ Tag, Head, Relation, Name float64 }

// gradient is that of one parameter; for sparse ones it knows the rows that
// the batch touched, in the order of the first touch.
type gradient struct {
	matrix
	touched []int32
	marked  []bool
}

func newWorker(n *network, dropout float64) *worker {
	w := &worker{network: n, dropout: float32(dropout)}
	for _, p := range n.parameters {
		g := &gradient{matrix: matrix{p.rows, p.columns, make([]float32, p.rows*p.columns)}}
		if p.sparse {
			g.marked = make([]bool, p.rows)
		}
		w.gradients = append(w.gradients, g)
	}
	return w
}

// of gives the gradient of a parameter.
func (w *worker) of(p *parameter) *gradient { return w.gradients[p.id] }

// touch gives a row of a sparse gradient, to be added to.
func (g *gradient) touch(row int32) []float32 {
	if !g.marked[row] {
		g.marked[row] = true
		g.touched = append(g.touched, row)
	}
	return g.row(int(row))
}

// arena lends zeroed memory until it is reset.
type arena struct {
	blocks [][]float32
	next   int
}

func (a *arena) floats(n int) []float32 {
	if a.next == len(a.blocks) {
		a.blocks = append(a.blocks, nil)
	}
	if cap(a.blocks[a.next]) < n {
		a.blocks[a.next] = make([]float32, n+n/4)
	}
	b := a.blocks[a.next][:n]
	clear(b)
	a.next++
	return b
}

func (a *arena) matrix(rows, columns int) matrix {
	return matrix{rows, columns, a.floats(rows * columns)}
}

func (a *arena) reset() { a.next = 0 }

// drop zeroes a share of the values, scales the others up, and gives the mask
// that the backward pass multiplies with.
func (w *worker) drop(values []float32) []float32 {
	if w.dropout == 0 {
		return nil
	}
	mask, keep := w.memory.floats(len(values)), 1/(1-w.dropout)
	threshold := uint32(w.dropout * (1 << 16))
	for i := 0; i < len(mask); i += 4 {
		bits := w.random.Uint64()
		for j := i; j < min(i+4, len(mask)); j++ {
			if uint32(bits&0xffff) >= threshold {
				mask[j] = keep
			}
			bits >>= 16
		}
	}
	scale(values, mask)
	return mask
}

// scale multiplies values with a mask, if there is one.
func scale(values, mask []float32) {
	for i, m := range mask {
		values[i] *= m
	}
}

// forward gives x·W + b for every row of x.
func (w *worker) forward(l linear, x matrix) matrix {
	y := w.memory.matrix(x.rows, l.weight.columns)
	if l.bias != nil {
		for i := range y.rows {
			copy(y.row(i), l.bias.values)
		}
	}
	multiply(y, x.view(), l.weight.direct)
	return y
}

// backward adds the gradients of the weights, and of x where dx has memory.
func (w *worker) backward(l linear, dy, x, dx matrix) {
	w.outer(l.weight, x, dy)
	if l.bias != nil {
		bias := w.of(l.bias).values
		for i := range dy.rows {
			for j, d := range dy.row(i) {
				bias[j] += d
			}
		}
	}
	if dx.values != nil {
		multiply(dx, dy.view(), l.weight.transposed)
	}
}

// outer adds xᵀ·dy to the gradient of a matrix of weights.
func (w *worker) outer(p *parameter, x, dy matrix) {
	w.operand = pack(dy, w.operand)
	multiply(w.of(p).matrix, x.transposed(), w.operand)
}

// slope is that of the leaky rectifier below zero.
const slope = 0.1

func rectify(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = slope * v
		}
	}
}

// unrectify turns the gradient of the output y into that of the input.
func unrectify(dy, y []float32) {
	for i, v := range y {
		if v < 0 {
			dy[i] *= slope
		}
	}
}
