package sqlite

import "rapporteur/store/packed"

const noSentence = packed.NoSentence

// placeOf is the row of a sentence.
func placeOf(report int64, sentence int) int64 { return packed.Place(report, sentence) }

// furtherRows are the rows of the further sentences of a member.
func furtherRows(member, report int64, sentences []int) []any {
	var out []any
	for _, place := range packed.Places(report, sentences) {
		out = append(out, member, place)
	}
	return out
}
