package attribution

import (
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// mention gives the whole noun phrase of a source from its head: what the head
// governs without a gap, up to the cue and the words reported.
func (s *search) mention(a *attribution) frames.Tokens {
	first, last := a.source, a.source
	for first > 0 && s.belongs(a, first-1) {
		first--
	}
	for last+1 < len(s.doc.Tokens) && s.belongs(a, last+1) {
		last++
	}
	for first < a.source && s.doc.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	for last > a.source && s.doc.Tokens[last].UPOS == "PUNCT" {
		last--
	}
	return frames.Tokens{First: first, Last: last + 1}
}

// belongs reports whether a token beside a source's mention is a part of it.
func (s *search) belongs(a *attribution, token int) bool {
	t := s.doc.Tokens[token]
	return s.doc.SentenceOf(token) == s.doc.SentenceOf(a.source) && (s.doc.Governs(a.source, token) || s.title(token, a.source)) &&
		!a.cue.Overlaps(t.Range) && !syntax.WithinAny(t.Range, a.content)
}
