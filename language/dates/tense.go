package dates

// tenseOf tells whether the tokens from from to to are told or foretold. What
// stands right before them goes first ("planned for Tuesday"), then what the
// caller knows, then the nearest telling word of the sentence.
func tenseOf(p *parser, from, to int) Tense {
	if planned(p, from) {
		return plannedOnce(p, from)
	}
	if limits(p, from) && prospected(p, from) {
		return Future
	}
	if awaited(p, from) {
		return nearest(p, from)
	}
	if p.tense != nil {
		t := p.tense(int(p.toks[from].start), int(p.toks[to-1].end))
		if t != Unknown {
			return t
		}
	}
	return hint(p, from, to)
}

// limits reports whether a date is one by or before which something is to come.
func limits(p *parser, i int) bool {
	for j := i - 1; j >= max(0, i-4); j-- {
		if p.is(j, bound) {
			return p.val(j, bound) <= beforeBound
		}
		if !p.is(j, the) && !p.is(j, of) && !p.is(j, edge) {
			return false
		}
	}
	return false
}

// prospected reports whether the nearest telling word before a date speaks of what is to
// come: "accepted an offer of talks by May", "invited her to Oslo before June".
func prospected(p *parser, from int) bool {
	for i := from - 1; i >= 0 && !stop(p, i); i-- {
		if p.is(i, prospect) {
			return true
		}
		if telling(p, i) != Unknown {
			return false
		}
	}
	return false
}

// planned reports whether a word of planning stands at most two small words
// before a token: "scheduled for Tuesday", "is set to open on Tuesday" is not.
func planned(p *parser, i int) bool {
	for j := i - 1; j >= i-3 && j >= 0; j-- {
		if p.is(j, plan) {
			return true
		}
		if delayed(p, j) || p.says(j, "until") && (p.says(j-1, "has") || p.says(j-1, "have")) {
			return true
		}
		if !p.is(j, on) && !p.is(j, forWord) && !p.is(j, the) {
			return false
		}
	}
	return false
}

// plannedOnce tells the tense of what is planned. What had been planned for a
// weekday was so for the nearest one: "had been planned for Saturday", written on
// Sunday, is yesterday.
func plannedOnce(p *parser, i int) Tense {
	for j := i - 1; j >= max(0, i-3) && p.is(i, weekday); j-- {
		if p.is(j, plan) && p.says(j-1, "been") && p.says(j-2, "had") {
			return nearest(p, i)
		}
	}
	return Future
}

// awaited reports whether a weekday is that of something before which something else
// happens: "left ahead of his Tuesday meeting with", "spoke before Tuesday's talks".
func awaited(p *parser, i int) bool {
	if !p.is(i, weekday) {
		return false
	}
	for j := i - 1; j >= max(0, i-3); j-- {
		switch {
		case p.says(j, "before"), p.says(j, "of") && p.says(j-1, "ahead"):
			return true
		case !p.is(j, the) && !p.is(j, owner):
			return false
		}
	}
	return false
}

// nearest tells whether the nearest of the days of a weekday's name is to come.
func nearest(p *parser, i int) Tense {
	if (p.val(i, weekday)-p.anchor.Weekday()+7)%7 > 3 {
		return Past
	}
	return Future
}

// delayed reports whether a token is the "until" of "postponed until Friday".
func delayed(p *parser, i int) bool {
	return p.is(i-1, delay) && (p.says(i, "until") || p.says(i, "till") || p.says(i, "to"))
}

// hint looks for the nearest telling word, first back to the beginning of the
// sentence, then on: to its end where the tokens open it, else to the next
// comma, behind which there may be an attribution ("…, he said"). A verb of the
// past right behind them comes first ("on Wednesday displayed"), a perfect does
// not ("talks due on Wednesday have been put off"). An infinitive
// without a verb before it is a headline's future: "Leaders to meet Monday".
func hint(p *parser, from, to int) Tense {
	if telling(p, to) == Past && !p.says(to, "said") && !p.says(to, "says") && !p.says(to, "have") && !p.says(to, "has") {
		return Past
	}
	weak := Unknown
	i := from - 1
	for ; i >= 0 && !stop(p, i); i-- {
		if t := telling(p, i); t != Unknown {
			return t
		}
		if p.says(i, "to") && base(p, i+1) {
			weak = Future
		}
	}
	if weak != Unknown {
		return weak
	}
	opens := from-i <= 3
	for i := to; i < len(p.toks) && !stop(p, i) && (opens || !p.sign(i, ',')); i++ {
		if t := telling(p, i); t != Unknown {
			return t
		}
	}
	return Unknown
}

// base reports whether a token may be a verb after "to".
func base(p *parser, i int) bool {
	return p.lower(i) && (p.toks[i].word == &p.lex.none || p.is(i, prospect)) && !plural(p, i)
}

// telling is the tense that one word tells by itself and the word before it.
func telling(p *parser, i int) Tense {
	switch {
	case !p.sign(i, 'w') || p.toks[i].capital && p.is(i, future) && i > 0 && !stop(p, i-1):
		return Unknown
	case p.says(i, "won") && p.sign(i+1, '\'') && p.tight(i+1):
		return Future
	case p.is(i, future):
		return Future
	case p.is(i, pledge) && p.says(i+1, "to"):
		return Future
	case p.is(i, past) && (p.says(i-1, "to") || p.says(i-1, "be")):
		return Unknown
	case p.is(i, past):
		return Past
	case p.is(i, soft):
		return infinitive(p, i)
	case participle(p, i):
		return Past
	}
	return Unknown
}

// infinitive tells "is to meet" and "are to meet" from other uses.
func infinitive(p *parser, i int) Tense {
	if !p.is(i, to) && p.says(i+1, "to") && p.lower(i+2) {
		return Future
	}
	return Unknown
}

// participle reports whether a word in small letters ends like a verb of the
// past and is not the passive of something to come ("will be released").
func participle(p *parser, i int) bool {
	f := p.form(i)
	if !p.lower(i) || len(f) < 5 || f[len(f)-2:] != "ed" {
		return false
	}
	return !p.says(i-1, "be") && !p.says(i-1, "to")
}

// stop reports whether a sentence ends at a token.
func stop(p *parser, i int) bool {
	switch p.toks[i].kind {
	case '!', '?', ';':
		return true
	case '.':
		if i+1 < len(p.toks) && !p.toks[i+1].gap || p.is(i-1, short) {
			return false
		}
		return len(p.form(i-1)) > 2 && !p.is(i-1, title) && !p.lower(i+1)
	}
	return false
}
