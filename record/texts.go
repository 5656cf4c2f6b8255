package record

import (
	"context"

	"rapporteur"
)

// Texts gives reports as they were added, with their texts, in the order in which
// they came: those after a number, so many at most, and the number to go on with.
func (r Reader) Texts(ctx context.Context, after int64, limit int) ([]*rapporteur.Report, int64, error) {
	var out []*rapporteur.Report
	err := r.store.View(ctx, func(v View) error {
		rows, err := v.ReportsAfter(after, limit)
		if err != nil {
			return err
		}
		for i := range rows {
			one, err := withText(v, &rows[i])
			if err != nil {
				return err
			}
			out, after = append(out, one), rows[i].Number
		}
		return nil
	})
	return out, after, err
}

// withText gives a report with its text.
func withText(v View, row *ReportRow) (*rapporteur.Report, error) {
	body, err := v.Body(row.Number)
	if err != nil {
		return nil, err
	}
	one := row.Report
	if body != nil {
		one.Text, one.Paragraphs = body.Text, body.Paragraphs
	}
	return &one, nil
}
