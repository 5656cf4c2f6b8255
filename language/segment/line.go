package segment

import (
	"strings"
	"unicode/utf8"
)

// layout is how the lines of a paragraph are set.
type layout struct {
	// broken reports that there is more than one line.
	broken bool
	// width is the length of the longest line in bytes.
	width int
}

func lines(s *scanner) layout {
	begin := s.out.Tokens[s.first].Start
	paragraph := s.text[begin:s.end]
	if strings.IndexByte(paragraph, '\n') < 0 {
		return layout{}
	}
	l := layout{broken: true}
	for line := range strings.SplitSeq(paragraph, "\n") {
		l.width = max(l.width, len(strings.TrimSpace(line)))
	}
	return l
}

// breaksLine reports whether the line that ends behind the token at i was ended
// on purpose, as after a headline: the next word would still have had room,
// and it does not go on in small letters.
func breaksLine(s *scanner, tokens []Token, i int, l layout) bool {
	gap := strings.IndexByte(s.text[tokens[i].End:tokens[i+1].Start], '\n')
	if gap < 0 || lower(s.text[tokens[i+1].Start:]) {
		return false
	}
	begin := strings.LastIndexByte(s.text[:tokens[i].End], '\n') + 1
	next := s.text[tokens[i+1].Start:]
	return tokens[i].End-begin+1+len(firstWord(next)) < l.width
}

func firstWord(text string) string {
	if n := strings.IndexAny(text, " \t\n"); n >= 0 {
		return text[:n]
	}
	return text
}

// itemBegins reports whether the token at i is the bullet of a list: a round
// one anywhere, others at the beginning of a line.
func itemBegins(s *scanner, tokens []Token, i int) bool {
	if k := tokens[i].kind; k != bullet && k != dash {
		return false
	}
	gap := s.text[tokens[i-1].End:tokens[i].Start]
	if strings.IndexByte(gap, '\n') >= 0 {
		return true
	}
	round := s.text[tokens[i].Start] >= utf8.RuneSelf && tokens[i].kind == bullet
	before := s.text[tokens[i-1].End-1]
	return round && gap != "" && before != ':' && before != ';' && before != ','
}

// longestDateline is in tokens: "UNITED NATIONS, Sept. 21 (Xinhua) --".
const longestDateline = 14

// dateline gives the number of tokens of the dateline that the paragraph
// begins with, 0 where there is none: a place in capitals, or a place and an
// agency in brackets, before a dash that stands alone.
func dateline(s *scanner, tokens []Token) int {
	for i, t := range tokens[:min(len(tokens), longestDateline)] {
		if t.kind == dash {
			return datelineBefore(s, tokens, i)
		}
		w := s.text[t.Start:t.End]
		if t.kind == word && lower(w) || t.kind == stop || t.kind == mark {
			return 0
		}
	}
	return 0
}

func datelineBefore(s *scanner, tokens []Token, i int) int {
	if i == 0 || i+1 == len(tokens) || tokens[i].Start == tokens[i-1].End {
		return 0
	}
	place := s.text[tokens[0].Start:tokens[0].End]
	agency := s.text[tokens[i-1].Start] == ')'
	if !upper(place) || !agency && (!capitals(place) || len(place) < 3) {
		return 0
	}
	return i + 1
}
