package dates

// ranged reads "from Monday to Thursday", "between June 3 and June 9", "from
// last week until next month".
func ranged(p *parser, i int) (phrase, bool) {
	if !p.is(i, from) && !p.is(i, between) {
		return phrase{}, false
	}
	if ph, ok := calendar(p, i+1); ok && ph.value.From != ph.value.To {
		ph.from = i
		return ph, true
	}
	a, ok := core(p, i+1)
	if !ok || !p.is(a.to, to) && !(p.is(i, between) && p.is(a.to, and)) {
		return onwards(p, i, a, ok)
	}
	b, ok := core(p, a.to+1)
	if !ok {
		return phrase{}, false
	}
	v := Value{From: a.value.From, To: b.value.To}
	return dated(i, b.to, v, b.prec), v.ordered()
}

// onwards reads "from 2015 on".
func onwards(p *parser, i int, a phrase, ok bool) (phrase, bool) {
	if !ok || !p.is(i, from) || !p.says(a.to, "onwards") && !p.says(a.to, "onward") {
		return phrase{}, false
	}
	return dated(i, a.to+1, Value{From: a.value.From, OpenTo: true}, a.prec), true
}

// Values of the class bound.
const (
	byBound = 1 + iota
	beforeBound
	afterBound
	untilBound
	sinceBound
)

// bounded reads "by June 30", "before Monday", "after 2015", "until next week",
// "since 2015". Before a possessive the word belongs to what is possessed:
// "after Tuesday's talks" is a Tuesday.
func bounded(p *parser, i int) (phrase, bool) {
	if !p.is(i, bound) || delayed(p, i) {
		return phrase{}, false
	}
	x, ok := core(p, boundTime(p, i+1))
	if !ok {
		x, ok = about(p, i+1)
	}
	if !ok || x.kind != Date || p.possessive(x.to) || modifies(p, x) || x.value.OpenFrom || x.value.OpenTo {
		return phrase{}, false
	}
	x.from, x.mismatch = i, false
	switch p.val(i, bound) {
	case byBound, untilBound:
		x.value = Value{OpenFrom: true, To: lastDay(p, x)}
	case beforeBound:
		x.value = Value{OpenFrom: true, To: x.value.From.neighbour(-1)}
	case afterBound:
		x.value = Value{OpenTo: true, From: x.value.To.neighbour(1)}
	case sinceBound:
		x.value = Value{OpenTo: true, From: x.value.From}
	}
	return x, true
}

// modifies reports whether a date belongs to the noun behind it: "after Jan. 22
// elections".
func modifies(p *parser, x phrase) bool {
	f := p.form(x.to)
	return plural(p, x.to) && f[len(f)-2:] != "ss"
}

// boundTime steps over the hour before a day: "by midnight on Friday", "until 6
// p.m. on Friday".
func boundTime(p *parser, i int) int {
	var j int
	switch {
	case p.is(i, part):
		j = i + 1
	case digitAt(p, i) && (p.says(i+1, "pm") || p.says(i+1, "am")):
		j = i + 2
	case digitAt(p, i) && p.sign(i+2, '.') && p.says(i+3, "m"):
		j = i + 4
		if p.sign(j, '.') {
			j++
		}
	case digitAt(p, i) && p.is(i+1, clock):
		j = i + 2
	default:
		return i
	}
	for p.says(j, "on") || p.is(j, of) || p.sign(j, ',') {
		j++
	}
	return j
}

// lastDay is the end of "by the end of the year": the unit itself, or the last
// day of an interval.
func lastDay(p *parser, x phrase) Point {
	if endOf(p, x) {
		return x.value.To.Last().point()
	}
	return x.value.To
}

// endOf reports whether a phrase speaks of the end of a unit.
func endOf(p *parser, x phrase) bool {
	for i := x.from; i < x.to; i++ {
		if p.is(i, edge) && p.val(i, edge) == atEnd {
			return true
		}
	}
	return false
}

// neighbour is the point of the same unit right before or after a point.
func (p Point) neighbour(n int) Point {
	switch {
	case p.Day > 0:
		return p.First().AddDays(n).point()
	case p.Month > 20:
		return Point{Year: p.Year, Month: p.Month}
	case p.Month > 0:
		return p.First().month(n)
	case p.Unknown > 0 && n > 0:
		return Point{Year: p.Last().Year + 1}
	}
	return Point{Year: p.Year + n}
}

// about reads an approximate date: "around 2015", "about two weeks ago".
func about(p *parser, i int) (phrase, bool) {
	if !p.is(i, rough) {
		return phrase{}, false
	}
	x, ok := core(p, i+1)
	if !ok || x.kind != Date {
		return phrase{}, false
	}
	x.from, x.value = i, x.value.approx()
	return x, true
}
