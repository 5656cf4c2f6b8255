package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
	"strings"
)

// continueQuotations gives quotations without a cue of their own to the
// attribution before them: the next sentence of the same paragraph, the next
// paragraph of a quotation left open, a paragraph that is nothing but a
// quotation.
func (s *search) continueQuotations() {
	for i := range s.quotations {
		q := &s.quotations[i]
		if s.claimed(q.Range) {
			continue
		}
		a := s.before(q)
		switch {
		case a == nil:
		case q.Continues && i > 0 && syntax.WithinAny(s.quotations[i-1].Range, a.content):
			a.content = append(a.content, q.Range)
		case s.follows(a, q):
			a.content = append(a.content, q.Range)
			a.mode = s.mode(a.content)
		case s.aloneAfter(a, q):
			s.found = append(s.found, attribution{
				source: a.source, cueHead: a.cueHead, cue: language.Range{Start: q.Start, End: q.Start}, act: "assert", kind: "speech",
				content: []language.Range{q.Range}, mode: s.mode([]language.Range{q.Range}), addressee: -1, rule: "quotation alone",
			})
		}
	}
}

// claimed reports whether some attribution already has words of a quotation,
// other than those that are made inside it: somebody who is quoted tells what
// others said.
func (s *search) claimed(r language.Range) bool {
	for _, a := range s.found {
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

// before gives the attribution whose words end last before a quotation.
func (s *search) before(q *syntax.Quotation) *attribution {
	var best *attribution
	end := -1
	for i := range s.found {
		a := &s.found[i]
		if e := max(last(a.content), a.cue.End); e <= q.Start && e > end {
			best, end = a, e
		}
	}
	return best
}

// follows reports whether a quotation is the next sentence after an
// attribution that quotes, in the same paragraph, and a sentence of its own.
func (s *search) follows(a *attribution, q *syntax.Quotation) bool {
	if s.mode(a.content) == "indirect" || !s.beginsSentence(q) {
		return false
	}
	p := s.doc.Paragraphs[q.Paragraph]
	if last(a.content) < p.Start {
		return false
	}
	end := s.sentenceEnd(max(last(a.content), a.cue.End))
	return end >= q.Start || strings.IndexFunc(s.doc.Text[end:q.Start], isWord) < 0
}

// aloneAfter reports whether a quotation is a paragraph of its own, right
// behind a paragraph that ends with an attribution.
func (s *search) aloneAfter(a *attribution, q *syntax.Quotation) bool {
	p := s.doc.Paragraphs[q.Paragraph]
	if strings.IndexFunc(s.doc.Text[p.Start:q.Start], isWord) >= 0 || strings.IndexFunc(s.doc.Text[q.End:p.End], isWord) >= 0 {
		return false
	}
	end := s.sentenceEnd(max(last(a.content), a.cue.End))
	return end <= q.Start && strings.IndexFunc(s.doc.Text[end:q.Start], isWord) < 0 && len(strings.Fields(s.doc.Words(q.Range))) > 5
}

// sentenceEnd gives the end of the sentence that a byte belongs to.
func (s *search) sentenceEnd(at int) int {
	for _, sentence := range s.doc.Sentences {
		if r := s.doc.Bytes(sentence.First, sentence.Last); r.End >= at {
			return r.End
		}
	}
	return at
}
