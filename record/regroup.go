package record

import "slices"

// splitOff divides the pieces of an entry by report.
func splitOff(c *Correction, d Demand, pieces []*piece) ([]*piece, error) {
	var off, rest []*piece
	for _, p := range pieces {
		if slices.Contains(d.Others, p.Report) {
			off = append(off, p)
		} else {
			rest = append(rest, p)
		}
	}
	if len(off) == 0 || len(rest) == 0 {
		return nil, invalid("correct "+d.Entry, "name some of its reports to split off, not all; rapporteur why "+d.Entry+" lists them")
	}
	c.Targets, c.Others = addresses(off), addresses(rest)
	return off, nil
}

// mergeWith makes one entry of several.
func (b *batch) mergeWith(c *Correction, d Demand, entry *EntryRow, own []*piece) error {
	all := []int64{entry.Number}
	for _, id := range d.Others {
		other, err := b.living(id)
		if err != nil {
			return err
		}
		if other.Kind != entry.Kind || other.Number == entry.Number {
			return invalid("correct "+d.Entry, "merge it with another "+string(entry.Kind)+"; "+id+" is none")
		}
		pieces, err := b.in(other.Number)
		if err != nil {
			return err
		}
		if refused := slices.ContainsFunc(pieces, (*piece).rejected); refused || own[0].rejected() {
			return invalid("correct "+d.Entry, "one of them was rejected; take that back first")
		}
		c.Others = append(c.Others, addresses(pieces)...)
		all = append(all, other.Number)
	}
	if len(all) == 1 {
		return invalid("correct "+d.Entry, "name the entry to merge it with")
	}
	if err := b.append(c); err != nil {
		return err
	}
	slices.Sort(all)
	for _, other := range all[1:] {
		if err := b.absorb(all[0], other); err != nil {
			return err
		}
	}
	return nil
}

// addresses are the places of pieces.
func addresses(pieces []*piece) []Address {
	var out []Address
	for _, p := range pieces {
		a := Address{Report: p.Report, Member: p.ID}
		if e := p.Evidence(); len(e) > 0 {
			a.Start, a.End = e[0].Start, e[0].End
		}
		out = append(out, a)
	}
	return out
}
