package speech

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// mention gives the whole noun phrase of a source from its head: what the head
// governs without a gap, up to the cue and the words reported.
func (s *search) mention(a *Attribution) language.Range {
	if a.Source < 0 {
		return language.Range{}
	}
	first, last := a.Source, a.Source
	for first > 0 && s.belongs(a, first-1) {
		first--
	}
	for last+1 < len(s.doc.Tokens) && s.belongs(a, last+1) {
		last++
	}
	for first < a.Source && s.doc.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	for last > a.Source && s.doc.Tokens[last].UPOS == "PUNCT" {
		last--
	}
	return s.doc.Bytes(first, last+1)
}

// belongs reports whether a token beside a source's mention is a part of it.
func (s *search) belongs(a *Attribution, token int) bool {
	t := s.doc.Tokens[token]
	return s.doc.SentenceOf(token) == s.doc.SentenceOf(a.Source) && (s.doc.Governs(a.Source, token) || s.title(token, a.Source)) &&
		!a.Cue.Overlaps(t.Range) && !syntax.WithinAny(t.Range, a.Content)
}
