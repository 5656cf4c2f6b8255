package eval

import (
	"strings"
	"unicode"
)

// Piece is an unbroken run of a text in code points, end exclusive.
type Piece struct{ Start, End int }

// Extent is the pieces of one span, which may have gaps.
type Extent []Piece

// wording gives the words of extents, so that spans are compared by the words
// in them and no comma or bracket at an edge makes a difference.
type wording struct {
	text  []rune
	words []Piece
}

func newWording(text string) *wording {
	w := &wording{text: []rune(text)}
	for i := 0; i < len(w.text); i++ {
		start := i
		for i < len(w.text) && (unicode.IsLetter(w.text[i]) || unicode.IsDigit(w.text[i])) {
			i++
		}
		if i > start {
			w.words = append(w.words, Piece{start, i})
		}
	}
	return w
}

// in gives the indexes of the words of an extent, rising.
func (w *wording) in(e Extent) []int {
	var found []int
	for i, word := range w.words {
		for _, p := range e {
			if p.Start <= word.Start && word.End <= p.End {
				found = append(found, i)
				break
			}
		}
	}
	return found
}

// said gives the words of a content without the conjunction "that" before it,
// which some schemes count in and others do not.
func (w *wording) said(e Extent) []int {
	words := w.in(e)
	if len(words) > 1 && strings.EqualFold(w.word(words[0]), "that") {
		return words[1:]
	}
	return words
}

func (w *wording) word(i int) string { return string(w.text[w.words[i].Start:w.words[i].End]) }

// common counts what two rising lists share.
func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}
