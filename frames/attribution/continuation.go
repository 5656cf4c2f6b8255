package attribution

import (
	"strings"

	"rapporteur/language"
	"rapporteur/language/syntax"
)

// continueQuotations gives quotations without a cue of their own to the
// attribution before them: the next sentence of the same paragraph, the next
// paragraph of a quotation left open, a paragraph that is nothing but a
// quotation.
func continueQuotations(x *text, found []attribution) []attribution {
	for i := range x.quotations {
		q := &x.quotations[i]
		if claimed(found, q.Range) {
			continue
		}
		a := attributionBefore(found, q)
		switch {
		case a == nil:
		case q.Continues && i > 0 && syntax.WithinAny(x.quotations[i-1].Range, a.content):
			a.content = append(a.content, q.Range)
		case followsOn(x, a, q):
			a.content = append(a.content, q.Range)
			a.mode = modeOf(x, a.content)
		case standsAlone(x, a, q):
			found = append(found, attribution{
				source: a.source, cueHead: a.cueHead, cue: language.Range{Start: q.Start, End: q.Start}, act: "assert", kind: "speech",
				content: []language.Range{q.Range}, mode: modeOf(x, []language.Range{q.Range}), addressee: -1, rule: "quotation alone",
			})
		}
	}
	return found
}

// claimed reports whether some attribution already has words of a quotation,
// other than those that are made inside it: somebody who is quoted tells what
// others said.
func claimed(found []attribution, r language.Range) bool {
	for _, a := range found {
		if r.Contains(a.cue) {
			continue
		}
		for _, c := range a.content {
			if c.Overlaps(r) {
				return true
			}
		}
	}
	return false
}

// attributionBefore gives the attribution whose words end last before a quotation.
func attributionBefore(found []attribution, q *syntax.Quotation) *attribution {
	var best *attribution
	end := -1
	for i := range found {
		a := &found[i]
		if e := max(endOf(a.content), a.cue.End); e <= q.Start && e > end {
			best, end = a, e
		}
	}
	return best
}

// followsOn reports whether a quotation is the next sentence after an
// attribution that quotes, in the same paragraph, and a sentence of its own.
func followsOn(x *text, a *attribution, q *syntax.Quotation) bool {
	if modeOf(x, a.content) == "indirect" || !beginsSentence(x, q) {
		return false
	}
	p := x.doc.Paragraphs[q.Paragraph]
	if endOf(a.content) < p.Start {
		return false
	}
	end := sentenceEnd(x, max(endOf(a.content), a.cue.End))
	return end >= q.Start || strings.IndexFunc(x.doc.Text[end:q.Start], isWord) < 0
}

// standsAlone reports whether a quotation is a paragraph of its own, right
// behind a paragraph that ends with an attribution.
func standsAlone(x *text, a *attribution, q *syntax.Quotation) bool {
	p := x.doc.Paragraphs[q.Paragraph]
	if strings.IndexFunc(x.doc.Text[p.Start:q.Start], isWord) >= 0 || strings.IndexFunc(x.doc.Text[q.End:p.End], isWord) >= 0 {
		return false
	}
	end := sentenceEnd(x, max(endOf(a.content), a.cue.End))
	return end <= q.Start && strings.IndexFunc(x.doc.Text[end:q.Start], isWord) < 0 && len(strings.Fields(x.doc.Words(q.Range))) > 5
}

// sentenceEnd gives the end of the sentence that a byte belongs to.
func sentenceEnd(x *text, at int) int {
	for _, sentence := range x.doc.Sentences {
		if r := x.doc.Bytes(sentence.First, sentence.Last); r.End >= at {
			return r.End
		}
	}
	return at
}
