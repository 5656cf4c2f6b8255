package segment

import "strings"

// contract divides the last token where the lexicon says that it is two words
// written as one ("cannot", "gonna").
func contract(s *scanner) {
	t := s.last()
	fold, ok := s.fold(s.text[t.Start:t.End])
	if !ok {
		return
	}
	cut := s.contractions[string(fold.bytes())]
	if cut == 0 {
		return
	}
	middle, end := t.Start+cut, t.End
	t.End = middle
	s.add(middle, end, word)
	s.last().Joined = true
}

// apostrophe gives the size of the apostrophe at a byte, 0 where there is none.
func apostrophe(s *scanner, i int) int {
	switch {
	case i >= s.end:
		return 0
	case s.text[i] == '\'' || s.text[i] == '`':
		return 1
	case strings.HasPrefix(s.text[i:s.end], "’"):
		return len("’")
	}
	return 0
}

func isApostrophe(s *scanner, i int) bool { return apostrophe(s, i) > 0 }

// isClitic reports whether a run behind an apostrophe is a clitic.
func isClitic(run string) bool {
	switch run {
	case "s", "S", "m", "M", "d", "D", "re", "RE", "ve", "VE", "ll", "LL":
		return true
	}
	return false
}

// negative reports whether the runs around an apostrophe end in "n't".
func negative(before, after string) bool {
	return len(before) > 1 && (after == "t" || after == "T") && before[len(before)-1]|0x20 == 'n'
}

// negation moves the "n" of "n't" behind the last token into a word of its own
// and gives the byte behind it, or i where there is no negation.
func negation(s *scanner, i, end int) int {
	size := apostrophe(s, i)
	if size == 0 {
		return i
	}
	t := s.last()
	to := run(s, i+size, end)
	if !negative(s.text[t.Start:t.End], s.text[i+size:to]) {
		return i
	}
	t.End--
	s.add(t.End, to, word)
	s.last().Joined = true
	return to
}

// clitic takes "'s" and the like behind a word, and gives the byte behind it,
// or i where there is none.
func clitic(s *scanner, i, end int) int {
	size := apostrophe(s, i)
	if size == 0 || !s.touches(i) || !s.last().kind.isWord() {
		return i
	}
	to := run(s, i+size, end)
	switch {
	case isClitic(s.text[i+size : to]):
	case to == i+size && possessive(s, i):
	default:
		return i
	}
	if s.text[i-1] == '0' && number(s.text[s.last().Start:i]) { // a decade: "the 1980's"
		s.last().End = to
		return to
	}
	s.add(i, to, word)
	s.last().Joined = true
	return to
}

// possessive reports whether the apostrophe at i makes the word before it a
// possessive: it ends in s and no quotation is open.
func possessive(s *scanner, i int) bool {
	return s.text[i-1]|0x20 == 's' && !s.quoted && s.text[i] != '`'
}

// elision gives the end of a word that begins with an apostrophe at i, or i:
// "'90s", "'em".
func elision(s *scanner, i, end int) int {
	size := apostrophe(s, i)
	to := run(s, i+size, end)
	run := s.text[i+size : to]
	if digit(run, 0) && digit(run, 1) && len(run) <= 3 && !isApostrophe(s, to) {
		return to
	}
	if fold, ok := s.fold(run); ok && s.elisions[string(fold.bytes())] {
		return to
	}
	return i
}
