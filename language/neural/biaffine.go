package neural

// treeBuffers serve to score the arcs of one sentence of n words, and the
// relations of a batch of T.
type treeBuffers struct {
	candidates weights // A × (n+1, padded): the root and the words as heads
	arcs       []int32 // n × (n+1, padded)
	sum        []float32
	relations  []int16   // T × L
	scores     []float32 // T × relations
}

// attach gives each word of a sentence its head: the arcs are scored by the
// product of the dependent's query with the vector of each candidate (Dozat &
// Manning 2017), the best tree is found.
func (r *Reader) attach(s sentence, out []Analysis) {
	m, b := r.model, &r.tree
	size, n := m.shape.Arc, s.len
	c := &b.candidates
	c.in, c.out = size, Padded(n+1)
	heads := r.scores.head[s.first*size:][:n*size]
	c.fillCandidates(m.root, heads, n)
	b.arcs = grown(b.arcs, n*c.out)
	m.kernel.multiply(b.arcs, r.scores.query[s.first*size:][:n*size], n, c)
	r.mst.solve(b.arcs, n, c.out)
	for i := range out {
		out[i].Head = r.mst.heads[i+1] - 1
	}
}

// fillCandidates lays the root's vector and those of n words out as columns.
func (w *weights) fillCandidates(root, heads []int16, n int) {
	w.panels = grown(w.panels, w.in*w.out)
	for column := range w.out {
		vector := root
		if column > 0 {
			if column > n {
				vector = nil
			} else {
				vector = heads[(column-1)*w.in:][:w.in]
			}
		}
		to := w.panels[column/lane*lane*w.in+column%lane*2:]
		if vector == nil {
			for k := 0; k < w.in; k += 2 {
				to[k*lane], to[k*lane+1] = 0, 0
			}
			continue
		}
		for k := 0; k+1 < len(vector); k += 2 {
			to[k*lane], to[k*lane+1] = vector[k], vector[k+1]
		}
	}
}

// relate labels the arcs that were found.
func (r *Reader) relate(out []Analysis) {
	m, b := r.model, &r.tree
	size, words, width := m.shape.Label, r.batch.words, m.relation.out
	b.sum, b.relations = grown(b.sum, size), grown(b.relations, words*size)
	for _, s := range r.batch.sentences {
		for i := range s.len {
			dependent, head := r.of(m.heads.relationDependent, s.first+i), m.relationRoot
			if h := out[s.at+i].Head; h >= 0 {
				head = r.of(m.heads.relationHead, s.first+int(h))
			}
			for j, v := range dependent {
				b.sum[j] = v + head[j]
			}
			m.kernel.rectify(b.relations[(s.first+i)*size:][:size], b.sum[:size], VectorFormat())
		}
	}
	b.scores = grown(b.scores, words*width)
	m.kernel.project(b.scores, b.relations, words, m.relation)
	for _, s := range r.batch.sentences {
		for i := range s.len {
			scores := b.scores[(s.first+i)*width:][:len(m.labels.Relations)]
			out[s.at+i].Relation = uint16(best(scores))
		}
	}
}
