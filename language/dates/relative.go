package dates

// deictic reads days that are named from the report's: "today", "yesterday
// morning", "overnight", "last night", "this evening", "the day after
// tomorrow".
func (p *parser) deictic(i int) (phrase, bool) {
	if p.anchor.IsZero() {
		return phrase{}, false
	}
	a := p.anchor
	switch {
	case p.is(i, deictic) && !p.outlet(i):
		return dated(i, p.daypart(i+1), single(a.AddDays(p.val(i, deictic)).point()), ToDay), true
	case p.is(i, overnight):
		if ph, ok := p.overnightAt(i); ok {
			return ph, true
		}
		return dated(i, i+1, days(a.AddDays(-1), a), ToDay), true
	case p.is(i, dir) && p.val(i, dir) == -1 && p.is(i+1, show):
		return dated(i, i+2, single(a.AddDays(-1).point()), ToDay), true
	case p.is(i, dir) && p.val(i, dir) == 0 && p.is(i+1, part):
		return dated(i, i+2, single(a.point()), ToDay), true
	}
	j := p.skip(i, the)
	if j > i && p.says(j, "day") && p.is(j+1, before) && p.is(j+2, deictic) && p.val(j+2, deictic) == p.val(j+1, before) {
		return dated(i, j+3, single(a.AddDays(2*p.val(j+1, before)).point()), ToDay), true
	}
	return phrase{}, false
}

// overnightAt reads "overnight Sunday", the night that follows that day, or
// that leads to it if it is the report's.
func (p *parser) overnightAt(i int) (phrase, bool) {
	j := p.skip(i+1, on)
	if !p.is(j, weekday) || !p.capital(j) || p.newspaper(j) {
		return phrase{}, false
	}
	from := p.resolveWeekday(p.val(j, weekday), p.tenseOf(i, j+1))
	if from == p.anchor {
		from = from.AddDays(-1)
	}
	return dated(i, j+1, days(from, from.AddDays(1)), ToDay), true
}

// outlet tells USA Today and the Today programme from today.
func (p *parser) outlet(i int) bool {
	return p.capital(i) && i > 0 && p.sign(i-1, 'w') && (p.capital(i-1) || p.is(i-1, the))
}

// sooner reads "earlier this week", "later today", "earlier on Monday", "later
// in the month".
func (p *parser) sooner(i int) (phrase, bool) {
	if !p.is(i, earlier) {
		return phrase{}, false
	}
	j := p.skip(i+1, on)
	x, ok := p.thisUnit(j)
	if !ok {
		x, ok = p.core(j)
	}
	if !ok || x.kind != Date || x.value.OpenFrom || x.value.OpenTo {
		return phrase{}, false
	}
	x.from = i
	if p.anchor.IsZero() || x.value.From.First() == x.value.To.Last() || !days(p.anchor, p.anchor).Within(x.value) {
		return x, true
	}
	now := p.anchor.point()
	if x.prec == ToYear || x.prec == ToDecade {
		now.Day = 0
	}
	if p.val(i, earlier) < 0 {
		x.value = span(x.value.From.First(), now, now.Day == 0, false)
	} else {
		x.value = span(x.value.To.Last(), now, now.Day == 0, true)
	}
	return x, true
}

// span is the time between a day at the end of a unit and now, in days or in
// months.
func span(end Day, now Point, months, ahead bool) Value {
	far := end.point()
	if months {
		far.Day = 0
	}
	if ahead {
		return Value{From: now, To: far}
	}
	return Value{From: far, To: now}
}

// thisUnit reads "the week", "the year" where the words before make it the
// present one: "the end of the year".
func (p *parser) thisUnit(i int) (phrase, bool) {
	if !p.is(i, the) || !p.is(i+1, unit) || p.anchor.IsZero() || p.is(i+2, of) {
		return phrase{}, false
	}
	return p.shift(i, i+2, p.val(i+1, unit), 0)
}

// shift is the calendar's unit that lies n units after the present one.
func (p *parser) shift(from, to, u, n int) (phrase, bool) {
	a := p.anchor
	if a.IsZero() {
		return phrase{}, false
	}
	switch u {
	case week:
		return dated(from, to, days(a.monday(n), a.monday(n).AddDays(6)), ToWeek), true
	case monthUnit:
		return dated(from, to, single(a.month(n)), ToMonth), true
	case year:
		return dated(from, to, single(Point{Year: a.Year + n}), ToYear), true
	case decade:
		return dated(from, to, single(Point{Year: a.Year/10*10 + 10*n, Unknown: 1}), ToDecade), true
	case century:
		return dated(from, to, single(Point{Year: a.Year/100*100 + 100*n, Unknown: 2}), ToCentury), true
	}
	return phrase{}, false
}

// weekend reads "the weekend".
func (p *parser) weekend(i int) (phrase, bool) {
	if !p.is(i, the) || !p.is(i+1, weekend) || p.is(i+2, of) {
		return phrase{}, false
	}
	return p.weekendAt(i, i+2, p.tenseOf(i, i+2))
}

// weekendAt is the present weekend on its own days, else the last or the coming
// one.
func (p *parser) weekendAt(from, to int, t Tense) (phrase, bool) {
	if p.anchor.IsZero() {
		return phrase{}, false
	}
	n := -1
	if t == Future || p.anchor.Weekday() > 5 {
		n = 0
	}
	saturday := p.anchor.monday(n).AddDays(5)
	return dated(from, to, days(saturday, saturday.AddDays(1)), ToWeek), true
}
