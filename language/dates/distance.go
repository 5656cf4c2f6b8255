package dates

// distant reads "two weeks ago", "three days from now".
func distant(p *parser, i int) (phrase, bool) {
	n, u, approx, j := length(p, i)
	switch {
	case j == i || p.anchor.IsZero():
		return phrase{}, false
	case p.is(j, ago):
		return away(p, i, j+1, u, -n, approx)
	case p.is(j, from) && p.is(j+1, now):
		return away(p, i, j+2, u, n, approx)
	}
	return phrase{}, false
}

// away is the unit that lies n units from the report's: a day, a week, a month,
// a year; decades give a year that is approximate.
func away(p *parser, from, to, u, n int, approx bool) (phrase, bool) {
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
		ph, ok = shift(p, from, to, u, n)
	}
	if approx {
		ph.value = ph.value.approx()
	}
	return ph, ok
}

// ahead reads "in two days" and "within 48 hours" of what is to come; of what
// is told they are durations.
func ahead(p *parser, i int) (phrase, bool) {
	if !p.says(i, "in") && !p.is(i, within) {
		return phrase{}, false
	}
	j := p.skip(i+1, rough)
	n, u, approx, to := length(p, j)
	if to == j {
		return phrase{}, false
	}
	ph := phrase{from: i, to: to, kind: Duration}
	if p.possessive(to) && p.says(to+2, "time") || p.sign(to, '\'') && p.says(to+1, "time") {
		ph.to = to + 2
		if p.says(to+2, "time") {
			ph.to++
		}
	} else if tenseOf(p, i, to) != Future || p.is(to, of) || superlative(p, i) {
		return ph, true
	}
	if p.anchor.IsZero() {
		return phrase{}, false
	}
	if p.is(i, within) {
		return readStretch(p, i, ph.to, u, n, approx)
	}
	return away(p, i, ph.to, u, n, approx || j > i+1)
}

// superlative tells "the first visit in two years" from "in two years".
func superlative(p *parser, i int) bool {
	for j := i - 1; j >= 0 && j >= i-8 && !stop(p, j); j-- {
		if p.is(j, ordinal) || p.says(j, "only") || p.says(j, "time") || p.says(j, "most") || p.says(j, "once") || p.says(j, "worst") {
			return true
		}
	}
	return false
}

// duration reads "for two weeks" and "two-week".
func duration(p *parser, i int) (phrase, bool) {
	if p.is(i, forWord) {
		j := i + 1
		if p.is(j, more) || p.is(j+1, more) {
			j += 2
		}
		j = p.skip(j, rough)
		_, _, _, to := length(p, j)
		return phrase{from: i, to: to, kind: Duration}, to > j && !p.is(to, ago)
	}
	if p.tight(i) && !p.sign(i-1, '-') {
		return phrase{}, false
	}
	_, _, j := readNumber(p, i)
	if j == i || !p.sign(j, '-') || !p.tight(j) || !p.is(j+1, unit) {
		return phrase{}, false
	}
	return phrase{from: i, to: j + 2, kind: Duration}, true
}

// set reads "every Monday", "each week", "Mondays".
func set(p *parser, i int) (phrase, bool) {
	if !p.is(i, every) {
		return phrase{}, false
	}
	if !p.says(i, "every") && !p.says(i, "each") {
		return phrase{from: i, to: i + 1, kind: Set}, p.capital(i)
	}
	j := i + 1
	if p.says(j, "other") || p.is(j, ordinal) {
		j++
	} else if _, _, k := readNumber(p, j); k > j {
		j = k
	}
	if p.is(j, weekday) || p.is(j, unit) || p.is(j, units) || p.is(j, month) || p.is(j, season) || p.is(j, weekend) {
		return phrase{from: i, to: p.daypart(j + 1), kind: Set}, true
	}
	return phrase{}, false
}
