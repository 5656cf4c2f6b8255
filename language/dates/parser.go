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

// expressions adds what the segment holds to dst.
func (p *parser) expressions(dst []Found) []Found {
	for i := 0; i < len(p.toks); {
		ph, ok := p.expression(i)
		if !ok || ph.to <= i {
			i++
			continue
		}
		f := Found{
			Start: int(p.toks[ph.from].start), End: int(p.toks[ph.to-1].end),
			Precision: ph.prec, Kind: ph.kind, Mismatch: ph.mismatch, Shift: ph.shift, Approx: ph.approx,
		}
		if ph.kind == Date {
			f.Value = ph.value.String()
		}
		dst = append(dst, f)
		i = ph.to
	}
	return dst
}

// expression reads the longest expression that begins at a token.
func (p *parser) expression(i int) (phrase, bool) {
	if !p.begins(i) {
		return phrase{}, false
	}
	ph, ok := p.extended(i)
	if !ok {
		ph, ok = p.core(i)
	}
	if !ok {
		ph, ok = p.anaphor(i)
	}
	return ph, ok && p.plausible(ph)
}

// begins reports whether an expression may begin at a token. Most words of a
// text are turned away here: those that the lexicon does not have, and those
// like "the" and "for" that nothing known follows.
func (p *parser) begins(i int) bool {
	t := &p.toks[i]
	switch {
	case t.kind == 'd':
		return true
	case t.kind != 'w' || t.word.classes&beginners == 0:
		return false
	case t.word.classes&alone != 0:
		return true
	case i+1 == len(p.toks):
		return false
	}
	next := &p.toks[i+1]
	return next.kind != 'w' || next.word.classes&^hints != 0
}

// extended reads the expressions that are made of others. The calls are
// written out because a table of functions would put the parser on the heap.
func (p *parser) extended(i int) (ph phrase, ok bool) {
	if ph, ok = p.set(i); ok {
		return ph, true
	}
	if ph, ok = p.duration(i); ok {
		return ph, true
	}
	if ph, ok = p.ahead(i); ok {
		return ph, true
	}
	if ph, ok = p.ranged(i); ok {
		return ph, true
	}
	if ph, ok = p.bounded(i); ok {
		return ph, true
	}
	return p.about(i)
}

// core reads one date without the words that bound it or make it approximate.
func (p *parser) core(i int) (ph phrase, ok bool) {
	if ph, ok = p.named(i); ok {
		return ph, true
	}
	if ph, ok = p.offset(i); ok {
		return ph, true
	}
	if ph, ok = p.edged(i); ok {
		return ph, true
	}
	if ph, ok = p.sooner(i); ok {
		return ph, true
	}
	if ph, ok = p.portion(i); ok {
		return ph, true
	}
	if ph, ok = p.directed(i); ok {
		return ph, true
	}
	if ph, ok = p.distant(i); ok {
		return ph, true
	}
	if ph, ok = p.deictic(i); ok {
		return ph, true
	}
	if ph, ok = p.weekend(i); ok {
		return ph, true
	}
	if ph, ok = p.season(i); ok {
		return ph, true
	}
	if ph, ok = p.decade(i); ok {
		return ph, true
	}
	return p.calendar(i)
}

// plausible refuses years that EDTF cannot write in four digits.
func (p *parser) plausible(ph phrase) bool {
	if ph.kind != Date {
		return true
	}
	v := ph.value
	inRange := func(y int) bool { return y > 0 && y < 10000 }
	return (v.OpenFrom || inRange(v.From.Year)) && (v.OpenTo || inRange(v.To.Year)) && v.ordered()
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
