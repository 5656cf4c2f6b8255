package record

import (
	"cmp"
	"maps"
	"rapporteur"
	"slices"
)

// along notes that the lines of a position have changed on a day.
func (b clusters) along(p *rapporteur.Position, day int) {
	for _, line := range linesOf(p) {
		if b.lines[line] == nil {
			b.lines[line] = map[int]bool{}
		}
		b.lines[line][day] = true
	}
}

// clusters are the entries of the record as a change finds them: who belongs together
// (connected components), under which id.
type clusters struct{ *batch }

// join puts a piece into the entry of those that it is linked with. Several such
// entries become the eldest of them; without one, an entry is minted.
func (b clusters) join(p *piece) error {
	hits, err := b.neighbours(p)
	if err != nil {
		return err
	}
	home, err := b.back(p)
	if err != nil {
		return err
	}
	if home != 0 { // whatever it is now, its id leads there
		hits = append(hits, home)
		slices.Sort(hits)
	}
	if len(hits) == 0 {
		n, err := b.mint(p)
		if err != nil {
			return err
		}
		hits = []int64{n}
	}
	elder := hits[0]
	for _, other := range hits[1:] {
		if err := b.absorb(elder, other); err != nil {
			return err
		}
	}
	if err := b.tx.PutKeys(OfMembers, p.row.Number, p.blocking); err != nil {
		return err
	}
	for _, key := range p.blocking {
		if owners, known := b.gathered[key]; known {
			b.gathered[key] = append(owners, p.row.Number)
		}
	}
	return b.move(p, elder)
}

// neighbours gives the entries that a piece is linked with, the eldest first.
func (b clusters) neighbours(p *piece) ([]int64, error) {
	numbers, err := b.owners(p)
	if err != nil {
		return nil, err
	}
	decreed, err := b.decreed(p)
	if err != nil {
		return nil, err
	}
	candidates, err := b.piecesOf(append(numbers, decreed...))
	if err != nil {
		return nil, err
	}
	hits := map[int64]bool{}
	for _, c := range candidates {
		if c != p && c.row.Entry != 0 && !hits[c.row.Entry] && linked(p, c) {
			hits[c.row.Entry] = true
		}
	}
	return slices.Sorted(maps.Keys(hits)), nil
}

// decreed gives the members that persons merged with a piece.
func (b clusters) decreed(p *piece) ([]int64, error) {
	var out []int64
	for _, c := range p.of {
		if c.Action != Merge {
			continue
		}
		for _, a := range append(slices.Clone(c.Targets), c.Others...) {
			row, err := b.tx.Report(a.Report)
			if err != nil {
				return nil, err
			}
			if row == nil {
				continue
			}
			members, err := b.tx.MembersOf(row.Number)
			if err != nil {
				return nil, err
			}
			for _, m := range members {
				out = append(out, m.Number)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// absorb moves the members of one entry to an elder one.
func (b clusters) absorb(elder, other int64) error {
	pieces, err := b.in(other)
	if err != nil {
		return err
	}
	for _, p := range pieces {
		if err := b.move(p, elder); err != nil {
			return err
		}
	}
	delete(b.touched, other)
	if b.broken[other] {
		delete(b.broken, other)
		b.broken[elder] = true
	}
	return b.tx.Supersede(other, elder, b.at)
}

func (b clusters) move(p *piece, entry int64) error {
	if p.row.Entry != 0 {
		b.touched[p.row.Entry] = true
	}
	if entry != 0 {
		b.touched[entry] = true
	}
	from := p.row.Entry
	if inside, known := b.inside[from]; known {
		b.inside[from] = slices.DeleteFunc(inside, func(q *piece) bool { return q == p })
	}
	if inside, known := b.inside[entry]; known {
		inside = append(inside, p)
		slices.SortFunc(inside, func(x, y *piece) int { return cmp.Compare(x.row.Number, y.row.Number) })
		b.inside[entry] = inside
	}
	p.row.Entry, p.row.Since = entry, b.at
	return b.tx.Move(p.row.Number, from, entry, b.at)
}

// leave takes a piece out of its entry.
func (b clusters) leave(p *piece) error {
	if p.row.Entry == 0 {
		return nil
	}
	b.broken[p.row.Entry] = true
	b.home[p.row.Number] = p.row.Entry
	if p.fixed.Position != nil {
		e := Entry{Content: p.fixed, First: p.Published}
		b.along(p.fixed.Position, e.sortDay())
	}
	if err := b.tx.DropKeys(OfMembers, p.row.Number, p.blocking); err != nil {
		return err
	}
	return b.move(p, 0)
}
