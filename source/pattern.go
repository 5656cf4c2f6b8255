package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pattern is folded words with gaps: "slideshow (* images)" is two pieces.
type pattern []string

// gap is the longest run of bytes that a * may stand for inside a pattern.
const gap = 160

func newPattern(s string) pattern {
	return strings.Split(fold(s).text, "*")
}

// holds reports whether the pattern stands at that place of a folded text.
func (p pattern) holds(w where, text string) bool {
	switch w {
	case whole:
		end := p.matchAt(text, 0)
		return end == len(text) || p[len(p)-1] == "" && end >= 0
	case atStart, prefix:
		return p.matchAt(text, 0) >= 0
	case atEnd, suffix:
		return p.matchBefore(text) >= 0
	default:
		_, end := p.find(text, 0)
		return end >= 0
	}
}

// find gives the first match at or after an offset, -1 and -1 without one.
func (p pattern) find(text string, from int) (start, end int) {
	for from <= len(text) {
		i := strings.Index(text[from:], p[0])
		if i < 0 {
			break
		}
		start = from + i
		if wordStart(text, start) {
			if end := p.matchAt(text, start); end >= 0 {
				return start, end
			}
		}
		from = start + 1
	}
	return -1, -1
}

// matchAt gives the end of a match that begins exactly at an offset, or -1.
func (p pattern) matchAt(text string, start int) int {
	if !strings.HasPrefix(text[start:], p[0]) {
		return -1
	}
	end := start + len(p[0])
	for _, piece := range p[1:] {
		reach := text[end:min(len(text), end+gap+len(piece))]
		i := strings.Index(reach, piece)
		if i < 0 {
			return -1
		}
		end += i + len(piece)
	}
	if !wordEnd(text, end) {
		return -1
	}
	return end
}

// matchBefore gives the start of the last match that ends with the text, or -1.
func (p pattern) matchBefore(text string) int {
	last := p[len(p)-1]
	if !strings.HasSuffix(text, last) {
		return -1
	}
	start := len(text) - len(last)
	for i := len(p) - 2; i >= 0; i-- {
		from := max(0, start-gap-len(p[i]))
		at := strings.LastIndex(text[from:start], p[i])
		if at < 0 {
			return -1
		}
		start = from + at
	}
	if !wordStart(text, start) {
		return -1
	}
	return start
}

// wordStart and wordEnd keep "photo" out of "photographer".
func wordStart(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	at, _ := utf8.DecodeRuneInString(text[i:])
	return i == 0 || !wordRune(before) || !wordRune(at)
}

func wordEnd(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	at, _ := utf8.DecodeRuneInString(text[i:])
	return i == len(text) || !wordRune(before) || !wordRune(at)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
