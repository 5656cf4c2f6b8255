package dates

// dayRange reads two days of one month: "Feb 17-18, 2025", "17 and 18
// February".
func dayRange(p *parser, i int) (a, b partial, ok bool) {
	a, b = partial{from: i}, partial{}
	switch {
	case readMonth(p, i):
		j := afterMonth(p, i)
		k := joiner(p, j+1)
		if !dayNumber(p, j) || k == 0 || !dayNumber(p, k) || counted(p, i, k) || p.is(j+1, and) && p.toks[k].num != p.toks[j].num+1 || inTriple(p, k) && !p.sign(k-1, '-') {
			return a, b, false
		}
		a.month, a.day, b.day = p.val(i, month), int(p.toks[j].num), int(p.toks[k].num)
		b.to = k + 1
	case dayNumber(p, i):
		k := joiner(p, i+1)
		if k == 0 || !dayNumber(p, k) {
			return a, b, false
		}
		m := p.skip(k+1, of)
		if !readMonth(p, m) {
			return a, b, false
		}
		a.month, a.day, b.day = p.val(m, month), int(p.toks[i].num), int(p.toks[k].num)
		b.to = afterMonth(p, m)
	default:
		return a, b, false
	}
	b.month = a.month
	yearAfter(p, &b)
	a.year, a.to = b.year, b.to
	return a, b, a.day < b.day && a.valid() && b.valid()
}

// joiner gives the token behind a word or dash that joins the two ends of a
// range, 0 where there is none.
func joiner(p *parser, i int) int {
	if p.sign(i, '-') || p.is(i, to) || p.is(i, and) {
		return i + 1
	}
	return 0
}

// second reads the other end of a range or row that begins with a: "Monday to
// Thursday", "Tuesday and Wednesday", "February 28 to March 2", "2013-14". Rows
// with "and" must be of days or months that follow each other.
func second(p *parser, a partial) (partial, bool) {
	j := joiner(p, a.to)
	if j == 0 {
		return partial{}, false
	}
	if a.month == 0 && a.year > 0 {
		return yearRange(p, a, j)
	}
	b, ok := date(p, j)
	if !ok || a.precision() != b.precision() || (a.weekday > 0) != (b.weekday > 0) || b.month == 0 && b.year > 0 {
		return partial{}, false
	}
	if p.is(a.to, and) && !p.is(a.from-1, between) && !adjacent(a, b) {
		return partial{}, false
	}
	if b.year > 0 && a.year == 0 {
		a.year = b.year
	}
	return b, true
}

func adjacent(a, b partial) bool {
	switch {
	case a.day > 0 || b.day > 0:
		return false
	case a.weekday > 0:
		return b.weekday == a.weekday%7+1
	}
	return a.year == 0 && b.month == a.month%12+1
}

// yearRange reads the end of a range of years: 2013-14, 2013-2015, "2013 to
// 2015" after "from" or "between".
func yearRange(p *parser, a partial, j int) (partial, bool) {
	y, ok := yearDigits(p, j)
	if !ok && p.sign(j-1, '-') && digitAt(p, j) && p.toks[j].digits == 2 && !p.sign(j+1, '-') {
		y, ok = a.year/100*100+int(p.toks[j].num), true
	}
	dash := p.sign(j-1, '-') && p.tight(j-1) && p.tight(j)
	if !ok || y <= a.year || !dash && (!p.is(a.from-1, from) && !p.is(a.from-1, between)) {
		return partial{}, false
	}
	return partial{year: y, to: j + 1}, true
}

// resolveRange resolves the two ends of a range together: the end by its tense,
// the beginning right before it.
func resolveRange(p *parser, a, b partial) (phrase, bool) {
	t := tenseOf(p, a.from, b.to)
	if a.year == 0 && b.year > 0 {
		a.year = b.year
		if a.month > b.month {
			a.year--
		}
	}
	if b.year == 0 && a.year > 0 && b.month > 0 {
		b.year = a.year
		if a.month > b.month {
			b.year++
		}
	}
	from, _, okFrom := resolve(p, a, t)
	to, _, okTo := resolve(p, b, t)
	if !okFrom || !okTo {
		return phrase{}, false
	}
	if to.Last().Before(from.First()) {
		from, to = order(a, b, from, to, t)
	}
	v := Value{From: from, To: to}
	return dated(a.from, p.daypart(b.to), v, b.precision()), !to.Last().Before(from.First())
}

// order repairs a range whose end was resolved before its beginning: what is
// told moves the beginning back, everything else moves the end on.
func order(a, b partial, from, to Point, t Tense) (Point, Point) {
	if a.weekday > 0 && b.weekday > 0 && a.day == 0 && b.day == 0 {
		if t == Past {
			return from.First().AddDays(-7).point(), to
		}
		return from, to.First().AddDays(7).point()
	}
	if t == Past {
		from.Year--
	} else {
		to.Year++
	}
	return from, to
}
