package dates

// numeric reads 2015-06-30, 30/06/2015, 06/30/2015 and 30.06.2015. Where the
// order of day and month is open there is no date.
func numeric(p *parser, i int) (partial, bool) {
	sep, ok := triple(p, i)
	if !ok {
		return partial{}, false
	}
	a, b, c := p.toks[i], p.toks[i+2], p.toks[i+4]
	d := partial{from: i, to: i + 5}
	switch {
	case a.digits == 4 && sep != '.' && b.digits <= 2 && c.digits <= 2:
		d.year, d.month, d.day = int(a.num), int(b.num), int(c.num)
	case c.digits != 4 || a.digits > 2 || b.digits > 2:
		return partial{}, false
	case sep == '.' || a.num > 12 || a.num == b.num:
		d.day, d.month, d.year = int(a.num), int(b.num), int(c.num)
	case b.num > 12:
		d.month, d.day, d.year = int(a.num), int(b.num), int(c.num)
	}
	return d, d.year >= 1000 && d.year <= 2100 && validDay(d.year, d.month, d.day)
}

// triple reports whether three numbers joined by the same sign stand at a
// token, and that sign.
func triple(p *parser, i int) (sep byte, ok bool) {
	if !digitAt(p, i) || !digitAt(p, i+2) || !digitAt(p, i+4) {
		return 0, false
	}
	sep = p.toks[i+1].kind
	if sep != p.toks[i+3].kind || sep != '/' && sep != '-' && sep != '.' {
		return 0, false
	}
	for j := i + 1; j <= i+4; j++ {
		if !p.tight(j) {
			return 0, false
		}
	}
	return sep, true
}

func digitAt(p *parser, i int) bool { return p.sign(i, 'd') && p.toks[i].suffix == 0 }

// inTriple reports whether a number belongs to a chain of numbers that is not
// a date: 1.2.2015.4, 03/04/2015.
func inTriple(p *parser, i int) bool {
	if !p.tight(i) {
		return false
	}
	switch p.toks[i-1].kind {
	case '/', '.', ':', '$', '#', '_', '=', '&', '+', '@', '\\', 'w', 'd', 'n':
		return true
	}
	return false
}
