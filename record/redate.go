package record

import (
	"context"
	"slices"
	"strconv"
	"time"

	"rapporteur"
)

// Redated gives a report as demands of one entry would have it dated, with its text, to
// be read from that day on; nil where they give no report another date. The last of
// the demands takes the reading.
func (r Reader) Redated(ctx context.Context, demands ...Demand) (*rapporteur.Report, error) {
	return looked(ctx, r, time.Time{}, func(l *Look) (*rapporteur.Report, error) { return l.redated(demands) })
}

func (l reportLook) redated(demands []Demand) (*rapporteur.Report, error) {
	if len(demands) == 0 {
		return nil, nil
	}
	row, err := l.row(demands[0].Entry)
	if err != nil || row == nil {
		return nil, err
	}
	all, err := l.corrections.ofReport(row)
	if err != nil {
		return nil, err
	}
	for _, d := range demands {
		switch {
		case d.Action == Set && d.checkReport() == nil:
			all = append(all, &Correction{Action: Set, Field: d.Field, Value: d.Value})
		case d.Action == Undo:
			all = slices.DeleteFunc(all, func(c *Correction) bool { return strconv.FormatInt(c.ID, 10) == d.Value })
		}
	}
	then := *row
	if then.putRight(all); then.Published == row.Published {
		return nil, nil
	}
	body, err := l.store.Body(row.Number)
	if err != nil || body == nil {
		return nil, err
	}
	out := then.Report
	out.Text, out.Paragraphs = body.Text, body.Paragraphs
	return &out, nil
}

// readAgain puts a reading of a report that has another date now in the place of the
// one before, so that the days that its entries count from it move with it.
func (b versions) readAgain(d Demand, row *ReportRow) error {
	if d.Reading == nil {
		return b.tx.SetReport(*row, nil)
	}
	if d.Reading.Report.ID != row.ID || d.Reading.Report.Published != row.Published {
		return invalid("correct "+d.Entry, "somebody else put the report right meanwhile; say it again")
	}
	body := bodyOf(d.Reading)
	if err := b.tx.SetReport(*row, &body); err != nil {
		return err
	}
	return b.replaceMembers(row, d.Reading)
}
