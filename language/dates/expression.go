package dates

// expressions adds what the segment holds to dst.
func expressions(p *parser, dst []Found) []Found {
	for i := 0; i < len(p.toks); {
		ph, ok := expression(p, i)
		if !ok || ph.to <= i {
			i++
			continue
		}
		f := Found{
			Start: int(p.toks[ph.from].start), End: int(p.toks[ph.to-1].end),
			Precision: ph.prec, Kind: ph.kind, Mismatch: ph.mismatch, Shift: ph.shift, Approx: ph.approx,
		}
		if ph.kind == Date {
			f.Value = ph.value.String()
		}
		dst = append(dst, f)
		i = ph.to
	}
	return dst
}

// expression reads the longest expression that begins at a token.
func expression(p *parser, i int) (phrase, bool) {
	if !begins(p, i) {
		return phrase{}, false
	}
	ph, ok := extended(p, i)
	if !ok {
		ph, ok = core(p, i)
	}
	if !ok {
		ph, ok = readAnaphor(p, i)
	}
	return ph, ok && plausible(ph)
}

// begins reports whether an expression may begin at a token. Most words of a
// text are turned away here: those that the lexicon does not have, and those
// like "the" and "for" that nothing known follows.
func begins(p *parser, i int) bool {
	t := &p.toks[i]
	switch {
	case t.kind == 'd':
		return true
	case t.kind != 'w' || t.word.classes&beginners == 0:
		return false
	case t.word.classes&alone != 0:
		return true
	case i+1 == len(p.toks):
		return false
	}
	next := &p.toks[i+1]
	return next.kind != 'w' || next.word.classes&^hints != 0
}

// extended reads the expressions that are made of others. The calls are
// written out because a table of functions would put the parser on the heap.
func extended(p *parser, i int) (ph phrase, ok bool) {
	if ph, ok = set(p, i); ok {
		return ph, true
	}
	if ph, ok = duration(p, i); ok {
		return ph, true
	}
	if ph, ok = ahead(p, i); ok {
		return ph, true
	}
	if ph, ok = ranged(p, i); ok {
		return ph, true
	}
	if ph, ok = bounded(p, i); ok {
		return ph, true
	}
	return about(p, i)
}

// core reads one date without the words that bound it or make it approximate.
func core(p *parser, i int) (ph phrase, ok bool) {
	if ph, ok = readNamed(p, i); ok {
		return ph, true
	}
	if ph, ok = offset(p, i); ok {
		return ph, true
	}
	if ph, ok = edged(p, i); ok {
		return ph, true
	}
	if ph, ok = sooner(p, i); ok {
		return ph, true
	}
	if ph, ok = portion(p, i); ok {
		return ph, true
	}
	if ph, ok = directed(p, i); ok {
		return ph, true
	}
	if ph, ok = distant(p, i); ok {
		return ph, true
	}
	if ph, ok = readDeictic(p, i); ok {
		return ph, true
	}
	if ph, ok = readWeekend(p, i); ok {
		return ph, true
	}
	if ph, ok = readSeason(p, i); ok {
		return ph, true
	}
	if ph, ok = readDecade(p, i); ok {
		return ph, true
	}
	return calendar(p, i)
}

// plausible refuses years that EDTF cannot write in four digits.
func plausible(ph phrase) bool {
	if ph.kind != Date {
		return true
	}
	v := ph.value
	inRange := func(y int) bool { return y > 0 && y < 10000 }
	return (v.OpenFrom || inRange(v.From.Year)) && (v.OpenTo || inRange(v.To.Year)) && v.ordered()
}
