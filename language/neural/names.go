package neural

// viterbi holds, for each word of a sentence, the best way into each state of
// the names' decoder (Viterbi 1967). A state is closed, after a word outside
// or the end of a name, or open, inside a name of a class; closed states are
// told apart by what ended, as what may follow depends on it.
type viterbi struct {
	// closed has a score for outside and for each class, counted from 1; open
	// one for each class.
	closed, open []float32
	// begin is the best score before a word that begins outside or a name of a
	// class, and beginBy the closed state that it comes from.
	begin []float32
	// how a word was reached: for each state after it the output of the word,
	// and for each beginning the closed state before it.
	closedBy []uint16 // n × (classes + 1)
	openBy   []uint16 // n × classes
	beginBy  []uint8  // n × (classes + 1)
}

// names gives the words of a sentence the best parts of names that agree:
// begin, inside and end follow each other within one class, and one name or
// gap follows another as the transitions like it.
func (r *Reader) names(s sentence, out []Analysis) {
	v := &r.viterbi
	v.start(s.len, len(r.model.labels.Names))
	for i := range s.len {
		v.step(i, r.of(r.model.heads.name, s.first+i), r.model.transitions)
	}
	v.follow(out)
}

// never is the score of a state that cannot be.
const never = -1e30

func (v *viterbi) start(words, classes int) {
	v.closed, v.open, v.begin = grown(v.closed, classes+1), grown(v.open, classes), grown(v.begin, classes+1)
	v.closedBy, v.openBy = grown(v.closedBy, words*(classes+1)), grown(v.openBy, words*classes)
	v.beginBy = grown(v.beginBy, words*(classes+1))
	for c := range v.open {
		v.open[c], v.closed[c+1] = never, never
	}
	v.closed[0] = 0
}

// step goes over one word with the scores of its outputs.
func (v *viterbi) step(word int, scores, transitions []float32) {
	v.enter(word, transitions)
	classes := len(v.open)
	closedBy, openBy := v.closedBy[word*(classes+1):][:classes+1], v.openBy[word*classes:][:classes]
	v.closed[0], closedBy[0] = v.begin[0]+scores[0], 0
	for c, open := range v.open {
		at, begin := scores[NameOutput(c, 0):][:nameParts], v.begin[c+1]
		v.closed[c+1], closedBy[c+1] = begin+at[Single], uint16(NameOutput(c, Single))
		if s := open + at[End]; s > v.closed[c+1] {
			v.closed[c+1], closedBy[c+1] = s, uint16(NameOutput(c, End))
		}
		v.open[c], openBy[c] = begin+at[Begin], uint16(NameOutput(c, Begin))
		if s := open + at[Inside]; s > v.open[c] {
			v.open[c], openBy[c] = s, uint16(NameOutput(c, Inside))
		}
	}
}

// enter finds the best closed state before each beginning. The transitions are
// rows of what ended, columns of what begins.
func (v *viterbi) enter(word int, transitions []float32) {
	states := len(v.closed)
	by := v.beginBy[word*states:][:states]
	for next := range v.begin {
		v.begin[next], by[next] = v.closed[0]+transitions[next], 0
	}
	for before := 1; before < states; before++ {
		row := transitions[before*states:][:states]
		for next, t := range row {
			if s := v.closed[before] + t; s > v.begin[next] {
				v.begin[next], by[next] = s, uint8(before)
			}
		}
	}
}

// follow goes back from the best closed state after the last word.
func (v *viterbi) follow(out []Analysis) {
	states := len(v.closed)
	closed, inside := best(v.closed), -1 // the class of the name that goes on after the word
	for i := len(out) - 1; i >= 0; i-- {
		by := v.closedBy[i*states+closed]
		if inside >= 0 {
			by = v.openBy[i*len(v.open)+inside]
		}
		out[i].Name = by
		class, part, ok := NamePart(by)
		if inside = -1; ok && (part == End || part == Inside) {
			inside = class
			continue
		}
		begun := 0
		if ok {
			begun = class + 1
		}
		closed = int(v.beginBy[i*states+begun])
	}
}
