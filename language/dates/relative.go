package dates

// readDeictic reads days that are named from the report's: "today", "yesterday
// morning", "overnight", "last night", "this evening", "the day after
// tomorrow".
func readDeictic(p *parser, i int) (phrase, bool) {
	if p.anchor.IsZero() {
		return phrase{}, false
	}
	a := p.anchor
	switch {
	case p.is(i, deictic) && !outlet(p, i):
		return dated(i, p.daypart(i+1), single(a.AddDays(p.val(i, deictic)).point()), ToDay), true
	case p.is(i, overnight):
		if ph, ok := overnightAt(p, i); ok {
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
func overnightAt(p *parser, i int) (phrase, bool) {
	j := p.skip(i+1, on)
	if !p.is(j, weekday) || !p.capital(j) || newspaper(p, j) {
		return phrase{}, false
	}
	from := resolveWeekday(p, p.val(j, weekday), tenseOf(p, i, j+1))
	if from == p.anchor {
		from = from.AddDays(-1)
	}
	return dated(i, j+1, days(from, from.AddDays(1)), ToDay), true
}

// outlet tells USA Today and the Today programme from today.
func outlet(p *parser, i int) bool {
	return p.capital(i) && i > 0 && p.sign(i-1, 'w') && (p.capital(i-1) || p.is(i-1, the))
}

// sooner reads "earlier this week", "later today", "earlier on Monday", "later
// in the month".
func sooner(p *parser, i int) (phrase, bool) {
	if !p.is(i, earlier) {
		return phrase{}, false
	}
	j := p.skip(i+1, on)
	x, ok := thisUnit(p, j)
	if !ok {
		x, ok = core(p, j)
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

// readWeekend reads "the weekend".
func readWeekend(p *parser, i int) (phrase, bool) {
	if !p.is(i, the) || !p.is(i+1, weekend) || p.is(i+2, of) {
		return phrase{}, false
	}
	return weekendAt(p, i, i+2, tenseOf(p, i, i+2))
}
