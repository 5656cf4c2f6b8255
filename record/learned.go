package record

import (
	"context"

	"rapporteur"
)

// Learned gives who holds posts on a day by the word of the reports on the record, for
// whoever reads a report of that day.
func (r *Record) Learned(ctx context.Context, day rapporteur.Date, posts []rapporteur.Post) ([]rapporteur.Incumbent, error) {
	d, known := publishedOn(&ReportRow{Report: rapporteur.Report{Published: day}})
	if !known || len(posts) == 0 {
		return nil, nil
	}
	var out []rapporteur.Incumbent
	err := r.store.View(ctx, func(v View) error {
		for _, p := range posts {
			found, err := offices{v}.on(p, d)
			if err != nil {
				return err
			}
			if found != nil && found.holder != nil {
				out = append(out, *found.holder)
			}
		}
		return nil
	})
	return out, err
}

// Outdated gives reports with their texts that are to be read again, as other reports
// name other holders of offices by now: so many at most, those that arrived first.
func (r *Record) Outdated(ctx context.Context, limit int) ([]*rapporteur.Report, error) {
	var out []*rapporteur.Report
	err := r.store.View(ctx, func(v View) error {
		owners, err := v.Owners(OfReports, outdated)
		if err != nil {
			return err
		}
		numbers := owners[outdated]
		rows, err := v.ReportRows(numbers[:min(limit, len(numbers))]...)
		if err != nil {
			return err
		}
		for i := range rows {
			one, err := withText(v, &rows[i])
			if err != nil {
				return err
			}
			out = append(out, one)
		}
		return nil
	})
	return out, err
}
