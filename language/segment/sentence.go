package segment

// sentences divides the paragraph's tokens.
func (s *scanner) sentences() {
	tokens := s.out.Tokens[s.first:]
	if len(tokens) == 0 {
		return
	}
	s.detached(tokens)
	lines := s.lines()
	at := s.dateline(tokens)
	if at > 0 {
		s.close(at)
	}
	for i := at; i < len(tokens)-1; i++ {
		to := s.boundary(tokens, i, at)
		if to == 0 && (lines.broken && s.breaksLine(tokens, i, lines) || s.itemBegins(tokens, i+1) || s.mailBreaks(tokens, i)) {
			to = i + 1
		}
		if to == 0 || to == len(tokens) {
			continue
		}
		s.close(to)
		at, i = to, to-1
	}
	s.close(len(tokens))
}

// close ends a sentence before a token of the paragraph.
func (s *scanner) close(token int) { s.out.Ends = append(s.out.Ends, s.first+token) }

// boundary gives the token that a new sentence begins with if the token at i
// ends the one that began at from, else 0. What closes behind the end belongs to
// the sentence: quotation marks, brackets, the numbers of notes.
func (s *scanner) boundary(tokens []Token, i, from int) int {
	k := tokens[i].kind
	if k != stop && k != mark && k != ellipsis && k != short || s.numbers(tokens, i, from) {
		return 0
	}
	to := i + 1
	for to < len(tokens) && s.closes(tokens, to) {
		to++
	}
	to = s.notes(tokens, to)
	if to == len(tokens) {
		return to
	}
	if next := tokens[to].kind; next == stop || next == mark || next == ellipsis {
		return 0
	}
	if s.ends(tokens, i, to) {
		return to
	}
	return 0
}

// closes reports whether a token closes what stands before it: it has no white
// space before it, or is a closing mark with white space all around.
func (s *scanner) closes(tokens []Token, i int) bool {
	if tokens[i].kind == smiley {
		return true
	}
	if tokens[i].Start != tokens[i-1].End {
		return tokens[i].kind == closer && s.apart(tokens, i)
	}
	return tokens[i].kind == closer || tokens[i].kind == straight
}

// numbers reports whether the token at i is the stop behind the number of a list
// item that begins at from.
func (s *scanner) numbers(tokens []Token, i, from int) bool {
	first := s.text[tokens[from].Start:tokens[from].End]
	return i == from+1 && tokens[i].kind == stop && len(first) <= 3 && digit(first, 0)
}

// notes passes the numbers of notes ("[12]") that stand behind the end of a
// sentence.
func (s *scanner) notes(tokens []Token, i int) int {
	for i+2 < len(tokens) && s.text[tokens[i].Start] == '[' &&
		number(s.text[tokens[i+1].Start:tokens[i+1].End]) && s.text[tokens[i+2].Start] == ']' {
		i += 3
	}
	return i
}

// ends reports whether the end at i closes a sentence before the token at to.
func (s *scanner) ends(tokens []Token, i, to int) bool {
	next := tokens[to]
	first := next
	for n := to; first.kind == opener || first.kind == straight; first = tokens[n] {
		if n++; n == len(tokens) {
			break
		}
	}
	text := s.text[first.Start:s.end]
	closed := to > i+1
	glued := next.Start == tokens[to-1].End
	switch {
	case glued && !upper(text):
		return false
	case next.kind == other:
		return tokens[i].kind == stop && !closed && s.text[next.Start] != ',' && s.text[next.Start] != ';'
	case lower(text):
		return !closed && (tokens[i].kind == stop || tokens[i].kind == mark)
	}
	switch tokens[i].kind {
	case short:
		return s.opens(text)
	case mark:
		return !closed || !s.speaker(tokens, to)
	}
	return true
}

// reach is how many words a speaker's name and office have at most before the
// verb: "Foreign Minister Sergei Lavrov asked".
const reach = 6

// speaker reports whether the words from a token on say who spoke the quotation
// before them.
func (s *scanner) speaker(tokens []Token, i int) bool {
	for n := i; n < len(tokens) && n < i+reach; n++ {
		w := s.text[tokens[n].Start:tokens[n].End]
		if n > i && s.cues[w] {
			return true
		}
		if !upper(w) || s.openers[w] && !(n == i && s.pronouns[w]) {
			return false
		}
	}
	return false
}
