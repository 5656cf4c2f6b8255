package record

import (
	"slices"

	"rapporteur"
)

// A passage is what a search looks at for an entry: the sentence of its evidence, or
// for a statement whose words begin or end in another sentence all of them at once,
// so that "“The road is closed. It stays closed,” she said" is found by its first
// half as well. Passages of more than one sentence come behind the sentences.

// passagesOf gives the sentences of a reading and, behind them, its longer passages.
func passagesOf(reading *rapporteur.Reading) [][2]int {
	out := slices.Clone(reading.Sentences)
	for i := range reading.Statements {
		if long, ok := longPassage(&reading.Statements[i], reading.Sentences); ok && !slices.Contains(out[len(reading.Sentences):], long) {
			out = append(out, long)
		}
	}
	return out
}

// longPassage gives the passage of a statement whose words go beyond the sentence of
// its evidence.
func longPassage(s *rapporteur.Statement, sentences [][2]int) ([2]int, bool) {
	at := sentenceOf(Content{Statement: s}, sentences)
	if at < 0 {
		return [2]int{}, false
	}
	out := sentences[at]
	for _, c := range s.Content {
		out[0], out[1] = min(out[0], c.Start), max(out[1], c.End)
	}
	return out, out != sentences[at]
}

// passageOf gives the place of an entry's passage among those of its reading, -1 for
// none. A report with more passages than a store counts has the sentence.
func passageOf(c Content, reading *rapporteur.Reading, passages [][2]int) int {
	at := sentenceOf(c, reading.Sentences)
	if c.Statement == nil {
		return at
	}
	if long, ok := longPassage(c.Statement, reading.Sentences); ok {
		if k := slices.Index(passages, long); k >= 0 && k < mostPassages {
			return k
		}
	}
	return at
}

// furtherOf gives the places of the rest of an entry's evidence among the sentences,
// rising, without the one that it stands at.
func furtherOf(c Content, sentences [][2]int, at int) []int {
	var out []int
	for _, e := range c.Evidence() {
		if k := placeAmong(sentences, e.Start); k >= 0 && k != at && k < mostPassages && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// mostPassages is the number of passages of a report that a store counts.
const mostPassages = 4095

// onlySentences leaves out the longer passages.
func onlySentences(passages [][2]int) [][2]int {
	for i := 1; i < len(passages); i++ {
		if passages[i][0] < passages[i-1][1] {
			return passages[:i]
		}
	}
	return passages
}

// isLong tells the passages that come behind the sentences: the first of them goes
// back in the text.
func isLong(passages [][2]int, at int) bool {
	for i := 1; i <= at; i++ {
		if passages[i][0] < passages[i-1][1] {
			return true
		}
	}
	return false
}

// sentenceOf gives the place of an entry's evidence among the sentences, -1 for
// none.
func sentenceOf(c Content, sentences [][2]int) int {
	evidence := c.Evidence()
	if len(evidence) == 0 {
		return -1
	}
	return placeAmong(sentences, evidence[0].Start)
}

// placeAmong gives the place of the sentence that a code point stands in or before, -1
// for none.
func placeAmong(sentences [][2]int, start int) int {
	at, _ := slices.BinarySearchFunc(sentences, start, func(s [2]int, start int) int {
		if s[1] <= start {
			return -1
		}
		return 1
	})
	if at == len(sentences) {
		return -1
	}
	return at
}
