package segment

// sentences divides the paragraph's tokens.
func sentences(s *scanner) {
	tokens := s.out.Tokens[s.first:]
	if len(tokens) == 0 {
		return
	}
	detached(tokens)
	lines := lines(s)
	at := dateline(s, tokens)
	if at > 0 {
		endSentence(s, at)
	}
	for i := at; i < len(tokens)-1; i++ {
		to := boundary(s, tokens, i, at)
		if to == 0 && (lines.broken && breaksLine(s, tokens, i, lines) || itemBegins(s, tokens, i+1) || mailBreaks(s, tokens, i)) {
			to = i + 1
		}
		if to == 0 || to == len(tokens) {
			continue
		}
		endSentence(s, to)
		at, i = to, to-1
	}
	endSentence(s, len(tokens))
}

// endSentence ends a sentence before a token of the paragraph.
func endSentence(s *scanner, token int) { s.out.Ends = append(s.out.Ends, s.first+token) }

// boundary gives the token that a new sentence begins with if the token at i
// ends the one that began at from, else 0. What closes behind the end belongs to
// the sentence: quotation marks, brackets, the numbers of notes.
func boundary(s *scanner, tokens []Token, i, from int) int {
	k := tokens[i].kind
	if k != stop && k != mark && k != ellipsis && k != short || numbers(s, tokens, i, from) {
		return 0
	}
	to := i + 1
	for to < len(tokens) && closes(tokens, to) {
		to++
	}
	to = notes(s, tokens, to)
	if to == len(tokens) {
		return to
	}
	if next := tokens[to].kind; next == stop || next == mark || next == ellipsis {
		return 0
	}
	if ends(s, tokens, i, to) {
		return to
	}
	return 0
}

// closes reports whether a token closes what stands before it: it has no white
// space before it, or is a closing mark with white space all around.
func closes(tokens []Token, i int) bool {
	if tokens[i].kind == smiley {
		return true
	}
	if tokens[i].Start != tokens[i-1].End {
		return tokens[i].kind == closer && apart(tokens, i)
	}
	return tokens[i].kind == closer || tokens[i].kind == straight
}

// numbers reports whether the token at i is the stop behind the number of a list
// item that begins at from.
func numbers(s *scanner, tokens []Token, i, from int) bool {
	first := s.text[tokens[from].Start:tokens[from].End]
	return i == from+1 && tokens[i].kind == stop && len(first) <= 3 && digit(first, 0)
}

// notes passes the numbers of notes ("[12]") that stand behind the end of a
// sentence.
func notes(s *scanner, tokens []Token, i int) int {
	for i+2 < len(tokens) && s.text[tokens[i].Start] == '[' &&
		number(s.text[tokens[i+1].Start:tokens[i+1].End]) && s.text[tokens[i+2].Start] == ']' {
		i += 3
	}
	return i
}

// ends reports whether the end at i closes a sentence before the token at to.
func ends(s *scanner, tokens []Token, i, to int) bool {
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
		return opens(s, text)
	case mark:
		return !closed || !speaker(s, tokens, to)
	}
	return true
}

// reach is how many words a speaker's name and office have at most before the
// verb: "Foreign Minister Sergei Lavrov asked".
const reach = 6

// speaker reports whether the words from a token on say who spoke the quotation
// before them.
func speaker(s *scanner, tokens []Token, i int) bool {
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
