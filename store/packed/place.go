package packed

// NoSentence is the place, among the sentences of a report, of what stands in none; a
// report has up to that many.
const NoSentence = 4095

// Place is the number of a sentence among those of all reports.
func Place(report int64, sentence int) int64 {
	if sentence < 0 || sentence > NoSentence {
		sentence = NoSentence
	}
	return report<<12 | int64(sentence)
}

// Sentence is the report of a place and the sentence in it, NoSentence for none.
func Sentence(place int64) (report int64, sentence int) {
	return place >> 12, int(place & NoSentence)
}

// Places are those of the further sentences of a member.
func Places(report int64, sentences []int) []int64 {
	var out []int64
	for _, sentence := range sentences {
		if sentence >= 0 && sentence < NoSentence {
			out = append(out, Place(report, sentence))
		}
	}
	return out
}
