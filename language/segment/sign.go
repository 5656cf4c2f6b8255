package segment

import (
	"strings"
	"unicode/utf8"
)

// sign takes the sign at a byte and gives the byte behind it.
func sign(s *scanner, i, end int) int {
	if size := apostrophe(s, i); size > 0 {
		return single(s, i, end, size)
	}
	c := s.text[i]
	if c == '.' || c == '!' || c == '?' {
		to := addRun(s, i, end, ".!?", mark)
		s.last().kind = markKind(s.text[i:to])
		return to
	}
	if c == '-' || c == '=' { // rules across the page mix both
		return addRun(s, i, end, "-=", asciiKind(c))
	}
	if c < utf8.RuneSelf && strings.IndexByte("*_+~<>#$", c) >= 0 {
		return addRun(s, i, end, s.text[i:i+1], asciiKind(c))
	}
	r, size := utf8.DecodeRuneInString(s.text[i:end])
	s.add(i, i+size, kindOf(s, r))
	return i + size
}

// addRun adds the characters of the set from i on as one token.
func addRun(s *scanner, i, end int, set string, k kind) int {
	to := i
	for to < end && strings.IndexByte(set, s.text[to]) >= 0 {
		to++
	}
	s.add(i, to, k)
	return to
}

func markKind(run string) kind {
	switch {
	case strings.ContainsAny(run, "!?"):
		return mark
	case len(run) > 1:
		return ellipsis
	}
	return stop
}

func asciiKind(c byte) kind {
	switch c {
	case '-':
		return dash
	case '*':
		return bullet
	}
	return other
}

// kindOf gives the kind of a sign; curly single marks are in single.
func kindOf(s *scanner, r rune) kind {
	switch r {
	case '"':
		return straight
	case '(', '[', '{', '“', '„', '«', '‘', '‹':
		s.quoted = s.quoted || r == '‘'
		return opener
	case ')', ']', '}', '”', '»', '›':
		return closer
	case '–', '—', '―', '‒':
		return dash
	case '•', '·', '▪', '●', '■', '◦':
		return bullet
	case '…':
		return ellipsis
	}
	return other
}

// single takes an apostrophe or single quotation mark.
func single(s *scanner, i, end, size int) int {
	if to := clitic(s, i, end); to > i {
		return to
	}
	if strings.HasPrefix(s.text[i+size:end], s.text[i:i+size]) { // two that stand for a double one
		s.add(i, i+2*size, straight)
		return i + 2*size
	}
	if !s.touches(i) || s.last().kind == opener || s.last().kind == straight {
		if to := elision(s, i, end); to > i {
			s.add(i, to, word)
			return to
		}
		s.quoted = true
		s.add(i, i+size, opener)
		return i + size
	}
	s.quoted = false
	s.add(i, i+size, closer)
	return i + size
}
