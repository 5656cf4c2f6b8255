package record

import (
	"maps"
	"slices"
	"strconv"
	"time"
)

// undone finds the pieces that a correction was about which is taken back, and
// remembers which entries they had before it.
func (b persons) undone(c *Correction, d Demand, entry *EntryRow, pieces []*piece) ([]*piece, error) {
	was, err := b.standing(d)
	if err != nil {
		return nil, err
	}
	if err := b.ownedBy(was, d, entry, pieces); err != nil {
		return nil, err
	}
	c.Targets, c.Others = was.Targets, was.Others
	return b.undoing(c, was)
}

// undoing is undone for a correction that is known to be one to take back.
func (b persons) undoing(c, was *Correction) ([]*piece, error) {
	var out []*piece
	entries := map[int64]bool{}
	for _, a := range slices.Concat(c.Targets, c.Others) {
		found, err := b.meant(was, a)
		if err != nil {
			return nil, err
		}
		for _, p := range found {
			if !slices.Contains(out, p) {
				out = append(out, p)
				entries[p.row.Entry] = true
			}
		}
	}
	out, err := b.withOthers(out, entries)
	if err != nil {
		return nil, err
	}
	return out, b.remember(out, was.At.Add(-time.Millisecond))
}

// standing gives the correction that a demand wants to take back.
func (b persons) standing(d Demand) (*Correction, error) {
	n, err := strconv.ParseInt(d.Value, 10, 64)
	if err != nil {
		return nil, invalid("correct "+d.Entry, "give the number of the correction to undo; rapporteur corrections lists them")
	}
	n = own(b.namespace, n)
	found, err := b.tx.Corrections(n-1, 1)
	if err == nil && len(found) > 0 {
		_, err = b.corrections.root(&found[0])
	}
	if err != nil {
		return nil, err
	}
	switch {
	case len(found) == 0 || found[0].ID != n || found[0].Action == Undo || found[0].Action == Carry:
		return nil, invalid("correct "+d.Entry, "there is no correction "+d.Value+" to undo; rapporteur corrections lists them")
	case b.corrections.undone[n] != 0:
		return nil, invalid("correct "+d.Entry, "correction "+d.Value+" was taken back already")
	}
	return b.corrections.byID[n], nil
}

// ownedBy refuses to take back what was said of another entry.
func (b persons) ownedBy(was *Correction, d Demand, entry *EntryRow, pieces []*piece) error {
	if was.Kind == entry.Kind {
		for _, p := range pieces {
			if slices.Contains(p.of, b.corrections.byID[was.ID]) {
				return nil
			}
		}
		if now, err := b.living(was.Entry); err == nil && now.Number == entry.Number {
			return nil
		}
	}
	return invalid("correct "+d.Entry, "correction "+d.Value+" is of another entry; rapporteur correct "+was.Entry+" --undo "+d.Value)
}

// meant gives the pieces on the record that an address of a correction means now.
func (b persons) meant(c *Correction, a Address) ([]*piece, error) {
	all, err := b.everyMeant(c, a)
	return slices.DeleteFunc(all, func(p *piece) bool { return p.row.Entry == 0 }), err
}

// everyMeant gives them with those of reports that have a later version.
func (b persons) everyMeant(c *Correction, a Address) ([]*piece, error) {
	first, err := b.tx.Report(a.Report)
	if err != nil || first == nil {
		return nil, err
	}
	rows, err := b.withCopies(b.keep([]ReportRow{*first})[0])
	if err != nil {
		return nil, err
	}
	var out []*piece
	for _, row := range rows {
		pieces, err := b.of(row)
		if err != nil {
			return nil, err
		}
		for _, p := range pieces {
			if p.row.Kind == c.Kind && c.names([]Address{a}, row, p.ids()) && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out, nil
}

// unmake retires what a correction that is taken back had added to versions of an article
// that do not count now: one of them may count again.
func (b persons) unmake(taken *Correction) error {
	for _, a := range taken.Targets {
		pieces, err := b.everyMeant(taken, a)
		if err != nil {
			return err
		}
		for _, p := range pieces {
			if p.row.Entry != 0 || !taken.made(p) {
				continue
			}
			p.row.Stale = true
			if err := b.tx.Retire(p.row.Number); err != nil {
				return err
			}
		}
	}
	return nil
}

// withOthers adds what came to entries meanwhile behind their own pieces, so that the
// entries keep their ids and what no longer belongs to them leaves.
func (b persons) withOthers(out []*piece, entries map[int64]bool) ([]*piece, error) {
	for _, entry := range slices.Sorted(maps.Keys(entries)) {
		all, err := b.in(entry)
		if err != nil {
			return nil, err
		}
		for _, p := range all {
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out, nil
}

// remember notes which entries pieces had at a time, so that they get them back. A
// piece of a later reading had the entry of what it took the place of.
func (b persons) remember(pieces []*piece, at time.Time) error {
	then := map[int64][]MemberRow{}
	for _, p := range pieces {
		entries, err := b.tx.EntriesOf(p.row.Report)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if _, known := then[e]; !known {
				if then[e], err = b.tx.MembersIn(at, e); err != nil {
					return err
				}
			}
			if slices.ContainsFunc(then[e], p.continues) {
				b.former[p.row.Number] = e
			}
		}
	}
	return nil
}

// continues reports whether a piece is a member or took its place in a later reading.
func (p *piece) continues(m MemberRow) bool {
	return m.Report == p.row.Report && m.Kind == p.row.Kind && slices.Contains(p.ids(), m.ID)
}
