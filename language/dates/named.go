package dates

import "slices"

// readNamed reads days that have a name, "Christmas", "9/11", and days that news
// names without their year, "the Sept. 11 attacks".
func readNamed(p *parser, i int) (phrase, bool) {
	if ph, ok := readEvent(p, i); ok {
		return ph, true
	}
	if !p.is(i, named) && !p.sign(i, 'd') {
		return phrase{}, false
	}
	for _, d := range p.lex.named {
		to := spelled(p, i, d.words)
		if to == i || p.sign(i, 'w') && !p.capital(i) {
			continue
		}
		if d.year > 0 {
			return dated(i, to, single(Point{Year: d.year, Month: d.month, Day: d.day}), ToDay), true
		}
		a := partial{from: i, to: to, month: d.month, day: d.day}
		yearAfter(p, &a)
		return resolved(p, a)
	}
	return phrase{}, false
}

// spelled gives the token behind a row of words, i where they do not stand
// there.
func spelled(p *parser, i int, words []string) int {
	j := i
	for _, w := range words {
		if len(w) == 1 && p.sign(j, w[0]) {
			j++
			continue
		}
		if w == "9/11" {
			if !p.says(j, "9") || !p.sign(j+1, '/') || !p.says(j+2, "11") || p.sign(j+3, '/') || inTriple(p, j) {
				return i
			}
			j += 3
			continue
		}
		if !p.says(j, w) {
			return i
		}
		j++
	}
	return j
}

// readEvent reads the day of a known event before the word that tells of it.
func readEvent(p *parser, i int) (phrase, bool) {
	a, ok := monthDay(p, i)
	if !ok || a.year > 0 {
		return phrase{}, false
	}
	for _, e := range p.lex.events {
		if e.day.Month != a.month || e.day.Day != a.day || p.anchor.Before(e.day) && !p.anchor.IsZero() {
			continue
		}
		for j := a.to; j < a.to+2; j++ {
			if p.lower(j) && slices.Contains(e.words, p.form(j)) {
				return dated(i, a.to, single(e.day.point()), ToDay), true
			}
		}
	}
	return phrase{}, false
}
