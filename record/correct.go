package record

import (
	"context"
	"slices"
)

// Correct appends corrections and carries them out, all of them or none. A demand
// that makes no sense is Invalid. In the name of a desk they are its own: the shared
// record stays as it is.
func (r *Record) Correct(ctx context.Context, demands ...Demand) ([]Correction, error) {
	if name := r.Namespace(ctx); name != "" {
		return r.correctAs(ctx, r, name, demands)
	}
	var out []Correction
	err := r.update(ctx, func(b *batch) error {
		for _, d := range demands {
			done, err := persons{b.versions()}.carryOut(d)
			if err != nil {
				return err
			}
			out = append(out, done)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// persons carry out what persons demand.
type persons struct{ versions }

// carryOut appends one correction and has the record follow it.
func (b persons) carryOut(d Demand) (Correction, error) {
	if report, err := b.tx.Report(d.Entry); err != nil {
		return Correction{}, err
	} else if report != nil {
		row := b.keep([]ReportRow{*report})[0]
		entry, err := b.madeBy(d, row)
		if err != nil {
			return Correction{}, err
		}
		if entry == "" {
			return b.onReport(d, row)
		}
		d.Entry = entry
	}
	entry, err := b.living(d.Entry)
	if err != nil {
		return Correction{}, err
	}
	if d.Action == Missed {
		return Correction{}, invalid("correct "+d.Entry, "name the report that has the words; "+d.Entry+" is an entry")
	}
	pieces, err := b.in(entry.Number)
	if err != nil {
		return Correction{}, err
	}
	c := Correction{At: b.at, By: d.By, Note: d.Note, Entry: entry.ID, Kind: entry.Kind, Action: d.Action,
		Field: d.Field, Value: d.Value, Actor: d.Actor}
	if err := d.check(entry.Kind, pieces); err != nil {
		return Correction{}, err
	}
	if err := b.quote(&c, pieces); err != nil {
		return Correction{}, err
	}
	err = b.correct(&c, d, entry, pieces)
	return c, err
}

// correct carries a correction out on the pieces of an entry.
func (b persons) correct(c *Correction, d Demand, entry *EntryRow, pieces []*piece) error {
	again := pieces
	var err error
	switch d.Action {
	case Split:
		again, err = splitOff(c, d, pieces)
	case Merge, Distinct:
		if d.Action == Distinct && d.Field != "" { // of two actors, not of the entry
			c.Targets, again = addresses(pieces), nil
			break
		}
		c.Targets = addresses(pieces)
		return b.beside(c, d, entry, pieces)
	case Undo:
		again, err = b.undone(c, d, entry, pieces)
	default:
		c.Targets = addresses(pieces)
	}
	if err != nil {
		return err
	}
	if c.Action == Remark || c.Action == Accept {
		again = nil
	}
	return b.rejoin(c, again)
}

// rejoin takes pieces out of the record, appends a correction, with those that carry it
// to where its words are now, and puts the pieces back as what they are with it.
func (b persons) rejoin(c *Correction, pieces []*piece, carried ...Correction) error {
	var numbers []int64
	for _, p := range pieces {
		numbers = append(numbers, p.row.Number)
		if err := b.leave(p); err != nil {
			return err
		}
	}
	if err := b.append(c); err != nil {
		return err
	}
	for i := range carried {
		if err := b.append(&carried[i]); err != nil {
			return err
		}
	}
	again, err := b.piecesOf(numbers)
	if err != nil {
		return err
	}
	var taken *Correction
	if c.Action == Undo {
		if taken, err = b.corrections.root(c); err != nil {
			return err
		}
	}
	for _, p := range again {
		if taken.made(p) {
			p.row.Stale = true
			if err := b.tx.Retire(p.row.Number); err != nil {
				return err
			}
			continue
		}
		if err := b.join(p); err != nil {
			return err
		}
	}
	if taken != nil {
		if err := b.unmake(taken); err != nil {
			return err
		}
	}
	for _, a := range slices.Concat(c.Targets, c.Others) {
		if err := b.touch(a); err != nil {
			return err
		}
	}
	return nil
}

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

// beside makes one entry of several, or writes down that they are not one.
func (b persons) beside(c *Correction, d Demand, entry *EntryRow, own []*piece) error {
	all := []int64{entry.Number}
	for _, id := range d.Others {
		other, err := b.living(id)
		if err != nil {
			return err
		}
		if other.Kind != entry.Kind || other.Number == entry.Number {
			return invalid("correct "+d.Entry, "name another "+string(entry.Kind)+"; "+id+" is none")
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
		return invalid("correct "+d.Entry, "name the entry that is the same, or is not")
	}
	if err := b.append(c); err != nil || c.Action == Distinct {
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
