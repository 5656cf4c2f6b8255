package neural

// scoreBuffers are the outputs of the heads, T rows each.
type scoreBuffers struct {
	values    []float32 // all heads side by side
	dependent []int16   // a block of words × A, in VectorFormat
	head      []int16   // A, in comparedFormat
	query     []int16   // A, in comparedFormat
	mapped    []float32 // a block of words × A, what becomes the query
}

// scoreWords runs the heads that look at single words.
func (r *Reader) scoreWords() {
	m, b := r.model, &r.scores
	words, arc, width := r.batch.words, m.shape.Arc, m.heads.all.out
	b.values, b.head, b.query = grown(b.values, words*width), grown(b.head, words*arc), grown(b.query, words*arc)
	b.dependent, b.mapped = grown(b.dependent, blockWords*arc), grown(b.mapped, blockWords*arc)
	for first := 0; first < words; first += blockWords {
		count := min(blockWords, words-first)
		m.kernel.project(b.values[first*width:], r.lstm.outputs[0][first*m.heads.all.in:], count, m.heads.all)
		for i := range count {
			row := first + i
			m.kernel.rectify(b.dependent[i*arc:][:arc], r.of(m.heads.dependent, row), VectorFormat())
			m.kernel.rectify(b.head[row*arc:][:arc], r.of(m.heads.head, row), comparedFormat())
		}
		m.kernel.project(b.mapped, b.dependent, count, m.arc)
		m.kernel.fix(b.query[first*arc:][:count*arc], b.mapped[:count*arc], comparedFormat())
	}
}

// of gives the values of one head for a word of the batch.
func (r *Reader) of(p part, row int) []float32 {
	width := r.model.heads.all.out
	return r.scores.values[row*width+p.from : row*width+p.to]
}

// tags gives each word its best tag.
func (r *Reader) tags(s sentence, out []Analysis) {
	count := len(r.model.labels.Tags)
	for i := range out {
		out[i].Tag = uint16(best(r.of(r.model.heads.tag, s.first+i)[:count]))
	}
}

// best is the index of the highest score, the first of equals.
func best(scores []float32) int {
	at, highest := 0, scores[0]
	for i, s := range scores {
		if s > highest {
			at, highest = i, s
		}
	}
	return at
}
