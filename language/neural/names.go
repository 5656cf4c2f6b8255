package neural

// viterbi holds, for each word of a sentence, the best way into each state of
// the names' decoder (Viterbi 1967). A state is closed, which is after a word
// outside or the end of a name, or open, inside a name of a class.
type viterbi struct {
	// closed and open are the scores after the word at hand; open has one for
	// each class.
	closed float32
	open   []float32
	// how a word was reached: output is what it is if the state after it is
	// closed, and for each class if it is open.
	closedBy []uint16 // n
	openBy   []uint16 // n × classes
}

// names gives the words of a sentence the best parts of names that agree:
// begin, inside and end follow each other within one class.
func (r *Reader) names(s sentence, out []Analysis) {
	classes := len(r.model.labels.Names)
	v := &r.viterbi
	v.begin(s.len, classes)
	for i := range s.len {
		v.step(i, r.of(r.model.heads.name, s.first+i))
	}
	v.follow(out)
}

// never is the score of a state that cannot be.
const never = -1e30

func (v *viterbi) begin(words, classes int) {
	v.open = grown(v.open, classes)
	v.closedBy, v.openBy = grown(v.closedBy, words), grown(v.openBy, words*classes)
	v.closed = 0
	for c := range v.open {
		v.open[c] = never
	}
}

// step goes over one word with the scores of its outputs.
func (v *viterbi) step(word int, scores []float32) {
	closed, by := v.closed+scores[0], uint16(0)
	openBy := v.openBy[word*len(v.open):][:len(v.open)]
	for c, open := range v.open {
		at := scores[NameOutput(c, 0):][:nameParts]
		if s := v.closed + at[Single]; s > closed {
			closed, by = s, uint16(NameOutput(c, Single))
		}
		if s := open + at[End]; s > closed {
			closed, by = s, uint16(NameOutput(c, End))
		}
		v.open[c], openBy[c] = v.closed+at[Begin], uint16(NameOutput(c, Begin))
		if s := open + at[Inside]; s > v.open[c] {
			v.open[c], openBy[c] = s, uint16(NameOutput(c, Inside))
		}
	}
	v.closed, v.closedBy[word] = closed, by
}

// follow goes back from the closed state after the last word.
func (v *viterbi) follow(out []Analysis) {
	inside := -1 // the class of the name that goes on after the word
	for i := len(out) - 1; i >= 0; i-- {
		by := v.closedBy[i]
		if inside >= 0 {
			by = v.openBy[i*len(v.open)+inside]
		}
		out[i].Name = by
		class, part, ok := NamePart(by)
		if inside = -1; ok && (part == End || part == Inside) {
			inside = class
		}
	}
}
