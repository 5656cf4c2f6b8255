package neural

// wordBuffers serve to compute the projections of words new to the cache, M of
// them.
type wordBuffers struct {
	// rows are the cache rows of the words of the batch, T.
	rows     []int32
	missing  []int32
	features []Features
	folded   []byte
	vectors  []int16   // M × V
	gates    []float32 // M × 8H
	inputs   []float32 // M × D
	fixed    []int16   // M × D
}

// lookUp finds the first layer's projection of each word of the batch and
// computes those that are new.
func (r *Reader) lookUp(forms []string) {
	b := &r.words
	b.rows, b.missing, b.features = grown(b.rows, r.batch.words), b.missing[:0], b.features[:0]
	r.cache.room(r.batch.words)
	for _, s := range r.batch.sentences {
		for i, form := range forms[s.at : s.at+s.len] {
			row, found := r.cache.find(form)
			b.rows[s.first+i] = row
			if found {
				continue
			}
			var f Features
			f, b.folded = r.model.lexicon.Features(form, b.folded)
			b.missing, b.features = append(b.missing, row), append(b.features, f)
		}
	}
	if len(b.missing) > 0 {
		r.embed()
		r.project()
	}
}

// embed sums the embeddings of the new words: M × D.
func (r *Reader) embed() {
	m, b := r.model, &r.words
	count, size, dim := len(b.missing), m.shape.Vector, m.shape.Input
	b.vectors, b.inputs = grown(b.vectors, count*size), grown(b.inputs, count*dim)
	for i, f := range b.features {
		m.vectors.widen(b.vectors[i*size:][:size], f.Vector)
	}
	m.kernel.project(b.inputs, b.vectors, count, m.projection)
	for i, f := range b.features {
		input := b.inputs[i*dim:][:dim]
		scale := m.vectors.scale(f.Vector)
		for j := range input {
			input[j] *= scale
		}
		for k, row := range f.Rows {
			t := &m.embeddings[k]
			m.kernel.add(input, t.values[int(row)*dim:], t.scales[row])
		}
	}
	b.fixed = grown(b.fixed, count*dim)
	m.kernel.fix(b.fixed, b.inputs, VectorFormat())
}

// project writes the gates of both directions of the first layer to the cache.
func (r *Reader) project() {
	m, b := r.model, &r.words
	count, width := len(b.missing), m.layers[0].input.out
	b.gates = grown(b.gates, count*width)
	m.kernel.project(b.gates, b.fixed, count, m.layers[0].input)
	for i, row := range b.missing {
		copy(r.cache.row(row), b.gates[i*width:])
	}
}
