package record

import (
	"maps"
	"slices"
	"strconv"

	"rapporteur"
)

// replays are corrections that are carried out again.
type replays struct{ persons }

// again carries out on the record as it is now what a desk said of it before. What the
// correction is about may have come again, been revised or been read anew since: its
// words are looked for as when a report is revised.
func (b replays) again(c *Correction) error {
	switch c.Action {
	case Missed:
		return b.missedAgain(c)
	case Undo:
		return b.undoneAgain(c)
	}
	over, err := b.moved(c)
	if err != nil {
		return err
	}
	about := *c
	for i := range over {
		about.carry(&over[i])
	}
	own, err := b.allMeant(&about, about.Targets)
	if err != nil {
		return err
	}
	others, err := b.allMeant(&about, about.Others)
	if err != nil {
		return err
	}
	for _, p := range slices.Concat(own, others) { // copies and later versions too are corrected now
		b.touched[p.row.Entry] = true
	}
	switch c.Action {
	case Remark, Accept:
		return b.rejoin(c, nil, over...)
	case Merge:
		return b.mergedAgain(c, slices.Concat(own, others), over)
	case Distinct:
		return b.apartAgain(c, own, over)
	}
	return b.rejoin(c, own, over...)
}

// moved gives corrections that carry another to where its words are now.
func (b replays) moved(c *Correction) ([]Correction, error) {
	var over []Correction
	for _, a := range slices.Concat(c.Targets, c.Others) {
		row, err := b.tx.Report(a.Report)
		if err != nil || row == nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		p, err := b.movedTo(c, a, b.keep([]ReportRow{*row})[0])
		if err != nil {
			return nil, err
		}
		if p != nil {
			over = append(over, Correction{At: b.at, Entry: c.Entry, Kind: c.Kind, Action: Carry,
				Value: strconv.FormatInt(c.Number(), 10), Targets: addresses([]*piece{p}), Others: []Address{a}})
		}
	}
	return over, nil
}

// movedTo gives the piece that has the words of an address now, nil where it is the one
// that was meant, or none.
func (b replays) movedTo(c *Correction, a Address, row *ReportRow) (*piece, error) {
	to := row
	if row.SupersededBy != "" {
		head, err := b.tx.Report(row.SupersededBy)
		if err != nil || head == nil {
			return nil, err
		}
		to = b.keep([]ReportRow{*head})[0]
	}
	now, err := b.of(to)
	if err != nil {
		return nil, err
	}
	if to == row && slices.ContainsFunc(now, func(p *piece) bool { return p.row.Kind == c.Kind && slices.Contains(p.ids(), a.Member) }) {
		return nil, nil
	}
	old, err := b.everyPiece(row)
	if err != nil {
		return nil, err
	}
	return heirOf(a, c.Kind, old, now), nil
}

// allMeant gives the pieces on the record that some addresses of a correction mean now.
func (b replays) allMeant(c *Correction, addresses []Address) ([]*piece, error) {
	var out []*piece
	for _, a := range addresses {
		found, err := b.meant(c, a)
		if err != nil {
			return nil, err
		}
		for _, p := range found {
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out, nil
}

// mergedAgain makes one entry of those that a desk said are one.
func (b replays) mergedAgain(c *Correction, pieces []*piece, over []Correction) error {
	entries := map[int64]bool{}
	for _, p := range pieces {
		entries[p.row.Entry] = true
	}
	if err := b.rejoin(c, nil, over...); err != nil {
		return err
	}
	all := slices.Sorted(maps.Keys(entries))
	for _, other := range all[min(1, len(all)):] {
		if err := b.absorb(all[0], other); err != nil {
			return err
		}
	}
	return nil
}

// apartAgain keeps apart what a desk said is not one, and may be one by now.
func (b replays) apartAgain(c *Correction, own []*piece, over []Correction) error {
	if err := b.rejoin(c, nil, over...); err != nil {
		return err
	}
	for _, p := range own {
		b.broken[p.row.Entry] = true
	}
	return nil
}

// undoneAgain takes an earlier correction of the desk back.
func (b replays) undoneAgain(c *Correction) error {
	was, err := b.corrections.root(c)
	if err != nil || was == nil {
		return err
	}
	pieces, err := b.undoing(c, was)
	if err != nil {
		return err
	}
	return b.rejoin(c, pieces)
}

// missedAgain adds an entry that a desk found to be missing to its report, and to the
// copies of it that came later.
func (b replays) missedAgain(c *Correction) error {
	if err := b.append(c); err != nil || len(c.Words) == 0 {
		return err
	}
	first, err := b.tx.Report(c.Entry)
	if err != nil || first == nil {
		return err
	}
	rows, err := b.withCopies(b.keep([]ReportRow{*first})[0])
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.ID != c.Entry && !row.Arrived.After(c.At) {
			continue
		}
		if err := b.addAgain(c, row); err != nil {
			return err
		}
	}
	return nil
}

// addAgain adds an entry to a report whose reading does not have it.
func (b replays) addAgain(c *Correction, row *ReportRow) error {
	body, err := legible(b.tx, row.Number)
	if err != nil || body == nil {
		return err
	}
	words := c.Words[0]
	if !slices.ContainsFunc(places(body.Text, c.Value), func(s rapporteur.Span) bool { return s.Start == words.Start }) {
		return nil
	}
	words.Report = row.ID
	if err := (additions{b.batch}).put(row, c.Kind, words, body.Sentences); err != nil {
		return err
	}
	if err := b.enter(row); err != nil || row.SupersededBy == "" {
		return err
	}
	head, err := b.tx.Report(row.SupersededBy)
	if err != nil || head == nil {
		return err
	}
	return b.carry(row, b.keep([]ReportRow{*head})[0])
}
