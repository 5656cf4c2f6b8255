package neural

// scoreBuffers are the outputs of the heads, T rows each.
type scoreBuffers struct {
	sums      []int32   // of all heads side by side
	values    []float32 // of all heads side by side
	dependent []int16   // A, in vectorFormat
	head      []int16   // A, in comparedFormat
	query     []int16   // A, in comparedFormat
}

// scoreWords runs the heads that look at single words.
func (r *Reader) scoreWords() {
	m, b := r.model, &r.scores
	words, arc, width := r.batch.words, m.shape.Arc, m.heads.all.out
	b.sums, b.values = grown(b.sums, words*width), grown(b.values, words*width)
	m.kernel.multiply(b.sums, r.lstm.outputs[0], words, m.heads.all)
	b.dependent, b.head, b.query = grown(b.dependent, words*arc), grown(b.head, words*arc), grown(b.query, words*arc)
	for i := range words {
		values := b.values[i*width:][:width]
		m.kernel.scale(values, b.sums[i*width:][:width], m.heads.all.scale, m.heads.all.bias)
		m.kernel.rectify(b.dependent[i*arc:][:arc], values[m.heads.dependent.from:m.heads.dependent.to], vectorFormat())
		m.kernel.rectify(b.head[i*arc:][:arc], values[m.heads.head.from:m.heads.head.to], comparedFormat())
	}
	m.kernel.multiply(b.sums, b.dependent, words, m.arc)
	query := grown(r.words.inputs, arc)
	r.words.inputs = query
	for i := range words {
		m.kernel.scale(query, b.sums[i*arc:][:arc], m.arc.scale, m.arc.bias)
		m.kernel.fix(b.query[i*arc:][:arc], query, comparedFormat())
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
