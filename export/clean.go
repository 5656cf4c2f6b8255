package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes words that come from outside fit for one line of a terminal: a
// report, a note, a file name or a server's answer. What a terminal would obey
// (escape sequences begin with a control character) and what turns the order of
// letters round (Unicode Standard Annex 9; CVE-2021-42574) becomes U+FFFD, so that
// a reader sees that something stood there; line feeds and tabs become blanks. One
// code point takes the place of one, so offsets hold. It is the one place that
// cleans: every printer of text and every error line calls it.
func Clean(text string) string {
	if isClean(text) {
		return text
	}
	return strings.Map(harmless, text)
}

// isClean spares the common case a copy, and that of plain ASCII all further questions.
func isClean(text string) bool {
	for len(text) > 0 && text[0] >= ' ' && text[0] < 0x7f {
		text = text[1:]
	}
	return text == "" || utf8.ValidString(text) && strings.IndexFunc(text, func(r rune) bool { return harmless(r) != r }) < 0
}

func harmless(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r == '\v' || r == '\f' || unicode.In(r, unicode.Zl, unicode.Zp):
		return ' '
	case unicode.IsControl(r) || steers(r):
		return utf8.RuneError
	}
	return r
}

// steers reports whether a character changes how others are shown: the
// bidirectional controls, interlinear annotations and the invisible tags, in
// which words can hide.
func steers(r rune) bool {
	return unicode.Is(unicode.Bidi_Control, r) || r >= 0xFFF9 && r <= 0xFFFB || r >= 0xE0000 && r <= 0xE007F
}
