package dates

// thisUnit reads "the week", "the year" where the words before make it the
// present one: "the end of the year".
func thisUnit(p *parser, i int) (phrase, bool) {
	if !p.is(i, the) || !p.is(i+1, unit) || p.anchor.IsZero() || p.is(i+2, of) {
		return phrase{}, false
	}
	return shift(p, i, i+2, p.val(i+1, unit), 0)
}

// shift is the calendar's unit that lies n units after the present one.
func shift(p *parser, from, to, u, n int) (phrase, bool) {
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

// weekendAt is the present weekend on its own days, else the last or the coming
// one.
func weekendAt(p *parser, from, to int, t Tense) (phrase, bool) {
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
