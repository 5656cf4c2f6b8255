package record

import (
	"maps"
	"slices"
)

// settling is the end of a change, when all that it moved is put in order.
type settling struct{ clusters }

// settle takes apart what no longer holds together and describes every entry
// that was touched.
func (b settling) settle() error {
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
	if err := b.markShifts(); err != nil {
		return err
	}
	return b.offices.settle()
}

// takeApart leaves the component of the oldest member in an entry and mints
// entries for the others.
func (b settling) takeApart(entry int64) error {
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
