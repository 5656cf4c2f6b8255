package attribution

import (
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// quotationBefore gives the quotation that ends where the cue's frame begins.
func quotationBefore(x *text, start int) *syntax.Quotation {
	for i := range x.quotations {
		q := &x.quotations[i]
		if q.End <= start && strings.Trim(x.doc.Text[q.End:start], " \t\n,;.–—-") == "" && !strings.Contains(x.doc.Text[q.End:start], "\n\n") {
			return q
		}
	}
	return nil
}

// quotationAfter gives the quotation that begins where the cue's frame ends.
func quotationAfter(x *text, end int) *syntax.Quotation {
	for i := range x.quotations {
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
	for _, sentence := range x.doc.Sentences {
		r := x.doc.Bytes(sentence.First, sentence.Last)
		if r.End <= q.Start {
			continue
		}
		if q.Start <= r.Start {
			return true
		}
		return strings.IndexFunc(x.doc.Text[r.Start:q.Start], isWord) < 0
	}
	return true
}

// growToQuotations widens each part to the whole of every quotation that it shares words
// with, unless the cue stands inside that quotation.
func growToQuotations(x *text, parts []language.Range, head int) []language.Range {
	for i, p := range parts {
		for _, q := range x.quotations {
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
		for _, q := range x.quotations {
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
