package dates

// bareYear reads four digits that the words around make a year: "in 2012",
// "the 2015 deal", "(2015)", but not "2015 troops" or "Resolution 1929".
func bareYear(p *parser, i int) (int, bool) {
	y, ok := yearDigits(p, i)
	if !ok || inTriple(p, i) || p.is(i+1, count) || p.is(i-1, the) && p.is(i-2, of) && plural(p, i+1) {
		return 0, false
	}
	modern := y >= 1900
	switch {
	case p.is(i-1, in) || p.is(i-1, bound) && p.val(i-1, bound) == 5:
		return y, true
	case p.is(i-1, the) || p.sign(i-1, '\'') || p.says(i-1, "s"):
		return y, y >= 1700
	case plural(p, i+1):
		return 0, false
	case p.sign(i-1, '(') || p.sign(i+1, ')') || p.is(i-1, edge) || p.is(i-1, season) || p.is(i-1, rough):
		return y, y >= 1700
	case p.is(i-1, and) || p.is(i-1, or) || p.is(i-1, to):
		return y, modern && yearBefore(p, i)
	case p.sign(i-1, ',') && (p.sign(i+1, ')') || p.sign(i+1, ';')):
		return y, modern
	case p.is(i-1, bound):
		return y, y >= 1700
	case p.is(i-1, on) || p.is(i-1, dir):
		return y, modern
	case p.sign(i-1, '-') && p.tight(i):
		return y, modern && p.lower(i-2)
	case p.is(i+1, verb) && (i == 0 || stop(p, i-1)):
		return y, modern
	case p.lower(i-1) && p.lower(i+1) && !p.is(i+1, on):
		return y, modern
	}
	return 0, false
}

// yearBefore reports whether another year stands before the word that joins
// this one to it: "in 2012 and 2014", "from 2013 to 2015".
func yearBefore(p *parser, i int) bool {
	_, ok := bareYear(p, i-2)
	return ok
}

// readDecade reads "the 1990s", "the '90s", "the 19th century".
func readDecade(p *parser, i int) (phrase, bool) {
	j := p.skip(i, the)
	if p.sign(j, 'd') && p.toks[j].suffix == 't' && p.is(j+1, unit) && p.val(j+1, unit) == century && p.toks[j].num >= 10 {
		y := (int(p.toks[j].num) - 1) * 100
		return dated(i, j+2, single(Point{Year: y, Unknown: 2}), ToCentury), p.toks[j].num < 22
	}
	if j > i && p.sign(j, '\'') && p.tight(j+1) {
		j++
	}
	if !p.sign(j, 'd') || p.toks[j].suffix != 's' || p.toks[j].num%10 != 0 {
		return phrase{}, false
	}
	switch y := int(p.toks[j].num); {
	case p.toks[j].digits == 4 && y >= 1000 && y < 2100:
		return dated(i, j+1, single(Point{Year: y, Unknown: 1}), ToDecade), true
	case p.toks[j].digits == 2 && j == i+2 && y >= 20:
		return dated(i, j+1, single(Point{Year: 1900 + y, Unknown: 1}), ToDecade), true
	}
	return phrase{}, false
}
