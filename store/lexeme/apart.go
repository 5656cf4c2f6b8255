package lexeme

import (
	"strings"
	"unicode"
)

// unspaced are the writings of languages that put no blanks between words, or, as
// Korean, write together what is looked for by itself.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// firstUnspaced is the first character of those writings; between firstSign and lastSign
// lie quotation marks, dashes and other signs, of which English has many, and none of
// theirs.
const firstUnspaced, firstSign, lastSign = 0xe01, 0x2000, 0x2e7f

// private is where characters of private use begin, which FTS5 takes for letters: it
// would pass over the marks of a writing, that tell Thai words apart.
const private = 0xf0000

// Apart writes a text so that FTS5 finds the words of writings without blanks inside it:
// each of their characters stands by itself, so that a word of them is a phrase, which
// is found wherever its characters follow one another. Every other text, English among
// them, stays as it is.
func Apart(text string) string {
	first := strings.IndexFunc(text, alone)
	if first < 0 {
		return text
	}
	var b strings.Builder
	b.WriteString(text[:first])
	for _, r := range text[first:] {
		if !alone(r) {
			b.WriteRune(r)
			continue
		}
		if unicode.Is(unicode.M, r) {
			r += private
		}
		b.WriteByte(' ')
		b.WriteRune(r)
		b.WriteByte(' ')
	}
	return b.String()
}

// IsApart says whether Apart changes a text.
func IsApart(text string) bool { return strings.ContainsFunc(text, alone) }

// alone says whether a character stands by itself in the index.
func alone(r rune) bool {
	if r < firstUnspaced || firstSign <= r && r <= lastSign {
		return false
	}
	return unicode.In(r, unspaced...) || r == 'ー' || r == 'ｰ' // the long vowel belongs to no writing
}
