package dates

// number reads how many: digits, a word, "a few", "a couple of", "twenty-four".
// The token behind it is i where there is no number.
func (p *parser) number(i int) (n int, approx bool, to int) {
	if p.sign(i, 'd') && p.toks[i].suffix == 0 && p.toks[i].digits < 4 && p.toks[i].num > 0 && !p.inTriple(i) {
		return int(p.toks[i].num), false, i + 1
	}
	j := i
	if p.says(j, "a") {
		j++
	}
	if p.is(j, vague) {
		n, j = p.val(j, vague), p.skip(j+1, of)
		return n, true, j
	}
	if !p.is(i, number) {
		return 0, false, i
	}
	n = p.val(i, number)
	if n >= 20 && p.sign(i+1, '-') && p.is(i+2, number) && p.val(i+2, number) < 10 {
		return n + p.val(i+2, number), false, i + 3
	}
	return n, false, i + 1
}

// unitAt reads a unit of time, 0 where there is none.
func (p *parser) unitAt(i int) (u, to int) {
	switch {
	case p.is(i, unit):
		return p.val(i, unit), i + 1
	case p.is(i, units):
		return p.val(i, units), i + 1
	}
	return 0, i
}

// length reads a number of units: "two weeks", "a few days", "a fortnight".
func (p *parser) length(i int) (n, u int, approx bool, to int) {
	n, approx, j := p.number(i)
	if j == i {
		return 0, 0, false, i
	}
	if p.is(j, fortnight) {
		return 2 * n, week, approx, j + 1
	}
	u, to = p.unitAt(j)
	if u == 0 {
		return 0, 0, false, i
	}
	return n, u, approx, to
}

// distant reads "two weeks ago", "three days from now".
func (p *parser) distant(i int) (phrase, bool) {
	n, u, approx, j := p.length(i)
	switch {
	case j == i || p.anchor.IsZero():
		return phrase{}, false
	case p.is(j, ago):
		return p.away(i, j+1, u, -n, approx)
	case p.is(j, from) && p.is(j+1, now):
		return p.away(i, j+2, u, n, approx)
	}
	return phrase{}, false
}

// away is the unit that lies n units from the report's: a day, a week, a month,
// a year; decades give a year that is approximate.
func (p *parser) away(from, to, u, n int, approx bool) (phrase, bool) {
	var ph phrase
	ok := true
	switch u {
	case hour:
		ph = dated(from, to, single(p.anchor.AddDays(n/24).point()), ToDay)
	case day:
		ph = dated(from, to, single(p.anchor.AddDays(n).point()), ToDay)
	case decade, century:
		years := n * 10
		if u == century {
			years = n * 100
		}
		ph = dated(from, to, single(Point{Year: p.anchor.Year + years, Approx: true}), ToDecade)
	default:
		ph, ok = p.shift(from, to, u, n)
	}
	if approx {
		ph.value = ph.value.approx()
	}
	return ph, ok
}

// ahead reads "in two days" and "within 48 hours" of what is to come; of what
// is told they are durations.
func (p *parser) ahead(i int) (phrase, bool) {
	if !p.says(i, "in") && !p.is(i, within) {
		return phrase{}, false
	}
	j := p.skip(i+1, rough)
	n, u, approx, to := p.length(j)
	if to == j {
		return phrase{}, false
	}
	ph := phrase{from: i, to: to, kind: Duration}
	if p.possessive(to) && p.says(to+2, "time") || p.sign(to, '\'') && p.says(to+1, "time") {
		ph.to = to + 2
		if p.says(to+2, "time") {
			ph.to++
		}
	} else if p.tenseOf(i, to) != Future || p.is(to, of) || p.superlative(i) {
		return ph, true
	}
	if p.anchor.IsZero() {
		return phrase{}, false
	}
	if p.is(i, within) {
		return p.stretch(i, ph.to, u, n, approx)
	}
	return p.away(i, ph.to, u, n, approx || j > i+1)
}

// superlative tells "the first visit in two years" from "in two years".
func (p *parser) superlative(i int) bool {
	for j := i - 1; j >= 0 && j >= i-8 && !p.stop(j); j-- {
		if p.is(j, ordinal) || p.says(j, "only") || p.says(j, "time") || p.says(j, "most") || p.says(j, "once") || p.says(j, "worst") {
			return true
		}
	}
	return false
}

// duration reads "for two weeks" and "two-week".
func (p *parser) duration(i int) (phrase, bool) {
	if p.is(i, forWord) {
		j := i + 1
		if p.is(j, more) || p.is(j+1, more) {
			j += 2
		}
		j = p.skip(j, rough)
		_, _, _, to := p.length(j)
		return phrase{from: i, to: to, kind: Duration}, to > j && !p.is(to, ago)
	}
	if p.tight(i) && !p.sign(i-1, '-') {
		return phrase{}, false
	}
	_, _, j := p.number(i)
	if j == i || !p.sign(j, '-') || !p.tight(j) || !p.is(j+1, unit) {
		return phrase{}, false
	}
	return phrase{from: i, to: j + 2, kind: Duration}, true
}

// set reads "every Monday", "each week", "Mondays".
func (p *parser) set(i int) (phrase, bool) {
	if !p.is(i, every) {
		return phrase{}, false
	}
	if !p.says(i, "every") && !p.says(i, "each") {
		return phrase{from: i, to: i + 1, kind: Set}, p.capital(i)
	}
	j := i + 1
	if p.says(j, "other") || p.is(j, ordinal) {
		j++
	} else if _, _, k := p.number(j); k > j {
		j = k
	}
	if p.is(j, weekday) || p.is(j, unit) || p.is(j, units) || p.is(j, month) || p.is(j, season) || p.is(j, weekend) {
		return phrase{from: i, to: p.daypart(j + 1), kind: Set}, true
	}
	return phrase{}, false
}
