package segment

import (
	"strings"
	"unicode/utf8"
)

// scanLetters takes a chunk that is letters throughout.
func scanLetters(s *scanner, start, end int) {
	s.add(start, end, word)
	contract(s)
}

// mixed takes a chunk with something else than letters in it.
func mixed(s *scanner, at, end int, classes charClass) {
	if s.smileys[s.text[at:end]] {
		s.add(at, end, smiley)
		return
	}
	if classes&points != 0 {
		if from, to, ok := scanAddress(s, at, end); ok {
			pieces(s, at, from)
			s.add(from, to, addressKind(s.text[from:to]))
			pieces(s, to, end)
			return
		}
	}
	pieces(s, at, end)
}

// pieces takes words and signs in turn.
func pieces(s *scanner, at, end int) {
	for at < end {
		if beginsWord(s, at, end) {
			at = scanWord(s, at, end)
		} else {
			at = sign(s, at, end)
		}
	}
}

// beginsWord reports whether a word begins at a byte: a letter or digit, or a
// sign that belongs to what follows (".5", "#talks", "@envoy").
func beginsWord(s *scanner, i, end int) bool {
	if isWord(s, i, end) {
		return true
	}
	next, _ := at(s, i+1, end)
	switch s.text[i] {
	case '.':
		return next == digits && !s.touches(i)
	case '#', '@':
		return next == letters && !s.touches(i)
	case '+':
		return next == digits && !s.touches(i)
	}
	return false
}

// scanWord takes the word at a byte and gives the byte behind it.
func scanWord(s *scanner, start, end int) int {
	_, size := at(s, start, end)
	i := run(s, start+size, end)
	for i < end {
		to := through(s, start, i, end)
		if to == i {
			break
		}
		i = to
	}
	if cut := unit(s, s.text[start:i]); cut > 0 {
		s.add(start, start+cut, word)
		start += cut
	}
	s.add(start, i, word)
	if to := negation(s, i, end); to > i {
		return to
	}
	if to := period(s, start, i, end); to > i {
		return to
	}
	contract(s)
	return i
}

// through gives the end of the word when the sign at i stands inside of it,
// else i.
func through(s *scanner, start, i, end int) int {
	if s.text[i] == '$' && i-start <= 2 && capitals(s.text[start:i]) { // "US$"
		return i + 1
	}
	c, size := at(s, i, end)
	next, _ := at(s, i+size, end)
	if c&signs == 0 || next&(letters|digits) == 0 || s.text[i] == '$' || s.text[i-1] == '$' {
		return i
	}
	before, after := s.text[segmentStart(s.text, start, i):i], s.text[i+size:run(s, i+size, end)]
	if inside(s, start, i, before, after) {
		return i + size + len(after)
	}
	return i
}

// segmentStart gives the byte behind the last sign of the word.
func segmentStart(text string, start, i int) int {
	return start + 1 + strings.LastIndexAny(text[start:i], ".,:/-'_*&#@")
}

// inside reports whether a word goes on behind the sign at i, between the runs
// before and after it.
func inside(s *scanner, start, i int, before, after string) bool {
	numeric := digit(before, len(before)-1) && digit(after, 0)
	switch s.text[i] {
	case '.':
		return numeric || dotted(before, after)
	case ',', ':':
		return numeric
	case '/':
		return numeric || len(before) == 1 && len(after) <= 3 ||
			digit(after, 0) && strings.Contains(s.text[start:i], "/")
	case '-':
		return hyphen(s, start, i, before, after)
	case '&':
		return len(before) == 1 && len(after) == 1 ||
			len(before) <= 3 && len(after) <= 3 && capitals(before) && capitals(after)
	case '*':
		return lower(after)
	case '_', '@':
		return true
	}
	return isApostrophe(s, i) && !isClitic(after) && !negative(before, after)
}

// dotted reports whether a full stop between two runs is one of an abbreviation
// like "U.S" or "Ph.D".
func dotted(before, after string) bool {
	if !letter(before, 0) || !letter(after, 0) {
		return false
	}
	return utf8.RuneCountInString(before) == 1 && len(after) <= 2 ||
		len(before) == 2 && upper(before) && len(after) == 1 && upper(after)
}

// unit gives the place where a number ends and its unit begins ("5bn", "10am"),
// 0 where there is none.
func unit(s *scanner, w string) int {
	if !digit(w, 0) {
		return 0
	}
	i := len(w)
	for i > 0 && letter(w, i-1) {
		i--
	}
	if i < len(w) && s.units[w[i:]] {
		return i
	}
	return 0
}
