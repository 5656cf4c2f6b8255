package reading

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/table"
)

// addRedLine reads a row of red_lines.tsv.
func (t *tables) addRedLine(r table.Row) {
	t.redLines = append(t.redLines, strings.Fields(r.Get("words")))
}

// redLine gives the words by which a stance is said to be one from which the party
// will not move, nil where there are none: they stand among those that the word of
// stance governs.
func (r *reading) redLine(trigger int) *rapporteur.Span {
	first, last := r.doc.Yield(trigger)
	for i := first; i < last; i++ {
		for _, words := range r.tables.redLines {
			if i+len(words) <= last && slices.EqualFunc(words, r.doc.Tokens[i:i+len(words)], func(w string, t language.Token) bool { return w == lower(t.Form) }) {
				span := r.doc.Span(r.doc.Bytes(i, i+len(words)))
				return &span
			}
		}
	}
	return nil
}
