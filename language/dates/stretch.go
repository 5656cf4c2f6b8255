package dates

// readStretch is the time of n units up to the report, or from it on where n is
// positive: days for short units, months and years for long ones. Vague ends
// are approximate.
func readStretch(p *parser, from, to, u, n int, vague bool) (phrase, bool) {
	a := p.anchor
	near, far := a.point(), Point{}
	prec := ToDay
	switch u {
	case hour:
		far = a.AddDays((n + sign(n)*23) / 24).point()
	case day:
		if vague && n == sign(n)*vagueCount {
			n = sign(n) * 7
		}
		far = a.AddDays(n).point()
	case week:
		far, prec = a.AddDays(7*n).point(), ToWeek
	case monthUnit:
		near, far, prec = a.month(0), a.month(n), ToMonth
	case year:
		near, far, prec = Point{Year: a.Year}, Point{Year: a.Year + n}, ToYear
		if n == sign(n) {
			near, far = a.month(0), a.month(12*n)
		}
	case decade:
		near, far, prec = Point{Year: a.Year}, Point{Year: a.Year + 10*n, Approx: true}, ToDecade
	default:
		return phrase{}, false
	}
	far.Approx = far.Approx || vague
	if n < 0 {
		return dated(from, to, Value{From: far, To: near}, prec), true
	}
	return dated(from, to, Value{From: near, To: far}, prec), true
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
