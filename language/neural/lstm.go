package neural

// lstmBuffers are the states of the layers at work. Rows are words of the
// batch, T in all, or its sentences, S.
type lstmBuffers struct {
	sums    []int32    // S × 4H
	gates   []float32  // T × 8H: the input part of the gates, both directions
	states  []int16    // S × H
	cells   []float32  // S × H
	zero    []int32    // 4H
	outputs [2][]int16 // T × 2H, of this layer and the one below
}

// stack is layers of LSTM units.
type stack struct {
	kernel kernel
	hidden int
	layers []layer
}

// encode runs the layers over a batch; the output of the last is left in
// outputs[0]. first gives the input part of the gates of the first layer, 4H, of a
// direction and a row.
func (s *stack) encode(b *lstmBuffers, in *batch, first func(direction, row int) []float32) {
	hidden := s.hidden
	b.zero = grown(b.zero, 4*hidden)
	b.states, b.cells = grown(b.states, len(in.sentences)*hidden), grown(b.cells, len(in.sentences)*hidden)
	b.sums = grown(b.sums, len(in.sentences)*4*hidden)
	below := func(direction, row int) []float32 { return b.gates[(row*2+direction)*4*hidden:][:4*hidden] }
	for i := range s.layers {
		layer, input := &s.layers[i], first
		b.outputs[0], b.outputs[1] = grown(b.outputs[1], in.words*2*hidden), b.outputs[0]
		if i > 0 {
			b.gates = grown(b.gates, in.words*8*hidden)
			s.kernel.project(b.gates, b.outputs[1], in.words, layer.input)
			input = below
		}
		for d, recurrent := range layer.recurrent {
			s.walk(b, in, d, recurrent, input)
		}
	}
}

// walk goes through all sentences in step, from the end if d is 1.
func (s *stack) walk(b *lstmBuffers, in *batch, d int, recurrent *weights, input func(direction, row int) []float32) {
	hidden := s.hidden
	clear(b.cells)
	for step, active := range in.active {
		if step > 0 {
			s.kernel.multiply(b.sums, b.states, active, recurrent)
		}
		for k := range active {
			sentence := &in.sentences[k]
			row := sentence.first + step
			if d == 1 {
				row = sentence.first + sentence.len - 1 - step
			}
			sums := b.zero
			if step > 0 {
				sums = b.sums[k*4*hidden:][:4*hidden]
			}
			state := b.states[k*hidden:][:hidden]
			s.kernel.cell(state, b.cells[k*hidden:][:hidden], sums, recurrent.scale, input(d, row))
			copy(b.outputs[0][row*2*hidden+d*hidden:], state)
		}
	}
}

// encode runs the layers over the batch.
func (r *Reader) encode() {
	gates := 4 * r.model.shape.Hidden
	r.model.encode(&r.lstm, &r.batch, func(direction, row int) []float32 {
		return r.cache.row(r.words.rows[row])[direction*gates:][:gates]
	})
}
