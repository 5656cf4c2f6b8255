package dates

import "strings"

// newspaper reports whether a weekday is part of a name: "The Sunday Times",
// "Mail on Sunday", "Black Friday".
func newspaper(p *parser, i int) bool {
	switch {
	case p.is(i-1, feast) && p.capital(i-1):
		return true
	case p.is(i+1, paper) && p.capital(i+1):
		return true
	case p.is(i+1, show) && p.capital(i+1) && p.capital(i+2):
		return true
	}
	return p.says(i-1, "on") && p.says(i-2, "mail") && p.capital(i-2)
}

// monthly reports whether a month's name without a number stands for the month
// and not for a word or a person: "in March", but not "Theresa May", "August
// Kern" or "March on the palace".
func monthly(p *parser, i int) bool {
	if p.is(i-1, title) || p.capital(i-1) && !p.is(i-1, on) && !p.is(i-1, dir) && !p.is(i-1, edge) && !p.is(i-1, month) && p.is(i, loose) {
		return false
	}
	if !p.is(i, loose) {
		return true
	}
	switch {
	case p.is(i-1, in) || p.is(i-1, dir) || p.is(i-1, edge) || p.says(i-1, "since") || p.says(i-1, "until") || p.says(i-1, "during"):
		return true
	case p.sign(i-1, '-') && p.is(i-2, edge):
		return true
	case p.is(i-1, and) || p.is(i-1, or) || p.is(i-1, to):
		return p.is(i-2, month)
	case p.is(i-1, on):
		return !surname(p, i) && !p.sign(i+1, '\'')
	case p.is(i+1, to) || p.is(i+1, and):
		return p.is(i+2, month)
	}
	return p.lower(i-1) && p.lower(i+1) && !p.is(i+1, on) && !surname(p, i)
}

// surname reports whether the text has somebody who is called like the month.
func surname(p *parser, i int) bool {
	name := p.form(i)
	for _, before := range [...]string{"Theresa ", "Mrs ", "Mrs. ", "Ms ", "Mr ", "Mr. ", "Lady "} {
		for rest := p.text; ; {
			at := strings.Index(rest, before)
			if at < 0 {
				break
			}
			rest = rest[at+len(before):]
			if strings.HasPrefix(rest, name) {
				return true
			}
		}
	}
	return false
}
