package dates

// token is a word, a run of digits or one sign.
type token struct {
	start, end int32
	// num is the number that digits stand for.
	num  int32
	word *word
	// kind is 'w' for a word, 'd' for digits, 'n' for a number with separators
	// (2,000), else the sign itself in ASCII: all quotes are ' or ", all short
	// dashes -, currencies $.
	kind byte
	// digits is how many digits there are.
	digits uint8
	// suffix is 't' for 30th and 's' for 1990s.
	suffix byte
	// gap says that white space stands before the token.
	gap bool
	// capital says that the word begins with a capital letter.
	capital bool
}

// lexer cuts a text into segments of tokens: paragraphs, or parts of long ones.
type lexer struct {
	text string
	lex  *lexicon
	pos  int
	// trigger says whether the last segment may hold an expression of time.
	trigger bool
}

// enough is the number of tokens after which a segment ends with its sentence.
const enough = 180

// segment gives the tokens up to the end of the paragraph in the room that it
// is given, and no tokens at the end of the text.
func (x *lexer) segment(room []token) []token {
	x.trigger = false
	for len(room) < cap(room) {
		gap, lines := x.space()
		if x.pos == len(x.text) || lines > 1 && len(room) > 0 {
			break
		}
		room = room[:len(room)+1]
		t := &room[len(room)-1]
		*t = token{gap: gap, start: int32(x.pos), word: &x.lex.none}
		x.next(t)
		t.end = int32(x.pos)
		if t.kind == '.' && len(room) > enough {
			break
		}
	}
	return room
}

// space skips white space and says whether there was any, and how many lines
// ended in it.
func (x *lexer) space() (gap bool, lines int) {
	for ; x.pos < len(x.text); x.pos++ {
		switch c := x.text[x.pos]; {
		case c == '\n':
			lines++
		case c == ' ' || c == '\t' || c == '\r':
		case c == 0xC2 && x.follows("\u00a0") || c == 0xE2 && x.follows("\u2009"):
			x.pos += runeLen(c) - 1
		default:
			return gap, lines
		}
		gap = true
	}
	return gap, lines
}

func (x *lexer) follows(s string) bool {
	return len(x.text)-x.pos >= len(s) && x.text[x.pos:x.pos+len(s)] == s
}

func (x *lexer) next(t *token) {
	switch c := x.text[x.pos]; {
	case isLetter(c):
		x.wordAt(t)
	case isDigit(c):
		x.digitsAt(t)
	case c >= 0x80:
		x.signAt(t)
	default:
		t.kind = c
		x.pos++
	}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func runeLen(c byte) int {
	switch {
	case c < 0xC0:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

func (x *lexer) wordAt(t *token) {
	t.kind = 'w'
	t.capital = x.text[x.pos] < 'a'
	h := hashStart
	i := x.pos
	for ; i < len(x.text) && isLetter(x.text[i]); i++ {
		h = hashNext(h, x.text[i])
	}
	if i < len(x.text) && x.text[i] >= 0xC3 && x.text[i] < 0xE0 {
		x.foreignAt(t, i)
		return
	}
	t.word = x.lex.find(x.text[x.pos:i], h)
	x.trigger = x.trigger || t.word.classes&triggers != 0
	x.pos = i
}

// foreignAt reads a word with letters beyond ASCII, which the lexicon has none
// of.
func (x *lexer) foreignAt(t *token, i int) {
	t.kind = 'w'
	for i < len(x.text) && (isLetter(x.text[i]) || x.text[i] >= 0x80 && x.text[i] != 0xE2 && x.text[i] != 0xC2) {
		i++
	}
	x.pos = max(i, x.pos+1)
}

func (x *lexer) digitsAt(t *token) {
	t.kind = 'd'
	i := x.pos
	for ; i < len(x.text) && isDigit(x.text[i]); i++ {
		if t.digits < 9 {
			t.num = t.num*10 + int32(x.text[i]-'0')
			t.digits++
		}
	}
	for thousands(x.text, i) {
		t.kind = 'n'
		i += 4
	}
	if n := ordinalSuffix(x.text[i:]); n > 0 {
		t.suffix = 't'
		i += n
		x.trigger = true
	} else if t.digits > 1 && pluralSuffix(x.text[i:]) {
		t.suffix = 's'
		i++
		x.trigger = true
	}
	x.trigger = x.trigger || t.digits == 4 || i < len(x.text) && x.text[i] == '/'
	x.pos = i
}

// thousands reports whether a comma and exactly three digits stand at i.
func thousands(s string, i int) bool {
	return i+3 < len(s) && s[i] == ',' && isDigit(s[i+1]) && isDigit(s[i+2]) && isDigit(s[i+3]) &&
		(i+4 == len(s) || !isDigit(s[i+4]))
}

func ordinalSuffix(s string) int {
	if len(s) < 2 || len(s) > 2 && isLetter(s[2]) {
		return 0
	}
	switch s[:2] {
	case "st", "nd", "rd", "th":
		return 2
	}
	return 0
}

func pluralSuffix(s string) bool {
	return len(s) > 0 && s[0] == 's' && (len(s) == 1 || !isLetter(s[1]))
}

// signAt reads a sign or a letter beyond ASCII.
func (x *lexer) signAt(t *token) {
	t.kind = foreignSign(x.text[x.pos:])
	if t.kind == 'w' {
		x.foreignAt(t, x.pos)
		return
	}
	x.pos = min(len(x.text), x.pos+runeLen(x.text[x.pos]))
}

func foreignSign(s string) byte {
	if len(s) >= 2 && s[0] == 0xC2 {
		if s[1] == 0xA3 || s[1] == 0xA5 {
			return '$'
		}
		return '*'
	}
	if len(s) < 3 || s[0] != 0xE2 {
		return 'w'
	}
	switch s[:3] {
	case "\u2010", "\u2011", "\u2012", "\u2013", "\u2212":
		return '-'
	case "\u2018", "\u2019":
		return '\''
	case "\u201c", "\u201d":
		return '"'
	case "\u20ac":
		return '$'
	}
	return '*'
}
