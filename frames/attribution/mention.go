package attribution

import (
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// sourceMention gives the whole noun phrase of a source from its head: what the head
// governs without a gap, up to the cue and the words reported.
func sourceMention(x *text, a *attribution) frames.Tokens {
	first, last := a.source, a.source
	for first > 0 && belongsToSource(x, a, first-1) {
		first--
	}
	for last+1 < len(x.doc.Tokens) && belongsToSource(x, a, last+1) {
		last++
	}
	for first < a.source && x.doc.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	for last > a.source && x.doc.Tokens[last].UPOS == "PUNCT" {
		last--
	}
	return frames.Tokens{First: first, Last: last + 1}
}

// belongsToSource reports whether a token beside a source's mention is a part of it.
func belongsToSource(x *text, a *attribution, token int) bool {
	t := x.doc.Tokens[token]
	return x.doc.SentenceOf(token) == x.doc.SentenceOf(a.source) && (x.doc.Governs(a.source, token) || titleBefore(x, token, a.source)) &&
		!a.cue.Overlaps(t.Range) && !syntax.WithinAny(t.Range, a.content)
}
