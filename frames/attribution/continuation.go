package attribution

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"rapporteur/language"
	"rapporteur/language/syntax"
)

// continueQuotations gives quotations without a cue of their own to the
// attribution before them: the next sentence of the same paragraph, the next
// paragraph of a quotation left open, a paragraph that is nothing but a
// quotation.
func continueQuotations(x *text, found []attribution) []attribution {
	taken, last := claimed(x, found), lastWords(found)
	for i := range x.quotations {
		q := &x.quotations[i]
		if taken[i] {
			continue
		}
		before := last.before(q.Start)
		if before < 0 {
			continue
		}
		a := &found[before]
		switch {
		case q.Continues && i > 0 && syntax.WithinAny(x.quotations[i-1].Range, a.content):
			a.content = append(a.content, q.Range)
		case followsOn(x, a, q):
			a.content = append(a.content, q.Range)
			a.mode = modeOf(x, a.content)
		case standsAlone(x, a, q):
			before = len(found)
			found = append(found, attribution{
				source: a.source, cueHead: a.cueHead, cue: language.Range{Start: q.Start, End: q.Start}, act: "assert", kind: "speech",
				content: []language.Range{q.Range}, mode: modeOf(x, []language.Range{q.Range}), addressee: -1, rule: "quotation alone",
			})
		default:
			continue
		}
		last.add(before, q.End)
	}
	return found
}

// claimed tells of each quotation whether some attribution already has words of it,
// other than those that are made inside it: somebody who is quoted tells what
// others said.
func claimed(x *text, found []attribution) []bool {
	taken := make([]bool, len(x.quotations))
	for _, a := range found {
		for _, c := range a.content {
			for i := x.endingBehind(c.Start); i < len(taken) && x.quotations[i].Start < c.End; i++ {
				taken[i] = taken[i] || c.Overlaps(x.quotations[i].Range) && !x.quotations[i].Contains(a.cue)
			}
		}
	}
	return taken
}

// wordsEnding are attributions in the order in which their words end, to be gone
// through along the text.
type wordsEnding struct {
	next []end
	best end
}

func lastWords(found []attribution) *wordsEnding {
	w := &wordsEnding{best: end{-1, -1}}
	for i := range found {
		w.next = append(w.next, end{max(endOf(found[i].content), found[i].cue.End), i})
	}
	slices.SortStableFunc(w.next, func(a, b end) int { return cmp.Compare(a.at, b.at) })
	return w
}

// before gives the attribution whose words end last before a place, the first of
// several, -1 for none. Places come in the order of the text.
func (w *wordsEnding) before(place int) int {
	for ; len(w.next) > 0 && w.next[0].at <= place; w.next = w.next[1:] {
		if e := w.next[0]; e.at > w.best.at || e.at == w.best.at && e.of < w.best.of {
			w.best = e
		}
	}
	return w.best.of
}

// add tells that the words of an attribution go on to a place behind all that were
// asked about.
func (w *wordsEnding) add(of, at int) { w.best = end{at, of} }

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
	if i := sentenceEndingBehind(x, at-1); i < len(x.doc.Sentences) {
		return x.doc.Bytes(x.doc.Sentences[i].First, x.doc.Sentences[i].Last).End
	}
	return at
}

// sentenceEndingBehind gives the first sentence that ends behind a place of the text,
// and how many there are for none.
func sentenceEndingBehind(x *text, place int) int {
	return sort.Search(len(x.doc.Sentences), func(i int) bool {
		s := x.doc.Sentences[i]
		return x.doc.Bytes(s.First, s.Last).End > place
	})
}
