package dates

// partial is a date as far as the words give it: any of year, month, day and
// weekday may be missing.
type partial struct {
	year, month, day, weekday int
	from, to                  int
}

// calendar reads a date by the calendar, or a range or row of two of them:
// "30 June 2015", "Tuesday", "June", "17-18 February", "Tuesday and Wednesday".
func (p *parser) calendar(i int) (phrase, bool) {
	if a, b, ok := p.dayRange(i); ok {
		return p.resolveRange(a, b)
	}
	a, ok := p.date(i)
	if !ok {
		return phrase{}, false
	}
	if b, ok := p.second(a); ok {
		if ph, ok := p.resolveRange(a, b); ok {
			return ph, true
		}
	}
	return p.resolved(a)
}

// resolved is a single date as a phrase.
func (p *parser) resolved(a partial) (phrase, bool) {
	pt, mismatch, ok := p.resolve(a, p.tenseOf(a.from, a.to))
	if !ok {
		return phrase{}, false
	}
	ph := dated(a.from, p.daypart(a.to), single(pt), a.precision())
	ph.mismatch = mismatch
	return ph, true
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

// date reads one date that begins at a token.
func (p *parser) date(i int) (partial, bool) {
	if a, ok := p.numeric(i); ok {
		return a, true
	}
	if a, ok := p.weekdayDate(i); ok {
		return a, true
	}
	if a, ok := p.monthDay(i); ok {
		return a, true
	}
	if p.is(i, the) && p.dayNumber(i+1) && p.toks[i+1].suffix == 't' {
		if a, ok := p.monthDay(i + 1); ok {
			a.from = i
			return a, true
		}
	}
	if a, ok := p.wordedDay(i); ok {
		return a, true
	}
	if a, ok := p.monthAlone(i); ok {
		return a, true
	}
	if a, ok := p.dayOfMonth(i); ok {
		return a, true
	}
	if y, ok := p.bareYear(i); ok {
		return partial{year: y, from: i, to: i + 1}, true
	}
	return partial{}, false
}

// weekdayDate reads a weekday, with the date behind it if there is one:
// "Tuesday", "Tuesday, 18 February", "Tuesday the 18th".
func (p *parser) weekdayDate(i int) (partial, bool) {
	if !p.is(i, weekday) || !p.capital(i) || p.newspaper(i) {
		return partial{}, false
	}
	j := i + 1
	if p.is(i, short) && p.sign(j, '.') {
		j++
	}
	for p.sign(j, ',') || p.sign(j, '(') || p.is(j, the) {
		j++
	}
	if a, ok := p.monthDay(j); ok {
		a.weekday, a.from = p.val(i, weekday), i
		if p.sign(a.to, ')') {
			a.to++
		}
		return a, true
	}
	if p.is(i, short) {
		return partial{}, false
	}
	a := partial{weekday: p.val(i, weekday), from: i, to: i + 1}
	if p.is(i+1, the) && p.dayNumber(i+2) && p.toks[i+2].suffix == 't' {
		a.day, a.to = int(p.toks[i+2].num), i+3
	}
	return a, true
}

// monthDay reads a day and a month in either order, and the year behind them.
func (p *parser) monthDay(i int) (partial, bool) {
	a := partial{from: i}
	switch {
	case p.month(i):
		j := p.afterMonth(i)
		j = p.skip(j, the)
		if !p.dayNumber(j) || p.counted(i, j) {
			return partial{}, false
		}
		a.month, a.day, a.to = p.val(i, month), int(p.toks[j].num), j+1
	case p.dayNumber(i):
		j := p.skip(i+1, of)
		if p.sign(j, '-') && p.tight(j) && p.tight(j+1) {
			j++
		}
		if !p.month(j) {
			return partial{}, false
		}
		a.month, a.day, a.to = p.val(j, month), int(p.toks[i].num), p.afterMonth(j)
	default:
		return partial{}, false
	}
	p.yearAfter(&a)
	return a, a.valid()
}

func (a partial) valid() bool {
	year := a.year
	if year == 0 {
		year = 2000
	}
	return validDay(year, a.month, a.day)
}

// month reports whether a month's name stands at a token.
func (p *parser) month(i int) bool {
	return p.is(i, month) && p.capital(i) && !p.is(i-1, feast)
}

// afterMonth steps over a month and the stop of its abbreviation.
func (p *parser) afterMonth(i int) int {
	if p.is(i, short) && p.sign(i+1, '.') && p.tight(i+1) {
		return i + 2
	}
	return i + 1
}

// dayNumber reports whether a token may be the day of a month.
func (p *parser) dayNumber(i int) bool {
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
func (p *parser) counted(i, j int) bool {
	return p.toks[j].suffix == 0 && (p.is(j+1, count) || p.is(i-1, in) && p.plural(j+1))
}

// plural reports whether a token is a noun in small letters that looks plural.
func (p *parser) plural(i int) bool {
	f := p.form(i)
	return p.is(i, count) || p.lower(i) && len(f) > 3 && f[len(f)-1] == 's' && p.toks[i].word == &p.lex.none
}

// yearAfter adds the year that stands behind a month: ", 2015", "of 2015",
// "last year".
func (p *parser) yearAfter(a *partial) {
	j := a.to
	if p.sign(j, ',') {
		j++
	}
	j = p.skip(j, of)
	if y, ok := p.yearDigits(j); ok && !p.is(j+1, count) {
		a.year, a.to = y, j+1
		return
	}
	if p.is(j, dir) && p.is(j+1, unit) && p.val(j+1, unit) == year && !p.anchor.IsZero() {
		a.year, a.to = p.anchor.Year+p.val(j, dir), j+2
	}
}

// yearDigits reads four digits that may be a year and no time of the day.
func (p *parser) yearDigits(i int) (int, bool) {
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

// monthAlone reads a month without a day: "June", "June 2015", "June of last
// year".
func (p *parser) monthAlone(i int) (partial, bool) {
	if !p.month(i) {
		return partial{}, false
	}
	a := partial{from: i, to: p.afterMonth(i), month: p.val(i, month)}
	p.yearAfter(&a)
	if a.year == 0 && (p.is(i, short) || !p.monthly(i)) {
		return partial{}, false
	}
	return a, true
}

// dayOfMonth reads "the 15th" where nothing is counted by it.
func (p *parser) dayOfMonth(i int) (partial, bool) {
	if !p.is(i, the) || !p.is(i-1, on) || !p.dayNumber(i+1) || p.toks[i+1].suffix != 't' || p.sign(i+2, 'w') && !p.is(i+2, on) && !p.is(i+2, and) {
		return partial{}, false
	}
	return partial{day: int(p.toks[i+1].num), from: i, to: i + 2}, true
}
