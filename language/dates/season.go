package dates

// readSeason reads "spring 2014", "the summer of 2014", "in the autumn".
func readSeason(p *parser, i int) (phrase, bool) {
	j := p.skip(i, the)
	if !p.is(j, season) || p.capital(j-1) && !p.is(j-1, on) && !p.is(j-1, the) {
		return phrase{}, false
	}
	s, k := p.val(j, season), p.skip(j+1, of)
	if y, ok := yearDigits(p, k); ok && !p.is(k+1, count) {
		to := k + 1
		if b, ok := yearRange(p, partial{year: y, from: k, to: to}, joiner(p, to)); ok && b.year == y+1 && p.sign(to, '-') {
			to = b.to
		}
		return dated(i, to, single(Point{Year: y, Month: s}), ToSeason), true
	}
	if p.anchor.IsZero() {
		return phrase{}, false
	}
	if p.is(k, dir) && p.is(k+1, unit) && p.val(k+1, unit) == year {
		return dated(i, k+2, single(Point{Year: p.anchor.Year + p.val(k, dir), Month: s}), ToSeason), true
	}
	if k > j+1 || !p.is(i-1, in) && !p.is(i-1, bound) || p.is(j, loose) && (j == i || p.sign(j+1, 'w') && !p.is(j+1, on)) || p.sign(j+1, 'w') && p.lower(j+1) && !p.is(j+1, on) && j == i {
		return phrase{}, false
	}
	back := Point{Year: p.anchor.Year + 1, Month: s}
	for p.anchor.Before(back.First()) {
		back.Year--
	}
	ahead := back
	for ahead.Last().Before(p.anchor) {
		ahead.Year++
	}
	return dated(i, j+1, single(choose(p, back, ahead, tenseOf(p, i, j+1))), ToSeason), true
}
