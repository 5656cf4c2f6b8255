package reading

import (
	"slices"

	"rapporteur/frames"
)

// near is the number of sentences over which somebody goes on speaking in the
// same letter, speech or interview.
const near = 3

// keepTalking gives the medium of a statement to the same speaker's next one
// where that names neither a medium nor a hearer of its own: "He said in a
// speech … He added …".
func (r *reading) keepTalking(within []int) {
	before := -1 // the attribution of the statement before, outside of others' words
	for i := range r.said {
		a := &r.said[i]
		at := r.statementOf[i]
		if at < 0 || within[i] >= 0 {
			continue
		}
		s := &r.out.Statements[at]
		if before >= 0 && s.Medium == "" && len(s.Addressees) == 0 && len(s.Speakers) > 0 {
			p := &r.out.Statements[r.statementOf[before]]
			apart := r.doc.SentenceOf(frames.Cue(a)) - r.doc.SentenceOf(frames.Cue(&r.said[before]))
			if slices.Equal(p.Speakers, s.Speakers) && apart > 0 && apart <= near && s.Cue != nil {
				s.Medium = p.Medium
			}
		}
		before = i
	}
}
