package record

import (
	"context"
	"slices"
)

// Removal says what is to be removed: reports by their ids, or all that an outlet
// published.
type Removal struct {
	Reports, Outlets []string
	// By is who asked for it.
	By string
}

// Remove takes reports off the record, with their words and all that only they
// support; what other reports support stays, and is merged anew without them. It
// gives the ids of the reports that are gone. This is the one thing that cannot be
// undone: their entries are gone from the past as well, and the history of what
// they were part of says that they were removed.
//
// A text that other outlets carry too stays, as theirs. Read it again if it was
// published on another day there.
func (r *Record) Remove(ctx context.Context, what Removal) ([]string, error) {
	var gone []string
	err := r.update(ctx, func(b *batch) error {
		in := intake{b.versions()}
		rows, err := in.toRemove(what)
		if err != nil {
			return err
		}
		for _, row := range rows {
			whole, err := in.remove(row, what)
			if err != nil {
				return err
			}
			if whole {
				gone = append(gone, row.ID)
			}
		}
		return nil
	})
	return gone, err
}

// toRemove finds the reports of a removal. One that is not there is an error.
func (b intake) toRemove(what Removal) ([]*ReportRow, error) {
	var out []*ReportRow
	for _, id := range what.Reports {
		row, err := b.tx.Report(id)
		if err != nil {
			return nil, err
		}
		if row == nil {
			return nil, unknown("remove", "report", id)
		}
		out = append(out, b.keep([]ReportRow{*row})...)
	}
	for _, outlet := range what.Outlets {
		rows, err := b.tx.Carried(outlet)
		if err != nil {
			return nil, err
		}
		rows = slices.DeleteFunc(rows, func(r ReportRow) bool {
			return !slices.ContainsFunc(r.stood(), func(a Appearance) bool { return string(a.Outlet) == outlet })
		})
		if len(rows) == 0 {
			return nil, unknown("remove", "report of", outlet)
		}
		for _, row := range b.keep(rows) {
			if !slices.Contains(out, row) {
				out = append(out, row)
			}
		}
	}
	return out, nil
}

// remove takes a report off the record, or, where other outlets carry it, the
// places where it was found; it says whether all of it went.
func (b intake) remove(row *ReportRow, what Removal) (bool, error) {
	if err := b.lift(row); err != nil {
		return false, err
	}
	stood := row.stood()[0].Outlet != row.Appearances[0].Outlet // a person named the outlet of all its places
	rest := slices.DeleteFunc(slices.Clone(row.Appearances), func(a Appearance) bool {
		return slices.Contains(what.Reports, row.ID) || slices.Contains(what.Outlets, string(a.Outlet)) || stood
	})
	if len(rest) > 0 {
		row.Appearances = rest
		row.URL, row.Byline = rest[0].URL, rest[0].Byline
		if err := b.corrections.amend(row); err != nil {
			return false, err
		}
		b.forget()
		if err := b.tx.SetReport(*row, nil); err != nil {
			return false, err
		}
		if err := b.offices.keepStored(row); err != nil {
			return false, err
		}
		_, err := b.place(row)
		return false, err
	}
	if err := b.note(row, what.By); err != nil {
		return false, err
	}
	b.forget()
	delete(b.rows, row.Number)
	return true, b.tx.DropReport(row.Number)
}

// note writes into the history of every entry that a report was part of, now or
// before, that it was removed.
func (b intake) note(row *ReportRow, by string) error {
	entries, err := b.tx.EntriesOf(row.Number)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := b.tx.PutChange(ChangeRow{At: b.at, Entry: e, What: "removed", Report: row.ID, By: by}); err != nil {
			return err
		}
	}
	return nil
}
