package record

import (
	"slices"
	"strconv"
)

// carryOver has the corrections of the other versions of an article hold in the one
// that counts, wherever the words stand that they are about. Where they do not, the
// correction is one to be looked at again (see Corrections).
func (b versions) carryOver(group []*ReportRow, head *ReportRow) error {
	for _, r := range group {
		if r != head {
			if err := b.carry(r, head); err != nil {
				return err
			}
		}
	}
	return nil
}

// carryFrom is carryOver from a version that goes.
func (b versions) carryFrom(leaving *ReportRow, rest []*ReportRow) error {
	for _, r := range rest {
		if leaving != nil && r.SupersededBy == "" {
			if err := b.carry(leaving, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// carry has the corrections of one version hold in another.
func (b versions) carry(from, to *ReportRow) error {
	there, err := b.corrections.of(from.TextID())
	if err != nil || len(there) == 0 || sameText(from, to) {
		return err
	}
	old, err := b.everyPiece(from)
	if err != nil {
		return err
	}
	now, err := b.of(to)
	if err != nil {
		return err
	}
	var over []Correction
	for _, c := range there {
		for _, a := range slices.Concat(c.Targets, c.Others) {
			if a.Report != from.ID {
				continue
			}
			p := heirOf(a, c.Kind, old, now)
			if p == nil && c.Action == Missed && !slices.ContainsFunc(c.Targets, func(t Address) bool { return t.Report == to.ID }) {
				there, err := additions{b.batch}.carryTo(c, a, to)
				if err != nil {
					return err
				}
				if there != nil {
					over = append(over, *there)
				}
				continue
			}
			if p == nil || slices.Contains(p.of, c) {
				continue
			}
			over = append(over, Correction{At: b.at, Entry: c.Entry, Kind: c.Kind, Action: Carry,
				Value: strconv.FormatInt(c.Number(), 10), Targets: addresses([]*piece{p}), Others: []Address{a}})
			if err := b.leave(p); err != nil {
				return err
			}
		}
	}
	for i := range over {
		if err := b.append(&over[i]); err != nil {
			return err
		}
	}
	if len(over) == 0 {
		return nil
	}
	return b.enter(to)
}
