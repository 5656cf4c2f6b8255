package dates

// readAnaphor reads a day that is counted from one that the text has named: "the
// following day", "a day later", "two days earlier", "the day before", "that
// evening". The words tell how far it lies, not from where, so that it is a Shift.
func readAnaphor(p *parser, i int) (phrase, bool) {
	if p.is(i-1, bound) || p.is(i-1, from) || p.is(i-1, owner) {
		return phrase{}, false
	}
	if ph, ok := otherDay(p, i); ok {
		return ph, true
	}
	if ph, ok := dayBeside(p, i); ok {
		return ph, true
	}
	if ph, ok := laterInDay(p, i); ok {
		return ph, true
	}
	return daysAway(p, i)
}

// otherDay reads "the next day", "the previous evening", "that same day".
func otherDay(p *parser, i int) (phrase, bool) {
	j := p.skip(i, the)
	if !p.is(j, anaphor) || j == i && !p.says(i, "that") && !p.says(i-1, "very") {
		return phrase{}, false
	}
	n := p.val(j, anaphor)
	if j++; n == 0 {
		j = p.skip(j, anaphor)
	}
	if !p.is(j, part) && (!p.is(j, unit) || p.val(j, unit) != day) {
		return phrase{}, false
	}
	return shifted(p, i, p.daypart(j+1), n, false)
}

// laterInDay reads "later in the day", "earlier in the evening".
func laterInDay(p *parser, i int) (phrase, bool) {
	if !p.is(i, earlier) || !p.says(i+1, "in") || !p.is(i+2, the) || !p.is(i+3, part) && !p.says(i+3, "day") {
		return phrase{}, false
	}
	return shifted(p, i, i+4, 0, false)
}

// dayBeside reads "the day before" and "the day after" with nothing behind that
// says before and after what.
func dayBeside(p *parser, i int) (phrase, bool) {
	if !p.is(i, the) || !p.says(i+1, "day") || !p.is(i+2, before) || !ends(p, i+3) {
		return phrase{}, false
	}
	return shifted(p, i, i+3, p.val(i+2, before), false)
}

// ends reports whether a clause ends at a token.
func ends(p *parser, i int) bool {
	return i >= len(p.toks) || p.sign(i, ',') || stop(p, i) || p.sign(i, '.')
}

// daysAway reads "a day later", "two days earlier", "a week later".
func daysAway(p *parser, i int) (phrase, bool) {
	n, u, approx, j := length(p, i)
	if j == i || u != day && u != week || !p.is(j, earlier) {
		return phrase{}, false
	}
	if u == week {
		n, approx = 7*n, true
	}
	return shifted(p, i, j+1, n*p.val(j, earlier), approx)
}

// shifted makes a phrase of a number of days, unless a comparison follows that
// tells from where they count: "the same day as", "a day later than".
func shifted(p *parser, i, to, n int, approx bool) (phrase, bool) {
	for _, w := range []string{"as", "than", "that", "when", "or", "of"} {
		if p.says(to, w) {
			return phrase{}, false
		}
	}
	return phrase{from: i, to: to, kind: Shift, shift: n, approx: approx}, !p.possessive(to)
}

// ShiftFrom gives the day that lies some days from another date: a day, or the
// first or last of an interval of days. False where the date is no such thing.
func (f Found) ShiftFrom(edtf string) (string, bool) {
	v, err := Parse(edtf)
	if err != nil || f.Kind != Shift || v.OpenFrom || v.OpenTo || v.From.Approx || v.To.Approx || v.From.Day == 0 || v.To.Day == 0 {
		return "", false
	}
	at := v.To
	switch {
	case f.Shift < 0:
		at = v.From
	case f.Shift == 0 && v.From != v.To:
		return "", false
	}
	pt := at.First().AddDays(f.Shift).point()
	pt.Approx = f.Approx
	return pt.String(), pt.Year > 0 && pt.Year < 10000
}
