package dates

// partial is a date as far as the words give it: any of year, month, day and
// weekday may be missing.
type partial struct {
	year, month, day, weekday int
	from, to                  int
}

func (a partial) valid() bool {
	year := a.year
	if year == 0 {
		year = 2000
	}
	return validDay(year, a.month, a.day)
}

func (a partial) precision() Precision {
	switch {
	case a.day > 0 || a.weekday > 0:
		return ToDay
	case a.month > 0:
		return ToMonth
	}
	return ToYear
}

// before reports whether the day of a partial date with a year comes before d.
func (a partial) before(d Day) bool { return Day{a.year, a.month, a.day}.Before(d) }

// readMonth reports whether a month's name stands at a token.
func readMonth(p *parser, i int) bool {
	return p.is(i, month) && p.capital(i) && !p.is(i-1, feast)
}

// afterMonth steps over a month and the stop of its abbreviation.
func afterMonth(p *parser, i int) int {
	if p.is(i, short) && p.sign(i+1, '.') && p.tight(i+1) {
		return i + 2
	}
	return i + 1
}

// dayNumber reports whether a token may be the day of a month.
func dayNumber(p *parser, i int) bool {
	if !p.sign(i, 'd') {
		return false
	}
	t := &p.toks[i]
	if t.digits > 2 || t.num < 1 || t.num > 31 || t.suffix == 's' {
		return false
	}
	if !p.tight(i + 1) {
		return true
	}
	switch k := p.toks[i+1].kind; k {
	case 'w', 'd', 'n', '%', '/', '$':
		return false
	case ':', '.':
		return !p.sign(i+2, 'd') || !p.tight(i+2)
	}
	return true
}

// counted tells "in March 30 soldiers died" from a date.
func counted(p *parser, i, j int) bool {
	return p.toks[j].suffix == 0 && (p.is(j+1, count) || p.is(i-1, in) && plural(p, j+1))
}

// plural reports whether a token is a noun in small letters that looks plural.
func plural(p *parser, i int) bool {
	f := p.form(i)
	return p.is(i, count) || p.lower(i) && len(f) > 3 && f[len(f)-1] == 's' && p.toks[i].word == &p.lex.none
}

// yearAfter adds the year that stands behind a month: ", 2015", "of 2015",
// "last year".
func yearAfter(p *parser, a *partial) {
	j := a.to
	if p.sign(j, ',') {
		j++
	}
	j = p.skip(j, of)
	if y, ok := yearDigits(p, j); ok && !p.is(j+1, count) {
		a.year, a.to = y, j+1
		return
	}
	if p.is(j, dir) && p.is(j+1, unit) && p.val(j+1, unit) == year && !p.anchor.IsZero() {
		a.year, a.to = p.anchor.Year+p.val(j, dir), j+2
	}
}

// yearDigits reads four digits that may be a year and no time of the day.
func yearDigits(p *parser, i int) (int, bool) {
	if !p.sign(i, 'd') {
		return 0, false
	}
	t := &p.toks[i]
	if t.digits != 4 || t.num < 1000 || t.num > 2100 || t.suffix != 0 || p.is(i+1, clock) {
		return 0, false
	}
	if p.tight(i+1) && (p.sign(i+1, 'w') || p.sign(i+1, '%') || p.sign(i+2, 'd') && p.tight(i+2) && !p.sign(i+1, '-')) {
		return 0, false
	}
	return int(t.num), true
}
