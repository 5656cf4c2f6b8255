package record

import (
	"slices"
)

// describe says how an entry of the record is found, from what it holds now.
func (b settling) describe(entry int64) error {
	pieces, err := b.in(entry)
	if err != nil {
		return err
	}
	if len(pieces) == 0 || pieces[0].rejected() {
		return b.tx.Describe(entry, len(pieces), 0, nil, b.at)
	}
	e := build(EntryRow{Number: entry, Kind: pieces[0].row.Kind}, pieces)
	if e.Position != nil {
		b.along(e.Position, e.sortDay())
		if b.minted[entry] {
			for _, line := range linesOf(e.Position) {
				b.alone[line] = true
			}
		}
	}
	return b.tx.Describe(entry, len(pieces), e.sortDay(), e.terms(pieces), b.at)
}

// large is the number of members from which an entry is not described at every
// change, but when it has grown by an eighth, and by Settle: what a thousand reports
// say is not turned round by the next.
const large = 200

// describeAll describes entries, those now that are small or have grown and the others
// later.
func (b settling) describeAll(entries []int64) error {
	rows, err := b.tx.EntryRows(slices.DeleteFunc(slices.Clone(entries), func(n int64) bool { return b.minted[n] })...)
	if err != nil {
		return err
	}
	described := map[int64]int{}
	for _, row := range rows {
		described[row.Number] = row.Described
	}
	var now []int64
	for _, entry := range entries {
		was, older := described[entry]
		switch {
		case !b.minted[entry] && !older:
		case was < large:
			now = append(now, entry)
		default:
			size, err := b.tx.Size(entry)
			if err == nil && (size < was || size > was+was/8) {
				now = append(now, entry)
			} else if err == nil {
				err = b.tx.Postpone(entry)
			}
			if err != nil {
				return err
			}
		}
	}
	if err := b.hold(now); err != nil {
		return err
	}
	for _, entry := range now {
		if err := b.describe(entry); err != nil {
			return err
		}
	}
	return nil
}
