package learned

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	// mostPieces is how many pieces of a word are looked at.
	mostPieces = 6
	// longestWord is the characters of a word that is cut; a longer one is unknown.
	longestWord = 100
)

// wordPieces cuts words into the pieces of a vocabulary, the longest first, as BERT
// models without case do: accents and controls are dropped, punctuation stands alone.
type wordPieces struct {
	ids     map[string]int32
	unknown int32
}

func newWordPieces(vocabulary []string) wordPieces {
	w := wordPieces{ids: make(map[string]int32, len(vocabulary))}
	for i, piece := range vocabulary {
		w.ids[piece] = int32(i)
	}
	w.unknown = w.ids["[UNK]"]
	return w
}

// cut appends the numbers of the first pieces of a word, at least one.
func (w wordPieces) cut(word string, to []int32) []int32 {
	first := len(to)
	for _, part := range parts(word) {
		if to = w.split(part, to); len(to)-first >= mostPieces {
			return to[:first+mostPieces]
		}
	}
	if len(to) == first {
		to = append(to, w.unknown)
	}
	return to
}

// split appends the pieces of a part without punctuation.
func (w wordPieces) split(part []byte, to []int32) []int32 {
	if utf8.RuneCount(part) > longestWord {
		return append(to, w.unknown)
	}
	before := len(to)
	piece := make([]byte, 0, len(part)+len("##"))
	for start := 0; start < len(part); {
		end, id := len(part), int32(-1)
		for ; end > start; end-- {
			piece = piece[:0]
			if start > 0 {
				piece = append(piece, "##"...)
			}
			if found, ok := w.ids[string(append(piece, part[start:end]...))]; ok {
				id = found
				break
			}
		}
		if id < 0 {
			return append(to[:before], w.unknown)
		}
		to, start = append(to, id), end
	}
	return to
}

// parts gives the runs of a word between blanks and punctuation, and each mark, in
// lower case and without accents.
func parts(word string) [][]byte {
	var out [][]byte
	open := false
	for _, r := range norm.NFD.String(word) {
		switch {
		case unicode.IsSpace(r):
			open = false
		case r == 0, r == utf8.RuneError, unicode.In(r, unicode.C, unicode.Mn):
		case punctuation(r), unicode.Is(unicode.Han, r):
			out, open = append(out, utf8.AppendRune(nil, unicode.ToLower(r))), false
		default:
			if !open {
				out, open = append(out, nil), true
			}
			out[len(out)-1] = utf8.AppendRune(out[len(out)-1], unicode.ToLower(r))
		}
	}
	return out
}

// punctuation is the marks of ASCII, signs among them, and what Unicode calls so.
func punctuation(r rune) bool {
	return r < utf8.RuneSelf && r > ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.IsPunct(r)
}
