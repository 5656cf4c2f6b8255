package dates

// Values of the class edge.
const (
	atEarly = 1 + iota
	atMid
	atLate
	atStart
	atEnd
)

// edged reads a part of a longer time: "early June", "mid-2015", "the end of
// next year", "late on Saturday", "the early 2000s".
func edged(p *parser, i int) (phrase, bool) {
	j := p.skip(i, the)
	if !p.is(j, edge) {
		return phrase{}, false
	}
	e := p.val(j, edge)
	j++
	switch {
	case e >= atStart || p.is(j, of):
		if !p.is(j, of) {
			return phrase{}, false
		}
		j++
	case p.sign(j, '-') || p.is(j, on) && !p.is(j, bound):
		j++
	}
	x, ok := thisUnit(p, j)
	if !ok {
		x, ok = core(p, j)
	}
	if !ok || x.kind != Date || x.value.OpenFrom || x.value.OpenTo {
		return phrase{}, false
	}
	x.from = i
	return cut(x, e)
}

// cut takes a part of a value, by its precision. A day is not cut.
func cut(x phrase, e int) (phrase, bool) {
	from, to := x.value.From, x.value.To
	switch x.prec {
	case ToDay:
		return x, true
	case ToWeek:
		n := [...][2]int{atEarly: {0, 1}, atMid: {1, 3}, atLate: {3, 6}, atStart: {0, 1}, atEnd: {4, 6}}[e]
		monday := from.First()
		x.value = days(monday.AddDays(n[0]), monday.AddDays(n[1]))
		return x, from.Day > 0
	case ToMonth:
		last := lastOf(from.Year, min(12, from.Month))
		n := [...][2]int{atEarly: {1, 10}, atMid: {11, 20}, atLate: {21, last}, atStart: {1, 7}, atEnd: {last - 6, last}}[e]
		x.value = days(Day{from.Year, from.Month, n[0]}, Day{from.Year, from.Month, n[1]})
		return x, from == to && from.Month <= 12
	case ToSeason:
		first := from.First().month(0)
		n := [...][2]int{atEarly: {0, 0}, atMid: {1, 1}, atLate: {2, 2}, atStart: {0, 0}, atEnd: {2, 2}}[e]
		x.value = single(first.First().month(n[0]))
		return x, from == to
	case ToYear:
		n := [...][2]int{atEarly: {1, 4}, atMid: {5, 8}, atLate: {9, 12}, atStart: {1, 1}, atEnd: {12, 12}}[e]
		x.value = Value{From: Point{Year: from.Year, Month: n[0]}, To: Point{Year: from.Year, Month: n[1]}}
		return x, from == to
	}
	return cutDecade(x, e)
}

// cutDecade takes some years of a decade, or of a century.
func cutDecade(x phrase, e int) (phrase, bool) {
	scale := 1
	if x.prec == ToCentury {
		scale = 10
	}
	n := [...][2]int{atEarly: {0, 3}, atMid: {4, 6}, atLate: {7, 9}, atStart: {0, 0}, atEnd: {9, 9}}[e]
	y := x.value.From.Year
	x.value = Value{From: Point{Year: y + n[0]*scale}, To: Point{Year: y + n[1]*scale + scale - 1}}
	return x, x.value.From.Unknown == 0 && x.prec != ToSeason
}

// portion reads "the first half of 2015", "the third quarter", "the second week
// of June", "the first three months of the year".
func portion(p *parser, i int) (phrase, bool) {
	j := p.skip(i, the)
	last := p.says(j, "last")
	if !p.is(j, ordinal) && !last {
		return phrase{}, false
	}
	n := 0
	if !last {
		n = p.val(j, ordinal)
	}
	j++
	count, _, k := readNumber(p, j)
	if k == j {
		count = 1
	}
	switch {
	case p.is(k, half) || p.is(k, quarter):
		return fraction(p, i, k, n)
	case !p.is(k, unit) && !p.is(k, units) || !p.is(k+1, of):
		return phrase{}, false
	}
	u, _ := unitAt(p, k)
	x, ok := whole(p, k+2)
	if !ok || n > 1 && count > 1 {
		return phrase{}, false
	}
	return slice(i, x, u, n, count)
}

// whole reads the time that a portion is taken of.
func whole(p *parser, i int) (phrase, bool) {
	if x, ok := thisUnit(p, i); ok {
		return x, true
	}
	x, ok := core(p, i)
	return x, ok && x.kind == Date && x.value.From == x.value.To
}

// fraction reads a half or a quarter of a year or month; a quarter without its
// year is the one nearest to the report.
func fraction(p *parser, i, k, n int) (phrase, bool) {
	parts := 4
	if p.is(k, half) {
		parts = 2
	}
	if n == 0 {
		n = parts
	}
	j := p.skip(k+1, of)
	j = p.skip(j, in)
	x, ok := whole(p, j)
	if y, bare := yearDigits(p, j); !ok && bare {
		x, ok = dated(j, j+1, single(Point{Year: y}), ToYear), true
	}
	if !ok && parts == 4 && j == k+1 && !p.anchor.IsZero() && n <= 4 {
		a := partial{month: 3 * n}
		pt, ok := resolveMonth(p, a, tenseOf(p, i, k+1))
		return dated(i, k+1, months(pt.Year, 3*n-2, 3*n), ToMonth), ok
	}
	if !ok || n > parts {
		return phrase{}, false
	}
	pt := x.value.From
	switch {
	case x.prec == ToYear:
		size := 12 / parts
		return dated(i, x.to, months(pt.Year, size*(n-1)+1, size*n), ToMonth), true
	case x.prec == ToMonth && parts == 2 && n == 1:
		return dated(i, x.to, days(pt.First(), pt.First().AddDays(14)), ToDay), true
	case x.prec == ToMonth && parts == 2:
		return dated(i, x.to, days(pt.First().AddDays(15), pt.Last()), ToDay), true
	}
	return phrase{}, false
}

func months(year, from, to int) Value {
	return Value{From: Point{Year: year, Month: from}, To: Point{Year: year, Month: to}}
}

// slice takes count units from the n-th on, or the last ones where n is 0, of a
// month or a year.
func slice(i int, x phrase, u, n, count int) (phrase, bool) {
	pt := x.value.From
	switch {
	case u == week && x.prec == ToMonth && n == 0:
		return dated(i, x.to, days(pt.Last().AddDays(1-7*count), pt.Last()), ToWeek), count < 5
	case u == week && x.prec == ToMonth:
		first := pt.First().AddDays(7 * (n - 1))
		return dated(i, x.to, days(first, first.AddDays(7*count-1)), ToWeek), n+count < 6
	case u == monthUnit && x.prec == ToYear && n == 0:
		return dated(i, x.to, months(pt.Year, 13-count, 12), ToMonth), count <= 12
	case u == monthUnit && x.prec == ToYear:
		return dated(i, x.to, months(pt.Year, n, n+count-1), ToMonth), n+count <= 13
	case u == day && x.prec == ToMonth && n == 0:
		return dated(i, x.to, days(pt.Last().AddDays(1-count), pt.Last()), ToDay), count < 28
	case u == day && (x.prec == ToMonth || x.prec == ToYear):
		return dated(i, x.to, days(pt.First().AddDays(n-1), pt.First().AddDays(n+count-2)), ToDay), n+count < 28
	}
	return phrase{}, false
}
