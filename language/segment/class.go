package segment

import (
	"unicode"
	"unicode/utf8"
)

// charClass is a set of kinds of characters.
type charClass uint8

const (
	letters charClass = 1 << iota
	digits
	blank
	// points are the signs that addresses of the web and of mail are known by.
	points
	signs
)

// class holds the class of each ASCII character.
var class = asciiClasses()

func asciiClasses() (table [utf8.RuneSelf]charClass) {
	for c := range table {
		switch r := rune(c); {
		case unicode.IsLetter(r):
			table[c] = letters
		case unicode.IsDigit(r):
			table[c] = digits
		case unicode.IsSpace(r):
			table[c] = blank
		case r == '.' || r == '@' || r == ':':
			table[c] = points | signs
		default:
			table[c] = signs
		}
	}
	return table
}

// classOf gives the class of a rune that is not white space.
func classOf(r rune) charClass {
	switch {
	case r < utf8.RuneSelf:
		return class[r]
	case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u00ad' || r == '\u200d':
		return letters
	case unicode.IsDigit(r):
		return digits
	}
	return signs
}

// at gives the class of the character at a byte and its size, nothing at the
// end.
func at(s *scanner, i, end int) (charClass, int) {
	if i >= end {
		return 0, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return class[c], 1
	}
	r, size := utf8.DecodeRuneInString(s.text[i:end])
	return classOf(r), size
}

// isWord reports whether a letter or digit stands at a byte.
func isWord(s *scanner, i, end int) bool {
	c, _ := at(s, i, end)
	return c&(letters|digits) != 0
}

// run gives the end of the letters and digits from i on.
func run(s *scanner, i, end int) int {
	for {
		c, size := at(s, i, end)
		if c&(letters|digits) == 0 {
			return i
		}
		i += size
	}
}

// letter and digit report whether one stands at a byte of a word.
func letter(w string, i int) bool {
	return i >= 0 && i < len(w) && (w[i] >= utf8.RuneSelf || class[w[i]] == letters)
}

func digit(w string, i int) bool {
	return i >= 0 && i < len(w) && w[i] >= '0' && w[i] <= '9'
}

// upper and lower report how a word begins.
func upper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func lower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// capitals reports whether a word is written in capitals throughout.
func capitals(w string) bool {
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return w != ""
}

// number reports whether a word is digits throughout.
func number(w string) bool {
	for i := range len(w) {
		if !digit(w, i) {
			return false
		}
	}
	return w != ""
}
