package segment

import (
	"unicode"
	"unicode/utf8"
)

// scanner goes through one paragraph, chunk by chunk; a chunk is a run of
// characters without white space.
type scanner struct {
	*lexicon
	text string
	end  int
	// next is where the chunk behind the one at hand begins.
	next int
	out  *Sentences
	// first is the index of the paragraph's first token.
	first int
	// quoted reports that a single quotation mark is open.
	quoted bool
}

func (s *scanner) add(start, end int, k kind) {
	s.out.Tokens = append(s.out.Tokens, Token{Start: start, End: end, kind: k})
}

// last is the token added last, nil at the beginning of a paragraph.
func (s *scanner) last() *Token {
	if n := len(s.out.Tokens); n > s.first {
		return &s.out.Tokens[n-1]
	}
	return nil
}

// touches reports whether the last token ends at a byte.
func (s *scanner) touches(at int) bool {
	last := s.last()
	return last != nil && last.End == at
}

// space gives the first byte from at on that is not white space.
func (s *scanner) space(at int) int {
	for at < s.end {
		if c := s.text[at]; c < utf8.RuneSelf {
			if class[c] != blank {
				return at
			}
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[at:s.end])
		if !isBlank(r) {
			return at
		}
		at += size
	}
	return s.end
}

// chunk gives the end of the chunk at a byte and the classes of its characters.
func (s *scanner) chunk(at int) (int, charClass) {
	var seen charClass
	for at < s.end {
		if c := s.text[at]; c < utf8.RuneSelf {
			if class[c] == blank {
				return at, seen
			}
			seen |= class[c]
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[at:s.end])
		if isBlank(r) {
			return at, seen
		}
		seen |= classOf(r)
		at += size
	}
	return s.end, seen
}

// isBlank reports whether a rune separates words: white space and the marks
// without width that web pages are strewn with.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}
