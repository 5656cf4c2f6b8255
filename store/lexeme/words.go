package lexeme

import (
	"strings"
	"unicode/utf8"
)

// Words gives the words of a text in their order, each cut to its stem, as FTS5 makes
// them of Apart.
func Words(text string) []string { return cut(Apart(text)) }

// cut gives the words that FTS5 makes of a text.
func cut(text string) []string {
	var out []string
	var word strings.Builder
	inside := false
	end := func() {
		if inside {
			out = append(out, stem(word.String()))
		}
		word.Reset()
		inside = false
	}
	for _, r := range text {
		switch to, is := lookUp(r); {
		case is == letter:
			inside = true
			word.WriteRune(to)
		case is == mark && inside:
		default:
			end()
		}
	}
	end()
	return out
}

// Phrases gives the words of what a person searches for: those of each phrase in
// quotation marks and each word outside of them, which must follow one another. A
// phrase without a word asks for nothing and is left out.
func Phrases(text string) [][]string {
	var out [][]string
	for i, part := range strings.Split(text, `"`) {
		phrases := []string{part}
		if i%2 == 0 {
			phrases = strings.Fields(part)
		}
		for _, p := range phrases {
			if words := Words(p); len(words) > 0 {
				out = append(out, words)
			}
		}
	}
	return out
}

// lookUp gives what a character is, and what a letter becomes.
func lookUp(r rune) (rune, class) {
	if r < utf8.RuneSelf {
		return ascii[r].to, ascii[r].is
	}
	return known().find(r)
}
