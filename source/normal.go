package source

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// normalise makes the text that spans point into: see the package comment for
// what it promises. It happens once, here, and nowhere else.
func normalise(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if !plainASCII(s) {
		s = norm.NFC.String(strings.Map(character, lineEnds.Replace(s)))
	}
	return s
}

// lineEnds makes one line feed of every way to end a line.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n")

// plainASCII reports whether the text needs no work at all.
func plainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != '\n' && (c < ' ' || c > '~') {
			return false
		}
	}
	return true
}

// character gives what a character becomes, -1 where nothing is to be seen of
// it: zero-width spaces and joiners, soft hyphens, direction marks and byte
// order marks break words that a reader sees whole.
func character(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t' || unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
		return -1
	default:
		return r
	}
}

// Words puts words that come from elsewhere into the form that those of a report have, on
// one line.
func Words(s string) string { return clean(s) }

// clean puts words from a page's head on one line, normalised.
func clean(s string) string { return strings.Join(strings.Fields(normalise(s)), " ") }
