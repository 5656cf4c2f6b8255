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

// encode runs the layers; the output of the last is left in outputs[0].
func (r *Reader) encode() {
	m, b := r.model, &r.lstm
	words, hidden := r.batch.words, m.shape.Hidden
	b.zero = grown(b.zero, 4*hidden)
	b.states, b.cells = grown(b.states, len(r.batch.sentences)*hidden), grown(b.cells, len(r.batch.sentences)*hidden)
	b.sums = grown(b.sums, len(r.batch.sentences)*4*hidden)
	for i := range m.layers {
		layer := &m.layers[i]
		b.outputs[0], b.outputs[1] = grown(b.outputs[1], words*2*hidden), b.outputs[0]
		if i > 0 {
			b.gates = grown(b.gates, words*8*hidden)
			m.kernel.project(b.gates, b.outputs[1], words, layer.input)
		}
		for d, recurrent := range layer.recurrent {
			r.walk(i, d, recurrent)
		}
	}
}

// walk goes through all sentences in step, from the end if d is 1.
func (r *Reader) walk(layer, d int, recurrent *weights) {
	m, b := r.model, &r.lstm
	hidden := m.shape.Hidden
	clear(b.cells)
	for step, active := range r.batch.active {
		if step > 0 {
			m.kernel.multiply(b.sums, b.states, active, recurrent)
		}
		for s := range active {
			sentence := &r.batch.sentences[s]
			row := sentence.first + step
			if d == 1 {
				row = sentence.first + sentence.len - 1 - step
			}
			sums := b.zero
			if step > 0 {
				sums = b.sums[s*4*hidden:][:4*hidden]
			}
			state := b.states[s*hidden:][:hidden]
			m.kernel.cell(state, b.cells[s*hidden:][:hidden], sums, recurrent.scale, r.input(layer, d, row))
			copy(b.outputs[0][row*2*hidden+d*hidden:], state)
		}
	}
}

// input is the input part of the gates of a word: 4H.
func (r *Reader) input(layer, d, row int) []float32 {
	gates := 4 * r.model.shape.Hidden
	if layer == 0 {
		return r.cache.row(r.words.rows[row])[d*gates:][:gates]
	}
	return r.lstm.gates[row*2*gates+d*gates:][:gates]
}
