package segment

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
			scanLetters(&s, at, stop)
		} else {
			mixed(&s, at, stop, classes)
		}
		at = s.next
	}
	sentences(&s)
}
