package segment

import "strings"

// shortness is how an abbreviation behaves before what follows it.
type shortness string

const (
	// inner abbreviations never end a sentence: "Gen.", "vs.".
	inner shortness = "inner"
	// final ones may: "Inc.", "Sept.".
	final shortness = "final"
	// trailing ones end a sentence before every capital: "etc.".
	trailing shortness = "trailing"
	// numbered ones are abbreviations before a number only: "No. 10".
	numbered shortness = "numbered"
)

// period takes the full stop at i into the word before it where it is one of
// an abbreviation, and gives the byte behind, else i.
func period(s *scanner, start, i, end int) int {
	if i >= end || s.text[i] != '.' || i+1 < end && s.text[i+1] == '.' {
		return i
	}
	w := s.text[start:i]
	k := word
	switch {
	case strings.IndexByte(w, '.') > 0 && !digit(w, 0):
		if s.abbreviations[w] != inner {
			k = short
		}
	case !isShort(s, w, following(s, i+1, end)):
		return i
	}
	s.last().End = i + 1
	s.last().kind = k
	return i + 1
}

// isShort reports whether a word before a full stop is an abbreviation, given
// the chunk that follows.
func isShort(s *scanner, w, following string) bool {
	if following == "" {
		return false
	}
	known := s.abbreviations[w]
	if known == "" && len(w) == 1 && upper(w) {
		known = final
		if w == "I" && !nameBefore(s) {
			return false
		}
	}
	switch known {
	case inner:
		return true
	case numbered:
		return digit(following, 0)
	case final:
		return !opens(s, following)
	case trailing:
		return !upper(following)
	}
	return false
}

// nameBefore reports whether the word before the last one has a capital.
func nameBefore(s *scanner) bool {
	n := len(s.out.Tokens) - 2
	return n >= s.first && upper(s.text[s.out.Tokens[n].Start:])
}

// following gives what stands behind a full stop, from the next word on;
// nothing at the end of the paragraph. Behind a comma and the like the sentence
// goes on, which the comma itself says.
func following(s *scanner, i, end int) string {
	rest := strings.TrimLeft(s.text[i:end], "\"')]”’")
	if rest == "" {
		rest = s.text[s.next:s.end]
	}
	return strings.TrimLeft(rest, "\"'([“‘")
}

// opens reports whether a text begins with a word that begins sentences and
// seldom a name: "The", "He".
func opens(s *scanner, text string) bool {
	if !upper(text) {
		return false
	}
	n := 0
	for n < len(text) && letter(text, n) {
		n++
	}
	return s.openers[text[:n]]
}
