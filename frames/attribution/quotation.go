package attribution

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// quotationBefore gives the quotation that ends where the cue's frame begins.
func quotationBefore(x *text, start int) *syntax.Quotation {
	i := x.endingBehind(start)
	if i == 0 {
		return nil
	}
	q := &x.quotations[i-1]
	if gap := x.doc.Text[q.End:start]; strings.Trim(gap, " \t\n,;.–—-") == "" && !strings.Contains(gap, "\n\n") {
		return q
	}
	return nil
}

// endingBehind gives the first quotation that ends behind a place of the text, and how
// many there are for none; quotations do not overlap.
func (x *text) endingBehind(place int) int {
	i, _ := slices.BinarySearchFunc(x.quotations, place, func(q syntax.Quotation, place int) int {
		if q.End <= place {
			return -1
		}
		return 1
	})
	return i
}

// quotationAfter gives the quotation that begins where the cue's frame ends.
func quotationAfter(x *text, end int) *syntax.Quotation {
	for i := x.endingBehind(end); i < len(x.quotations); i++ {
		q := &x.quotations[i]
		if q.Start < end {
			continue
		}
		gap := strings.TrimSpace(x.doc.Text[end:q.Start])
		if gap == "" || strings.Trim(gap, ",:–— ") == "" || gap == "that" {
			return q
		}
		return nil
	}
	return nil
}

// beginsSentence reports whether a quotation starts where its sentence does, so
// that nothing before it belongs to the words reported.
func beginsSentence(x *text, q *syntax.Quotation) bool {
	from := sentenceEndingBehind(x, q.Start)
	if from == len(x.doc.Sentences) {
		return true
	}
	start := x.doc.Bytes(x.doc.Sentences[from].First, x.doc.Sentences[from].Last).Start
	return q.Start <= start || strings.IndexFunc(x.doc.Text[start:q.Start], isWord) < 0
}

// growToQuotations widens each part to the whole of every quotation that it shares words
// with, unless the cue stands inside that quotation.
func growToQuotations(x *text, parts []language.Range, head int) []language.Range {
	for i, p := range parts {
		for _, q := range x.quotations[x.endingBehind(p.Start):] {
			if q.Start > p.End {
				break
			}
			if q.Overlaps(p) && !q.Contains(x.doc.Tokens[head].Range) {
				parts[i].Start, parts[i].End = min(parts[i].Start, q.Start), max(parts[i].End, q.End)
			}
		}
	}
	return merge(parts)
}

// merge joins parts that touch or overlap; they come out in order.
func merge(parts []language.Range) []language.Range {
	var out []language.Range
	for _, p := range parts {
		at := len(out)
		for at > 0 && out[at-1].Start > p.Start {
			at--
		}
		out = append(out, language.Range{})
		copy(out[at+1:], out[at:])
		out[at] = p
	}
	kept := out[:0]
	for _, p := range out {
		if n := len(kept); n > 0 && p.Start <= kept[n-1].End {
			kept[n-1].End = max(kept[n-1].End, p.End)
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// modeOf tells direct from mixed and indirect by the words outside quotations.
func modeOf(x *text, content []language.Range) rapporteur.Mode {
	in, out := 0, 0
	for _, part := range content {
		at := part.Start
		for _, q := range x.quotations[x.endingBehind(part.Start):] {
			if q.Start > part.End {
				break
			}
			if !q.Overlaps(part) {
				continue
			}
			out += countWords(x.doc.Text[at:max(at, q.Start)])
			in += countWords(x.doc.Text[max(at, q.Start):min(q.End, part.End)])
			at = max(at, min(q.End, part.End))
		}
		out += countWords(x.doc.Text[at:part.End])
	}
	switch {
	case in == 0:
		return rapporteur.Indirect
	case out == 0:
		return rapporteur.Direct
	}
	return rapporteur.Mixed
}

func countWords(text string) int {
	n, inside := 0, false
	for _, r := range text {
		word := isWord(r)
		if word && !inside {
			n++
		}
		inside = word
	}
	return n
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
