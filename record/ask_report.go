package record

import (
	"context"
	"slices"
)

// Reports gives the reports that a filter chooses, without their text, the latest
// published first. It looks at Reports, Outlets, Since, Until, Text, Arrived, AsOf
// and the page alone.
func (r *Record) Reports(ctx context.Context, f Filter) ([]Report, error) {
	var out []Report
	err := r.view(ctx, f.AsOf, func(l *look) error {
		rows, err := l.Reports(ReportQuery{IDs: f.Reports, Outlets: f.Outlets, Since: f.Since, Until: f.Until,
			Text: f.Text, AsOf: f.AsOf, Arrived: f.Arrived, Limit: f.Limit, Offset: f.Offset, Oldest: f.Oldest})
		if err != nil {
			return err
		}
		for _, row := range rows {
			one, err := l.report(row)
			if err != nil {
				return err
			}
			out = append(out, *one)
		}
		return nil
	})
	return out, err
}

// Report gives one report with its text.
func (r *Record) Report(ctx context.Context, id string) (*Report, error) {
	var out *Report
	err := r.store.View(ctx, func(v View) error {
		row, err := v.Report(id)
		if err != nil {
			return err
		}
		if row == nil {
			return unknown("find report", "report", id)
		}
		if out, err = (&look{View: v}).report(*row); err != nil {
			return err
		}
		body, err := v.Body(row.Number)
		if err == nil && body != nil {
			out.Text, out.Paragraphs = body.Text, body.Paragraphs
		}
		return err
	})
	return out, err
}

// report completes a row with its copies and the number of its entries.
func (l *look) report(row ReportRow) (*Report, error) {
	out := &Report{Report: row.Report, Arrived: row.Arrived, Appearances: row.Appearances, Wire: row.Wire,
		SupersededBy: row.SupersededBy, Entries: map[Kind]int{}}
	if row.Wire != "" {
		copies, err := l.Group(ByWire, row.Wire)
		if err != nil {
			return nil, err
		}
		for _, c := range copies {
			if c.ID != row.ID {
				out.Copies = append(out.Copies, c.ID)
			}
		}
		slices.Sort(out.Copies)
	}
	counts, err := l.Tally(row.Number)
	out.Entries = counts
	return out, err
}

// Parties gives the actors that a filter chooses, those with most entries first.
// It looks at Actors, States, Dossier, Text, which is part of a name, and the page
// alone.
func (r *Record) Parties(ctx context.Context, f Filter) ([]Party, error) {
	var out []Party
	err := r.view(ctx, f.AsOf, func(l *look) error {
		f, err := l.withDossier(f)
		if err != nil {
			return err
		}
		out, err = l.Parties(PartyQuery{IDs: f.Actors, States: f.States, Text: f.Text, Limit: f.Limit, Offset: f.Offset})
		return err
	})
	return out, err
}

// Search gives the sentences that hold the words of a filter's Text, those of the
// reports that came last first. Outlets, Since and Until may narrow it.
func (r *Record) Search(ctx context.Context, f Filter) ([]Found, error) {
	var out []Found
	err := r.view(ctx, f.AsOf, func(l *look) error {
		if _, _, err := l.query(Filter{Text: f.Text, Since: f.Since, Until: f.Until}); err != nil {
			return err
		}
		skip := f.Offset
		for at := 0; f.Limit == 0 || len(out) < f.Limit; at += searchPage {
			hits, err := l.Search(f.Text, searchPage, at)
			if err != nil || len(hits) == 0 {
				return err
			}
			found, err := l.found(hits, f)
			if err != nil {
				return err
			}
			drop := min(skip, len(found))
			skip -= drop
			out = append(out, found[drop:]...)
		}
		if f.Limit > 0 {
			out = out[:min(f.Limit, len(out))]
		}
		return nil
	})
	return out, err
}

// searchPage is the number of sentences looked at at once.
const searchPage = 200
