package segment

import (
	"unicode"
	"unicode/utf8"
)

// Token is a syntactic word: the bytes of the text from Start to End.
type Token struct {
	Start, End int
	// Joined reports that the word is written as one with the word before and
	// forms a multiword token with it: "n't" in "don't".
	Joined bool
	kind   kind
}

// kind is the part that a token plays at the end of a sentence.
type kind uint8

const (
	word kind = iota
	// stop is a full stop that is no part of an abbreviation.
	stop
	// mark is a run with a question or exclamation mark.
	mark
	// ellipsis is a run of full stops.
	ellipsis
	// short is an abbreviation that may end a sentence with its own stop.
	short
	opener
	closer
	// straight is a straight quotation mark, which opens or closes.
	straight
	dash
	bullet
	// address is one of the web or of mail; a name like "Amazon.com" is a word.
	address
	// smiley belongs to the sentence before it.
	smiley
	// other is a sign that ends nothing.
	other
)

func (k kind) isWord() bool { return k == word || k == short || k == address }

// Sentences is what Split makes: the words of all sentences, and for each
// sentence the index behind its last word. It may be reused.
type Sentences struct {
	Tokens []Token
	Ends   []int
}

// Reset forgets the contents and keeps the memory.
func (s *Sentences) Reset() {
	s.Tokens = s.Tokens[:0]
	s.Ends = s.Ends[:0]
}

// Split adds the sentences of the paragraph text[start:end] to dst. It does not
// allocate while dst has room.
func Split(text string, start, end int, dst *Sentences) {
	s := scanner{lexicon: loadLexicon(), text: text, end: end, out: dst, first: len(dst.Tokens)}
	for at := s.space(start); at < end; {
		stop, classes := s.chunk(at)
		s.next = s.space(stop)
		if classes == letters {
			s.letters(at, stop)
		} else {
			s.mixed(at, stop, classes)
		}
		at = s.next
	}
	s.sentences()
}

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
