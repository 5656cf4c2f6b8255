package dates

// directed reads what a word like last, next or this points at: "last
// Tuesday", "next month", "this weekend", "the past three months", "the coming
// weeks", "recent days".
func directed(p *parser, i int) (phrase, bool) {
	if p.anchor.IsZero() || p.is(i-1, owner) || p.possessive(i-2) {
		return phrase{}, false
	}
	j := p.skip(i, the)
	if p.is(j, recent) && p.is(j+1, units) {
		return readStretch(p, i, j+2, p.val(j+1, units), -vagueCount, true)
	}
	if !p.is(j, dir) {
		return phrase{}, false
	}
	n, article := p.val(j, dir), j > i
	touches := p.is(j, stretch) || n > 0
	if j++; p.is(j, dir) {
		n = p.val(j, dir)
		j++
	}
	if ph, ok := pointed(p, i, j, n, article && touches, p.says(j-1, "past")); ok {
		return ph, true
	}
	if n == 0 {
		return phrase{}, false
	}
	return several(p, i, j, n)
}

// pointed reads one thing behind the direction.
func pointed(p *parser, i, j, n int, touches, passed bool) (phrase, bool) {
	switch {
	case p.is(j, weekday) && p.capital(j) && !newspaper(p, j):
		d := pointWeekday(p, j, n, p.is(j-1, stretch) && p.says(j-1, "next"))
		return dated(i, p.daypart(j+1), single(d.point()), ToDay), true
	case readMonth(p, j):
		return pointMonth(p, i, j, n)
	case p.is(j, season):
		return dated(i, j+1, single(pointSeason(p, p.val(j, season), n)), ToSeason), true
	case p.is(j, weekend):
		return pointWeekend(p, i, j, n)
	case !p.is(j, unit) || p.is(j+1, of) || p.val(j, unit) <= day:
		return phrase{}, false
	case touches || passed:
		return readStretch(p, i, j+1, p.val(j, unit), n, false)
	}
	return shift(p, i, j+1, p.val(j, unit), n)
}

// pointWeekday: last Tuesday is the one before the report's day; next Tuesday is
// in the week after this one; the coming Tuesday is the first after today; this
// Tuesday goes by its tense.
func pointWeekday(p *parser, j, n int, next bool) Day {
	w, a := p.val(j, weekday), p.anchor
	switch {
	case n < 0:
		return a.AddDays(-((a.Weekday()-w+6)%7 + 1))
	case n > 0 && next:
		return a.monday(1).AddDays(w - 1)
	case n > 0:
		return a.AddDays((w-a.Weekday()+6)%7 + 1)
	case tenseOf(p, j, j+1) == Past:
		return resolveWeekday(p, w, Past)
	}
	return resolveWeekday(p, w, Future)
}

// pointMonth: last June is before the report's month, next June after it, this
// June in its year; a day of the month goes with it.
func pointMonth(p *parser, i, j, n int) (phrase, bool) {
	a, ok := monthDay(p, j)
	if !ok {
		a, ok = monthAlone(p, j)
	}
	if !ok {
		return phrase{}, false
	}
	if a.year == 0 {
		a.year = p.anchor.Year
		switch {
		case n < 0 && a.month >= p.anchor.Month && (a.day == 0 || !a.before(p.anchor)):
			a.year--
		case n > 0 && a.month <= p.anchor.Month && (a.day == 0 || a.before(p.anchor)):
			a.year++
		}
	}
	pt, _, ok := resolve(p, a, Unknown)
	return dated(i, a.to, single(pt), a.precision()), ok
}

// pointSeason: last summer is over, next summer has not begun, this summer is
// the one of the report's year, or the winter that the report stands in.
func pointSeason(p *parser, s, n int) Point {
	pt := Point{Year: p.anchor.Year - 1, Month: s}
	switch {
	case n < 0:
		for pt.Year++; !pt.Last().Before(p.anchor); pt.Year-- {
			continue
		}
	case n > 0:
		for !p.anchor.Before(pt.First()) {
			pt.Year++
		}
	case s != winter || p.anchor.Month > 2:
		pt.Year++
	}
	return pt
}

const winter = 24

// pointWeekend: on its own days, this weekend is the present one, and last
// weekend the one before; from Thursday on, this weekend is the coming one.
func pointWeekend(p *parser, i, j, n int) (phrase, bool) {
	t := Future
	if n < 0 || n == 0 && p.anchor.Weekday() < 4 && tenseOf(p, j, j+1) == Past {
		t = Past
	}
	ph, ok := weekendAt(p, i, j+1, t)
	shift := 0
	switch {
	case n < 0 && p.anchor.Weekday() > 5:
		shift = -7
	case n > 0 && (p.says(j-1, "next") || p.anchor.Weekday() > 5):
		shift = 7
	}
	ph.value = days(ph.value.From.First().AddDays(shift), ph.value.To.Last().AddDays(shift))
	return ph, ok
}

// vagueCount is what "the coming weeks" and "recent months" count as.
const vagueCount = 4

// several reads a number of units behind the direction, or units without a
// number.
func several(p *parser, i, j, n int) (phrase, bool) {
	if p.is(j, units) && !p.is(j+1, of) {
		return readStretch(p, i, j+1, p.val(j, units), n*vagueCount, true)
	}
	num, approx, k := readNumber(p, j)
	if k == j || p.is(k+1, of) {
		return phrase{}, false
	}
	u, k := unitAt(p, k)
	if u == 0 {
		return phrase{}, false
	}
	return readStretch(p, i, k, u, n*num, approx)
}
