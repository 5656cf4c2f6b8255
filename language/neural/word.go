package neural

// wordBuffers serve to compute the projections of words new to the cache, M of
// them.
type wordBuffers struct {
	// rows are the cache rows of the words of the batch, T.
	rows     []int32
	missing  []int32
	features []Features
	folded   []byte
	sums     []int32   // M × the outputs of the map at work
	vectors  []int16   // M × V
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
	b.vectors, b.sums = grown(b.vectors, count*size), grown(b.sums, count*dim)
	for i, f := range b.features {
		m.vectors.widen(b.vectors[i*size:][:size], f.Vector)
	}
	m.kernel.multiply(b.sums, b.vectors, count, m.projection)
	b.inputs = grown(b.inputs, count*dim)
	for i, f := range b.features {
		input := b.inputs[i*dim:][:dim]
		m.kernel.scale(input, b.sums[i*dim:][:dim], m.projection.scale, m.projection.bias)
		scale := m.vectors.scale(f.Vector)
		for j := range input {
			input[j] *= scale
		}
		for k, row := range f.Rows {
			m.embeddings[k].addTo(input, row)
		}
	}
	b.fixed = grown(b.fixed, count*dim)
	m.kernel.fix(b.fixed, b.inputs, vectorFormat())
}

// project writes the gates of both directions of the first layer to the cache.
func (r *Reader) project() {
	m, b := r.model, &r.words
	count, gates := len(b.missing), 4*m.shape.Hidden
	b.sums = grown(b.sums, count*gates)
	for d, direction := range m.layers[0] {
		w := direction.input
		m.kernel.multiply(b.sums, b.fixed, count, w)
		for i, row := range b.missing {
			m.kernel.scale(r.cache.row(row)[d*gates:][:gates], b.sums[i*gates:][:gates], w.scale, w.bias)
		}
	}
}

// addTo adds a row.
func (t *table) addTo(to []float32, row int32) {
	scale := t.scales[row]
	for j, v := range t.values[int(row)*t.columns:][:t.columns] {
		to[j] += float32(float32(v) * scale)
	}
}
