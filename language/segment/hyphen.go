package segment

// hyphen reports whether a word goes on through the hyphen at i: behind a
// prefix ("anti-Western", not "al-Qaeda"), before a suffix ("career-wise"), and
// in numbers of several parts ("1-800-555-0100").
func hyphen(s *scanner, start, i int, before, after string) bool {
	if number(before) && number(after) {
		return inParts(s, start, i, before, after)
	}
	if start > 0 && s.text[start-1] == '-' {
		return false
	}
	if fold, ok := s.fold(before); ok && s.prefixes[string(fold.bytes())] {
		return true
	}
	behind := i + 1 + len(after)
	if behind < s.end && s.text[behind] == '-' {
		return false
	}
	fold, ok := s.fold(after)
	return ok && s.suffixes[string(fold.bytes())]
}

// inParts tells telephone numbers and dates from scores and spans of years.
func inParts(s *scanner, start, i int, before, after string) bool {
	if len(before) == 3 && len(after) == 4 {
		return true
	}
	if i-len(before) > start && s.text[i-len(before)-1] == '-' {
		return true
	}
	third := i + 1 + len(after)
	return third+1 < s.end && s.text[third] == '-' && digit(s.text, third+1)
}
