package dates

// readNumber reads how many: digits, a word, "a few", "a couple of", "twenty-four".
// The token behind it is i where there is no number.
func readNumber(p *parser, i int) (n int, approx bool, to int) {
	if p.sign(i, 'd') && p.toks[i].suffix == 0 && p.toks[i].digits < 4 && p.toks[i].num > 0 && !inTriple(p, i) {
		return int(p.toks[i].num), false, i + 1
	}
	j := i
	if p.says(j, "a") {
		j++
	}
	if p.is(j, vague) {
		n, j = p.val(j, vague), p.skip(j+1, of)
		return n, true, j
	}
	if !p.is(i, number) {
		return 0, false, i
	}
	n = p.val(i, number)
	if n >= 20 && p.sign(i+1, '-') && p.is(i+2, number) && p.val(i+2, number) < 10 {
		return n + p.val(i+2, number), false, i + 3
	}
	return n, false, i + 1
}

// unitAt reads a unit of time, 0 where there is none.
func unitAt(p *parser, i int) (u, to int) {
	switch {
	case p.is(i, unit):
		return p.val(i, unit), i + 1
	case p.is(i, units):
		return p.val(i, units), i + 1
	}
	return 0, i
}

// length reads a number of units: "two weeks", "a few days", "a fortnight".
func length(p *parser, i int) (n, u int, approx bool, to int) {
	n, approx, j := readNumber(p, i)
	if j == i {
		return 0, 0, false, i
	}
	if p.is(j, fortnight) {
		return 2 * n, week, approx, j + 1
	}
	u, to = unitAt(p, j)
	if u == 0 {
		return 0, 0, false, i
	}
	return n, u, approx, to
}
