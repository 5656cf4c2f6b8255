package record

import (
	"slices"

	"rapporteur"
)

// found gives the sentences of hits that a filter lets through. A superseded
// report has none.
func (l *look) found(hits []Hit, f Filter) ([]Found, error) {
	var out []Found
	var body *Body
	var index *rapporteur.Index
	last := int64(0)
	for _, h := range hits {
		row, err := l.row(h.Report)
		if err != nil {
			return nil, err
		}
		if row == nil || !f.lets(row) {
			continue
		}
		if h.Report != last {
			if body, err = l.Body(h.Report); err != nil {
				return nil, err
			}
			index, last = rapporteur.NewIndex(body.Text), h.Report
		}
		if h.Sentence >= len(body.Sentences) || isLong(body.Sentences, h.Sentence) {
			continue
		}
		at := body.Sentences[h.Sentence]
		span := rapporteur.Span{Report: row.ID, Start: at[0], End: at[1], Text: body.Text[index.Offset(at[0]):index.Offset(at[1])]}
		out = append(out, Found{span, row.Outlet, row.Published, row.Title})
	}
	return out, nil
}

// row gives a report by its number.
func (l *look) row(number int64) (*ReportRow, error) {
	if err := l.fetch([]MemberRow{{Report: number}}); err != nil {
		return nil, err
	}
	return l.rows[number], nil
}

// lets reports whether a search goes into a report.
func (f Filter) lets(r *ReportRow) bool {
	switch {
	case r.SupersededBy != "" && f.AsOf.IsZero(), !f.AsOf.IsZero() && r.Arrived.After(f.AsOf):
		return false
	case len(f.Outlets) > 0 && !slices.ContainsFunc(r.stood(), func(a Appearance) bool { return slices.Contains(f.Outlets, string(a.Outlet)) }):
		return false
	case f.Since != "" && r.Published < f.Since, f.Until != "" && r.Published > f.Until:
		return false
	}
	return len(f.Reports) == 0 || slices.Contains(f.Reports, r.ID)
}
