package dates

// calendar reads a date by the calendar, or a range or row of two of them:
// "30 June 2015", "Tuesday", "June", "17-18 February", "Tuesday and Wednesday".
func calendar(p *parser, i int) (phrase, bool) {
	if a, b, ok := dayRange(p, i); ok {
		return resolveRange(p, a, b)
	}
	a, ok := date(p, i)
	if !ok {
		return phrase{}, false
	}
	if b, ok := second(p, a); ok {
		if ph, ok := resolveRange(p, a, b); ok {
			return ph, true
		}
	}
	return resolved(p, a)
}

// resolved is a single date as a phrase.
func resolved(p *parser, a partial) (phrase, bool) {
	pt, mismatch, ok := resolve(p, a, tenseOf(p, a.from, a.to))
	if !ok {
		return phrase{}, false
	}
	ph := dated(a.from, p.daypart(a.to), single(pt), a.precision())
	ph.mismatch = mismatch
	return ph, true
}

// date reads one date that begins at a token.
func date(p *parser, i int) (partial, bool) {
	if a, ok := numeric(p, i); ok {
		return a, true
	}
	if a, ok := weekdayDate(p, i); ok {
		return a, true
	}
	if a, ok := monthDay(p, i); ok {
		return a, true
	}
	if p.is(i, the) && dayNumber(p, i+1) && p.toks[i+1].suffix == 't' {
		if a, ok := monthDay(p, i+1); ok {
			a.from = i
			return a, true
		}
	}
	if a, ok := wordedDay(p, i); ok {
		return a, true
	}
	if a, ok := monthAlone(p, i); ok {
		return a, true
	}
	if a, ok := dayOfMonth(p, i); ok {
		return a, true
	}
	if y, ok := bareYear(p, i); ok {
		return partial{year: y, from: i, to: i + 1}, true
	}
	return partial{}, false
}

// weekdayDate reads a weekday, with the date behind it if there is one:
// "Tuesday", "Tuesday, 18 February", "Tuesday the 18th".
func weekdayDate(p *parser, i int) (partial, bool) {
	if !p.is(i, weekday) || !p.capital(i) || newspaper(p, i) {
		return partial{}, false
	}
	j := i + 1
	if p.is(i, short) && p.sign(j, '.') {
		j++
	}
	for p.sign(j, ',') || p.sign(j, '(') || p.is(j, the) {
		j++
	}
	if a, ok := monthDay(p, j); ok {
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
	if p.is(i+1, the) && dayNumber(p, i+2) && p.toks[i+2].suffix == 't' {
		a.day, a.to = int(p.toks[i+2].num), i+3
	}
	return a, true
}

// monthDay reads a day and a month in either order, and the year behind them.
func monthDay(p *parser, i int) (partial, bool) {
	a := partial{from: i}
	switch {
	case readMonth(p, i):
		j := afterMonth(p, i)
		j = p.skip(j, the)
		if !dayNumber(p, j) || counted(p, i, j) {
			return partial{}, false
		}
		a.month, a.day, a.to = p.val(i, month), int(p.toks[j].num), j+1
	case dayNumber(p, i):
		j := p.skip(i+1, of)
		if p.sign(j, '-') && p.tight(j) && p.tight(j+1) {
			j++
		}
		if !readMonth(p, j) {
			return partial{}, false
		}
		a.month, a.day, a.to = p.val(j, month), int(p.toks[i].num), afterMonth(p, j)
	default:
		return partial{}, false
	}
	yearAfter(p, &a)
	return a, a.valid()
}

// monthAlone reads a month without a day: "June", "June 2015", "June of last
// year".
func monthAlone(p *parser, i int) (partial, bool) {
	if !readMonth(p, i) {
		return partial{}, false
	}
	if noSuchDay(p, i, i-1) || noSuchDay(p, i, p.skip(afterMonth(p, i), the)) && !counted(p, i, p.skip(afterMonth(p, i), the)) {
		return partial{}, false
	}
	a := partial{from: i, to: afterMonth(p, i), month: p.val(i, month)}
	yearAfter(p, &a)
	if a.year == 0 && (p.is(i, short) || !monthly(p, i)) {
		return partial{}, false
	}
	return a, true
}

// noSuchDay reports whether a number beside a month is a day that it has not: "31
// September", a slip of which nobody knows the right day, nor that the month is right.
func noSuchDay(p *parser, at, number int) bool {
	return dayNumber(p, number) && !(partial{month: p.val(at, month), day: int(p.toks[number].num)}).valid()
}

// dayOfMonth reads "the 15th" where nothing is counted by it.
func dayOfMonth(p *parser, i int) (partial, bool) {
	if !p.is(i, the) || !p.is(i-1, on) || !dayNumber(p, i+1) || p.toks[i+1].suffix != 't' || p.sign(i+2, 'w') && !p.is(i+2, on) && !p.is(i+2, and) {
		return partial{}, false
	}
	return partial{day: int(p.toks[i+1].num), from: i, to: i + 2}, true
}
