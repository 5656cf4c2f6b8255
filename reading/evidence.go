package reading

import (
	"strings"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// most is the number of words that evidence may have.
const most = 70

// around gives the sentence of a token, or the words around it where that is too long
// to show.
func around(doc *language.Document, token int) language.Range {
	return brief(doc, sentenceOf(doc, token), doc.Tokens[token].Range)
}

// sentenceOf gives the text of the sentence that a token stands in.
func sentenceOf(doc *language.Document, token int) language.Range {
	s := doc.Sentences[doc.SentenceOf(token)]
	return doc.Bytes(s.First, s.Last)
}

// brief cuts a range to the words around a point of it, if it is too long to
// show.
func brief(doc *language.Document, whole, point language.Range) language.Range {
	starts, ends := wordBounds(doc.Text, whole)
	if len(starts) <= most {
		return whole
	}
	at := 0
	for at < len(starts)-1 && ends[at] <= point.Start {
		at++
	}
	first := max(0, min(at-most/2, len(starts)-most))
	return language.Range{Start: starts[first], End: ends[first+most-1]}
}

// wordBounds gives the starts and ends of the words of a range.
func wordBounds(text string, r language.Range) (starts, ends []int) {
	in := false
	for i, c := range text[r.Start:r.End] {
		blank := c == ' ' || c == '\n' || c == '\t' || c == '\r'
		switch {
		case !blank && !in:
			starts, in = append(starts, r.Start+i), true
		case blank && in:
			ends, in = append(ends, r.Start+i), false
		}
	}
	if in {
		ends = append(ends, r.End)
	}
	return starts, ends
}

// spanOf gives the words that fill a role, nil for none.
func spanOf(doc *language.Document, f *frames.Frame, role frames.Role) *rapporteur.Span {
	words := frames.Ranges(doc, f, role)
	if len(words) == 0 {
		return nil
	}
	span := doc.Span(words[0])
	return &span
}

// phrase gives words on one line, without quotation marks.
func phrase(words string) string {
	return strings.Join(strings.Fields(strings.Trim(words, "\"“”‘’' ,")), " ")
}
