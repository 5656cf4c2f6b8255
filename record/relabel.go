package record

import (
	"maps"
	"slices"
	"time"
)

// relabel gives the entries that pieces had before a correction back to them, after
// it was taken back: an entry goes to where its first member is now, and what has
// several such entries keeps the eldest. Who belongs together has been settled by
// then and does not change.
func (b settling) relabel() error {
	held := map[int64]int64{} // who has the first member of a former entry
	groups := map[int64][]*piece{}
	for _, member := range slices.Sorted(maps.Keys(b.former)) {
		found, err := b.piecesOf([]int64{member})
		if err != nil {
			return err
		}
		for _, p := range found {
			if p.row.Entry == 0 {
				continue
			}
			if e := b.former[member]; held[e] == 0 {
				held[e] = p.row.Entry
			}
			groups[p.row.Entry] = nil
		}
	}
	for g := range groups {
		var err error
		if groups[g], err = b.in(g); err != nil {
			return err
		}
	}
	clear(b.former)
	return b.exchange(groups, held)
}

// exchange moves groups of pieces to the entries that they are to have.
func (b settling) exchange(groups map[int64][]*piece, held map[int64]int64) error {
	next := map[int64]int64{}
	for _, e := range slices.Sorted(maps.Keys(held)) {
		if free, err := b.free(e, groups); err != nil {
			return err
		} else if g := held[e]; free && next[g] == 0 {
			next[g] = e
		}
	}
	taken := map[int64]bool{}
	for _, e := range next {
		taken[e] = true
	}
	order := slices.Sorted(maps.Keys(groups))
	for _, g := range order {
		if next[g] == 0 && taken[g] {
			n, err := b.mint(groups[g][0])
			if err != nil {
				return err
			}
			next[g] = n
		}
	}
	for _, g := range order {
		if err := b.hand(groups[g], g, next[g]); err != nil {
			return err
		}
	}
	for _, g := range order {
		if next[g] != 0 && next[g] != g && !taken[g] {
			if err := b.retireEntry(g, next[g]); err != nil {
				return err
			}
		}
	}
	return nil
}

// free reports whether an entry has no members but those that are being handed over.
func (b settling) free(e int64, groups map[int64][]*piece) (bool, error) {
	if _, ok := groups[e]; ok {
		return true, nil
	}
	n, err := b.tx.Size(e)
	return n == 0, err
}

// hand moves a group of pieces from one entry to another, 0 for none, which is one
// again if it had become part of another.
func (b settling) hand(group []*piece, from, to int64) error {
	if to == 0 || to == from {
		return nil
	}
	if err := b.revive(to); err != nil {
		return err
	}
	for _, p := range group {
		if err := b.move(p, to); err != nil {
			return err
		}
	}
	return nil
}

// revive makes an entry that became part of another one in its own right, and writes
// both into its history.
func (b settling) revive(entry int64) error {
	rows, err := b.tx.EntryRows(entry)
	if err != nil || len(rows) == 0 || rows[0].SupersededBy == 0 {
		return err
	}
	row := rows[0]
	for _, c := range []ChangeRow{
		{At: row.SupersededAt, Entry: row.SupersededBy, What: "merged", Other: entry},
		{At: row.SupersededAt, Entry: entry, What: "superseded", Other: row.SupersededBy},
		{At: b.at, Entry: row.SupersededBy, What: "split", Other: entry},
		{At: b.at, Entry: entry, What: "restored", Other: row.SupersededBy},
	} {
		if c.At.Equal(b.at) && row.SupersededAt.Equal(b.at) {
			continue // it never was part of it
		}
		if err := b.tx.PutChange(c); err != nil {
			return err
		}
	}
	return b.tx.Supersede(entry, 0, time.Time{})
}

// retireEntry says of an entry without members where they went.
func (b settling) retireEntry(entry, to int64) error {
	rows, err := b.tx.EntryRows(entry)
	if err != nil || len(rows) == 0 || rows[0].SupersededBy != 0 {
		return err
	}
	delete(b.touched, entry)
	return b.tx.Supersede(entry, to, b.at)
}
