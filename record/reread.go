package record

import (
	"bytes"
	"context"
	"slices"

	"rapporteur"
)

// Reread puts new readings of reports that are on the record in the place of the
// old ones. What both say stays as it is; the rest of the old is history.
// Corrections carry over to whatever now has the words that they are about.
func (r *Record) Reread(ctx context.Context, readings ...*rapporteur.Reading) error {
	return r.update(ctx, func(b *batch) error {
		in := intake{b.versions()}
		for _, reading := range readings {
			row, err := b.tx.Report(reading.Report.ID)
			if err != nil {
				return err
			}
			if row == nil {
				return unknown("reread", "report", reading.Report.ID)
			}
			if row, err = b.report(row.Number); err != nil {
				return err
			}
			if err := b.offices.drop(row); err != nil {
				return err
			}
			body := bodyOf(reading)
			if err := b.tx.SetReport(*row, &body); err != nil {
				return err
			}
			if err := b.offices.keep(row, &body); err != nil {
				return err
			}
			if err := in.replaceMembers(row, reading); err != nil {
				return err
			}
			if err := in.enter(row); err != nil {
				return err
			}
		}
		return nil
	})
}

// replaceMembers stores what a new reading says and retires what it no longer
// says.
func (b versions) replaceMembers(row *ReportRow, reading *rapporteur.Reading) error {
	fresh, err := b.compose(row, reading)
	if err != nil {
		return err
	}
	delete(b.own, row.Number) // some of them will be stale
	old, err := b.whole(row)
	if err != nil {
		return err
	}
	for _, m := range old {
		if m.Stale {
			continue
		}
		at := slices.IndexFunc(fresh, func(d draft) bool {
			return d.row.Kind == m.Kind && d.row.ID == m.ID && d.row.Sentence == m.Sentence && slices.Equal(d.row.Further, m.Further) && bytes.Equal(d.row.Body, m.Body)
		})
		if at >= 0 {
			fresh = slices.Delete(fresh, at, at+1)
			continue
		}
		if err := b.retire(m); err != nil {
			return err
		}
	}
	return b.put(row, fresh)
}

// retire takes a member off the record; it stays in its history.
func (b versions) retire(m MemberRow) error {
	pieces, err := b.decode([]MemberRow{m})
	if err != nil {
		return err
	}
	if len(pieces) > 0 {
		err = b.leave(pieces[0])
	} else if m.Entry != 0 { // it is damaged
		b.broken[m.Entry], b.touched[m.Entry] = true, true
		err = b.tx.Move(m.Number, m.Entry, 0, b.at)
	}
	if err != nil {
		return err
	}
	return b.tx.Retire(m.Number)
}
