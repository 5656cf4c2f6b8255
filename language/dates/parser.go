package dates

// parser reads the expressions of one segment after the other.
type parser struct {
	text   string
	lex    *lexicon
	toks   []token
	anchor Day
	tense  TenseFunc
}

// phrase is what a rule has read: the tokens from from to to (exclusive).
type phrase struct {
	from, to int
	value    Value
	prec     Precision
	kind     Kind
	mismatch bool
	// shift and approx are those of a Shift.
	shift  int
	approx bool
}

// is reports whether a token is a word of a class; tokens beyond the segment
// are of none.
func (p *parser) is(i int, c class) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].word.is(c)
}

// val is the value of a token in a class.
func (p *parser) val(i int, c class) int { return int(p.toks[i].word.values[c]) }

// sign reports whether a token is that sign.
func (p *parser) sign(i int, kind byte) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind == kind
}

// tight reports whether no space stands before a token.
func (p *parser) tight(i int) bool {
	return i > 0 && i < len(p.toks) && !p.toks[i].gap
}

func (p *parser) capital(i int) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].capital
}

// lower reports whether a token is a word in small letters.
func (p *parser) lower(i int) bool {
	return p.sign(i, 'w') && !p.toks[i].capital
}

// form is the word as written, empty beyond the segment.
func (p *parser) form(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	return p.text[p.toks[i].start:p.toks[i].end]
}

// says reports whether a token is a word, in any case.
func (p *parser) says(i int, lower string) bool { return equalFold(lower, p.form(i)) }

// skip gives i+1 where the token is of the class, else i.
func (p *parser) skip(i int, c class) int {
	if p.is(i, c) {
		return i + 1
	}
	return i
}

// possessive reports whether 's or a plural's ' stands at a token.
func (p *parser) possessive(i int) bool {
	return p.sign(i, '\'') && p.tight(i) && p.tight(i+1) && p.says(i+1, "s")
}

// dated makes a phrase of a value.
func dated(from, to int, v Value, prec Precision) phrase {
	return phrase{from: from, to: to, value: v, prec: prec, kind: Date}
}

// daypart steps over the part of the day after a day: "Monday night".
func (p *parser) daypart(i int) int {
	if p.is(i, part) && !(p.is(i, show) && p.capital(i)) {
		return i + 1
	}
	return i
}
