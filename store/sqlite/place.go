package sqlite

// noSentence is the place, among the sentences of a report, of what stands in
// none; a report has up to that many.
const noSentence = 4095

// placeOf is the row of a sentence.
func placeOf(report int64, sentence int) int64 {
	if sentence < 0 || sentence > noSentence {
		sentence = noSentence
	}
	return report<<12 | int64(sentence)
}

// furtherRows are the rows of the further sentences of a member.
func furtherRows(member, report int64, sentences []int) []any {
	var out []any
	for _, sentence := range sentences {
		if sentence >= 0 && sentence < noSentence {
			out = append(out, member, placeOf(report, sentence))
		}
	}
	return out
}
