package train

import "rapporteur/language/neural"

// pass is what one direction of a layer keeps for the way back. Rows are the
// words of the batch, T in all.
type pass struct {
	gates    matrix // T × 4H, after their activation
	cells    matrix // T × H
	squashed matrix // T × H, tanh of the cells
	before   matrix // T × H, the output one step earlier
}

// layerPass is both directions of a layer.
type layerPass struct {
	input, output matrix
	mask          []float32
	directions    [2]pass
}

// lstm runs a layer over the batch, all sentences in step.
func (w *worker) lstm(b *batch, layer int, x matrix) layerPass {
	h := w.shape.Hidden
	p := layerPass{input: x, output: w.memory.matrix(x.rows, 2*h)}
	for d := range p.directions {
		p.directions[d] = w.walk(b, w.layers[layer][d], d, x, p.output)
	}
	p.mask = w.drop(p.output.values)
	return p
}

// walk goes through the sentences in direction d and writes its half of the
// output.
func (w *worker) walk(b *batch, dir direction, d int, x, output matrix) pass {
	h := w.shape.Hidden
	p := pass{w.forward(dir.input, x), w.memory.matrix(x.rows, h), w.memory.matrix(x.rows, h), w.memory.matrix(x.rows, h)}
	state, cell := w.memory.matrix(b.sentences(), h), w.memory.matrix(b.sentences(), h)
	gates := w.memory.matrix(b.sentences(), 4*h)
	for step := range b.longest() {
		active := b.active[step]
		for s := range active {
			row := b.row(s, step, d)
			copy(gates.row(s), p.gates.row(row))
			copy(p.before.row(row), state.row(s))
		}
		if step > 0 {
			multiply(gates, view{active, h, 1, state.values}, dir.recurrent.direct)
		}
		for s := range active {
			row := b.row(s, step, d)
			activate(gates.row(s), cell.row(s), p.squashed.row(row), state.row(s))
			copy(p.gates.row(row), gates.row(s))
			copy(p.cells.row(row), cell.row(s))
			copy(output.row(row)[d*h:], state.row(s))
		}
	}
	return p
}

// activate turns the sums of the gates into their values and the cell and
// output of the step before into those of this step.
func activate(gates, cell, squashed, out []float32) {
	h := len(cell)
	input, forget, output, candidate := gates[:h], gates[h:2*h], gates[2*h:3*h], gates[3*h:4*h]
	for j := range cell {
		i, f := neural.Sigmoid(input[j]), neural.Sigmoid(forget[j])
		o, g := neural.Sigmoid(output[j]), neural.Tanh(candidate[j])
		c := f*cell[j] + i*g
		t := neural.Tanh(c)
		input[j], forget[j], output[j], candidate[j] = i, f, o, g
		cell[j], squashed[j], out[j] = c, t, o*t
	}
}

// lstmBackward takes the gradient of a layer's output and gives that of its
// input.
func (w *worker) lstmBackward(b *batch, layer int, p *layerPass, dy matrix) matrix {
	scale(dy.values, p.mask)
	dx := w.memory.matrix(p.input.rows, p.input.columns)
	for d := range p.directions {
		dir := w.layers[layer][d]
		dgates := w.walkBack(b, dir, d, &p.directions[d], dy)
		w.backward(dir.input, dgates, p.input, dx)
		w.outer(dir.recurrent, p.directions[d].before, dgates)
	}
	return dx
}

// walkBack goes the way back through time and gives the gradient of the gates'
// sums.
func (w *worker) walkBack(b *batch, dir direction, d int, p *pass, dy matrix) matrix {
	h := w.shape.Hidden
	dgates := w.memory.matrix(dy.rows, 4*h)
	dstate, dcell := w.memory.matrix(b.sentences(), h), w.memory.matrix(b.sentences(), h)
	now := w.memory.matrix(b.sentences(), 4*h)
	start := w.memory.floats(h)
	for step := b.longest() - 1; step >= 0; step-- {
		active := b.active[step]
		for s := range active {
			row, before := b.row(s, step, d), start
			if step > 0 {
				before = p.cells.row(b.row(s, step-1, d))
			}
			out := dgates.row(row)
			deactivate(p, row, before, dy.row(row)[d*h:][:h], dstate.row(s), dcell.row(s), out)
			copy(now.row(s), out)
		}
		if step > 0 {
			clear(dstate.values[:active*h])
			multiply(dstate, view{active, 4 * h, 1, now.values}, dir.recurrent.transposed)
		}
	}
	return dgates
}

// deactivate is the backward pass of activate for one word: before is the cell
// one step earlier, dy and dstate the two parts of the output's gradient.
// dcell is updated to that of the step before.
func deactivate(p *pass, row int, before, dy, dstate, dcell, dgates []float32) {
	h := len(dcell)
	gates, squashed := p.gates.row(row), p.squashed.row(row)
	for j := range dcell {
		i, f, o, g := gates[j], gates[h+j], gates[2*h+j], gates[3*h+j]
		dh, t := dy[j]+dstate[j], squashed[j]
		dc := dcell[j] + dh*o*(1-t*t)
		dgates[j] = dc * g * i * (1 - i)
		dgates[h+j] = dc * before[j] * f * (1 - f)
		dgates[2*h+j] = dh * t * o * (1 - o)
		dgates[3*h+j] = dc * i * (1 - g*g)
		dcell[j] = dc * f
	}
}
