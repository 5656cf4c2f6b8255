package segment

// Mail and pages of the web run together what was set apart in lines: an
// address ends a sentence before a capital, and so does the stamp of a mail,
// "05/17/99 01:47 PM", which also begins one.

// mailBreaks reports whether a sentence ends behind the token at i for such a
// reason.
func mailBreaks(s *scanner, tokens []Token, i int) bool {
	next := s.text[tokens[i+1].Start:tokens[i+1].End]
	if tokens[i+1].Start == tokens[i].End {
		return false
	}
	if tokens[i].kind == address {
		return upper(next) || tokens[i+1].kind == address
	}
	if tokens[i].kind == smiley {
		return upper(next)
	}
	if upper(next) && i >= 2 && stamp(s, tokens, i-2) {
		return true
	}
	last := s.text[tokens[i].Start:tokens[i].End]
	return stamp(s, tokens, i+1) && (upper(last) || last == ">")
}

// stamp reports whether the three tokens at i are a date, a time and AM or PM.
func stamp(s *scanner, tokens []Token, i int) bool {
	if i+2 >= len(tokens) {
		return false
	}
	half := s.text[tokens[i+2].Start:tokens[i+2].End]
	return (half == "AM" || half == "PM") && written(s, tokens[i], '/', 2) && written(s, tokens[i+1], ':', 1)
}

// written reports whether a token is digits divided by at least n signs.
func written(s *scanner, t Token, sign byte, n int) bool {
	for i := t.Start; i < t.End; i++ {
		switch {
		case s.text[i] == sign:
			n--
		case !digit(s.text, i):
			return false
		}
	}
	return n <= 0
}
