package rules

import (
	"slices"

	"rapporteur/frames"
	"rapporteur/language"
)

// redLine gives the words by which a stance is said to be one from which the party
// will not move, empty where there are none: they stand among those that the word of
// stance governs.
func redLine(x *text, trigger int) frames.Tokens {
	first, last := x.doc.Yield(trigger)
	for i := first; i < last; i++ {
		for _, words := range x.lexicon.redLines {
			if i+len(words) <= last && slices.EqualFunc(words, x.doc.Tokens[i:i+len(words)], func(w string, t language.Token) bool { return w == lower(t.Form) }) {
				return frames.Tokens{First: i, Last: i + len(words)}
			}
		}
	}
	return frames.Tokens{}
}
