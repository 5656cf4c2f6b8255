package record

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// linked reports whether two pieces belong together: they share a key and the
// test says so, or a person did.
func linked(a, b *piece) bool {
	if len(a.of) == 0 && len(b.of) == 0 && !meet(a.blocking, b.blocking) {
		return false // which is most pairs, and soon known
	}
	v := same(a, b)
	return v.same && (v.rule == byPerson || meet(a.blocking, b.blocking))
}

// meet reports whether two rising lists have a value in common.
func meet(a, b []uint64) bool {
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			return true
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	return false
}

// join puts a piece into the entry of those that it is linked with. Several such
// entries become the eldest of them; without one, an entry is minted.
func (b *batch) join(p *piece) error {
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
func (b *batch) neighbours(p *piece) ([]int64, error) {
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
func (b *batch) decreed(p *piece) ([]int64, error) {
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
func (b *batch) absorb(elder, other int64) error {
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

func (b *batch) move(p *piece, entry int64) error {
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

// in gives the pieces of an entry.
func (b *batch) in(entry int64) ([]*piece, error) {
	if inside, known := b.inside[entry]; known {
		return slices.Clone(inside), nil
	}
	rows, err := b.tx.MembersIn(time.Time{}, entry)
	if err != nil {
		return nil, err
	}
	return b.decode(rows)
}

// hold fetches the members of some entries at once, so that in need not.
func (b *batch) hold(entries []int64) error {
	var missing []int64
	for _, e := range entries {
		if _, known := b.inside[e]; !known && e != 0 {
			missing = append(missing, e)
		}
	}
	if len(missing) < 2 {
		return nil
	}
	heads, err := b.tx.MembersIn(time.Time{}, missing...)
	if err != nil {
		return err
	}
	pieces, err := b.decode(heads)
	if err != nil {
		return err
	}
	for _, e := range missing {
		b.inside[e] = []*piece{}
	}
	for _, p := range pieces {
		b.inside[p.row.Entry] = append(b.inside[p.row.Entry], p)
	}
	return nil
}

// leave takes a piece out of its entry.
func (b *batch) leave(p *piece) error {
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

// settle takes apart what no longer holds together and describes every entry
// that was touched.
func (b *batch) settle() error {
	broken := slices.Sorted(maps.Keys(b.broken))
	if err := b.hold(broken); err != nil {
		return err
	}
	for _, entry := range broken {
		if err := b.takeApart(entry); err != nil {
			return err
		}
	}
	if err := b.relabel(); err != nil {
		return err
	}
	if err := b.describeAll(slices.Sorted(maps.Keys(b.touched))); err != nil {
		return err
	}
	return b.markShifts()
}

// takeApart leaves the component of the oldest member in an entry and mints
// entries for the others.
func (b *batch) takeApart(entry int64) error {
	pieces, err := b.in(entry)
	if err != nil {
		return err
	}
	for i, part := range components(pieces) {
		if i == 0 {
			continue
		}
		n, err := b.mint(part[0])
		if err != nil {
			return err
		}
		for _, p := range part {
			if err := b.move(p, n); err != nil {
				return err
			}
		}
		if err := b.tx.PutChange(ChangeRow{At: b.at, Entry: entry, What: "split", Other: n}); err != nil {
			return err
		}
	}
	return nil
}

// components gives the connected components of pieces, each in the order given,
// that of the first piece first.
func components(pieces []*piece) [][]*piece {
	part := make([]int, len(pieces))
	for i := range part {
		part[i] = i
	}
	for i, a := range pieces {
		for k := range i {
			if part[i] != part[k] && linked(a, pieces[k]) {
				rename(part, max(part[i], part[k]), min(part[i], part[k]))
			}
		}
	}
	at := map[int]int{}
	var out [][]*piece
	for i, p := range pieces {
		k, ok := at[part[i]]
		if !ok {
			k = len(out)
			at[part[i]] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], p)
	}
	return out
}

func rename(part []int, from, to int) {
	for i := range part {
		if part[i] == from {
			part[i] = to
		}
	}
}
