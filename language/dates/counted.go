package dates

// offset reads a day that is counted from another: "a week from Thursday", "two
// days after 3 March", the British "a week on Monday". Where the other day is
// known and this one is not, the words are a duration, for they do not mean the
// other day: "a week before Monday's vote" of a vote that may be over.
func offset(p *parser, i int) (phrase, bool) {
	n, u, approx, j := length(p, i)
	if j == i || p.anchor.IsZero() || p.is(i-1, forWord) {
		return phrase{}, false
	}
	tense := tenseOf(p, i, j)
	switch {
	case p.is(j, from):
		tense = Future
	case p.says(j, "after"):
	case p.says(j, "before"):
		n = -n
	case p.says(j, "on") && u == week && tense == Future:
	default:
		return phrase{}, false
	}
	a, ok := date(p, j+1)
	if !ok || a.precision() != ToDay || spans(p, a) {
		return phrase{}, false
	}
	unsure := n < 0 && a.month == 0
	pt, _, ok := resolve(p, a, tense)
	if !ok || unsure || u != day && u != week {
		return phrase{from: i, to: a.to, kind: Duration}, true
	}
	if u == week {
		n *= 7
	}
	ph := dated(i, a.to, single(pt.First().AddDays(n).point()), ToDay)
	if approx {
		ph.value = ph.value.approx()
	}
	return ph, true
}

// spans reports whether a date is the first of two that something lasts from and
// to: "two days from Monday to Tuesday".
func spans(p *parser, a partial) bool {
	if !p.says(a.to, "to") && !p.says(a.to, "until") {
		return false
	}
	_, ok := date(p, a.to+1)
	return ok
}

// dayWord reads the day of a month in words: "fourth", "twenty-first". The token
// behind it is i where there is none.
func dayWord(p *parser, i int) (n, to int) {
	switch {
	case p.is(i, ordinal):
		n, to = p.val(i, ordinal), i+1
	case p.is(i, number) && p.val(i, number) >= 20 && p.sign(i+1, '-') && p.is(i+2, ordinal) && p.val(i+2, ordinal) < 10:
		n, to = p.val(i, number)+p.val(i+2, ordinal), i+3
	}
	if n < 1 || n > 31 {
		return 0, i
	}
	return n, to
}

// wordedDay reads "the fourth of March". In "the first of May's reforms" the
// month may be a person.
func wordedDay(p *parser, i int) (partial, bool) {
	if !p.is(i, the) {
		return partial{}, false
	}
	n, j := dayWord(p, i+1)
	if j == i+1 || !p.is(j, of) || !readMonth(p, j+1) || p.possessive(j+2) {
		return partial{}, false
	}
	a := partial{from: i, month: p.val(j+1, month), day: n, to: afterMonth(p, j+1)}
	yearAfter(p, &a)
	return a, a.valid()
}
