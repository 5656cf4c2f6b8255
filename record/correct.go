package record

import (
	"context"
	"slices"
	"strings"
	"time"

	"rapporteur"
)

// Demand is a correction that a person asks for.
type Demand struct {
	// Entry is the id of the entry, one that was superseded stands for its successor;
	// or of a report, for Missed and to Set one of ReportFields.
	Entry  string
	Action Action
	// Field and Value belong to Set: actor:OLD and the id of another actor, or one
	// of Fields; Actor is who the new id means. Undo has the number of the
	// correction in Value.
	Field, Value string
	Actor        *rapporteur.Actor
	// Others are ids: of entries for Merge, of reports for Split.
	Others []string
	// Kind, Nth and With belong to Missed, whose Value is words: what was missed, which
	// of the places at which the words stand (0 if there is but one), and its fields.
	Kind     Kind
	Nth      int
	With     []Setting
	By, Note string
}

// Correct appends corrections and carries them out, all of them or none. A demand
// that makes no sense is Invalid.
func (r *Record) Correct(ctx context.Context, demands ...Demand) ([]Correction, error) {
	var out []Correction
	err := r.update(ctx, func(b *batch) error {
		for _, d := range demands {
			done, err := b.carryOut(d)
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

// carryOut appends one correction and has the record follow it.
func (b *batch) carryOut(d Demand) (Correction, error) {
	if report, err := b.tx.Report(d.Entry); err != nil {
		return Correction{}, err
	} else if report != nil {
		return b.onReport(d, b.keep([]ReportRow{*report})[0])
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

// living gives the entry of an id, or the one that took its place.
func (b *batch) living(id string) (*EntryRow, error) {
	row, err := b.tx.Entry(id)
	if err != nil {
		return nil, err
	}
	if row == nil {
		return nil, unknown("correct", "entry", id)
	}
	for row.SupersededBy != 0 {
		next, err := b.tx.EntryRows(row.SupersededBy)
		if err != nil || len(next) == 0 {
			return nil, err
		}
		row = &next[0]
	}
	return row, nil
}

// check refuses what cannot be carried out.
func (d Demand) check(kind Kind, pieces []*piece) error {
	op := "correct " + d.Entry
	switch {
	case d.By == "":
		return invalid(op, "say who corrects it")
	case len(pieces) == 0:
		return invalid(op, "no report supports this entry any more")
	case d.Action != Set && d.Action != Include && d.Action != Drop:
		return nil
	case !d.settable(kind):
		return invalid(op, "a "+string(kind)+" has no field "+d.Field+" that can be changed so; --set takes "+strings.Join(Fields(kind), ", "))
	case d.concerned() != "" && !d.concerns(pieces):
		return invalid(op, "nobody in it is "+d.concerned()+"; rapporteur why "+d.Entry+" --format json gives the ids")
	case d.Value == "":
		return invalid(op, "give a value: "+d.Field+"=…")
	case d.Value == none && clearable(d.Field):
		return nil
	case d.Action != Drop && d.Actor == nil && (IsActor(d.Field) || strings.HasPrefix(d.Field, "actor:")):
		return invalid(op, "say who "+d.Value+" is")
	case d.Action == Set && len(values(kind, d.Field)) > 0 && !slices.Contains(values(kind, d.Field), d.Value):
		return invalid(op, d.Value+" is no "+d.Field+" of a "+string(kind)+"; it is one of "+strings.Join(values(kind, d.Field), ", "))
	case d.Action == Set && d.Field == "date":
		if _, ok := daysOf(rapporteur.Date(d.Value)); !ok {
			return invalid(op, d.Value+" is no date; write 2025-02-18, 2025-02 or 2025-02-18/2025-02-19")
		}
	}
	return nil
}

// concerns reports whether the actor that is to be replaced has a part in an entry.
func (d Demand) concerns(pieces []*piece) bool {
	return slices.ContainsFunc(pieces, func(p *piece) bool {
		return slices.Contains(p.fixed.actors(), d.concerned())
	})
}

// correct carries a correction out on the pieces of an entry.
func (b *batch) correct(c *Correction, d Demand, entry *EntryRow, pieces []*piece) error {
	again := pieces
	var err error
	switch d.Action {
	case Split:
		again, err = splitOff(c, d, pieces)
	case Merge:
		c.Targets = addresses(pieces)
		return b.mergeWith(c, d, entry, pieces)
	case Undo:
		again, err = b.undone(c, d, entry, pieces)
	default:
		c.Targets = addresses(pieces)
	}
	if err != nil {
		return err
	}
	if c.Action == Remark {
		again = nil
	}
	return b.rejoin(c, again)
}

// rejoin takes pieces out of the record, appends a correction and puts them back
// as what they are with it.
func (b *batch) rejoin(c *Correction, pieces []*piece) error {
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
	for _, a := range slices.Concat(c.Targets, c.Others) {
		if err := b.touch(a); err != nil {
			return err
		}
	}
	return nil
}

// append writes a correction down; from then on every piece is what it is with it.
func (b *batch) append(c *Correction) error {
	if c.Actor != nil {
		if err := b.tx.PutActor(*c.Actor); err != nil {
			return err
		}
	}
	for _, s := range c.With {
		if s.Actor == nil {
			continue
		}
		if err := b.tx.PutActor(*s.Actor); err != nil {
			return err
		}
	}
	var err error
	if c.ID, err = b.tx.PutCorrection(*c); err != nil {
		return err
	}
	b.corrections = newCorrections(b.tx, time.Time{})
	b.forget()
	return nil
}

// touch has the entry of an address described anew.
func (b *batch) touch(a Address) error {
	row, err := b.tx.Report(a.Report)
	if err != nil || row == nil {
		return err
	}
	members, err := b.tx.MembersOf(row.Number)
	if err != nil {
		return err
	}
	for _, m := range members {
		if m.ID == a.Member && m.Entry != 0 {
			b.touched[m.Entry] = true
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
