package record

import (
	"slices"

	"rapporteur"
)

// searchPage is the number of sentences looked at at once.
const searchPage = 200

// Search gives the sentences that hold the words of a filter's Text; see
// Reader.Search.
func (l reportLook) Search(f Filter) ([]Found, error) {
	if _, err := l.query(Filter{Text: f.Text, Since: f.Since, Until: f.Until}); err != nil {
		return nil, err
	}
	var out []Found
	skip := f.Offset
	for at := 0; f.Limit == 0 || len(out) < f.Limit; at += searchPage {
		hits, err := l.store.Search(f.Text, searchPage, at)
		if err != nil {
			return nil, err
		}
		if len(hits) == 0 {
			return out, nil
		}
		found, err := l.found(hits, f)
		if err != nil {
			return nil, err
		}
		drop := min(skip, len(found))
		skip -= drop
		out = append(out, found[drop:]...)
	}
	if f.Limit > 0 {
		out = out[:min(f.Limit, len(out))]
	}
	return out, nil
}

// found gives the sentences of hits that a filter lets through. A superseded
// report has none.
func (l reportLook) found(hits []Hit, f Filter) ([]Found, error) {
	reports := make([]MemberRow, 0, len(hits))
	for _, h := range hits {
		reports = append(reports, MemberRow{Report: h.Report})
	}
	if err := l.fetch(reports); err != nil {
		return nil, err
	}
	var numbers []int64
	hits = slices.DeleteFunc(hits, func(h Hit) bool { return l.rows[h.Report] == nil || !l.lets(f, l.rows[h.Report]) })
	for _, h := range hits {
		numbers = append(numbers, h.Report)
	}
	bodies, err := l.store.Bodies(distinct(numbers)...)
	if err != nil {
		return nil, err
	}
	var out []Found
	var index *rapporteur.Index
	last := int64(0)
	for _, h := range hits {
		row, body := l.rows[h.Report], bodies[h.Report]
		if body == nil || h.Sentence >= len(body.Sentences) || isLong(body.Sentences, h.Sentence) {
			continue
		}
		if h.Report != last {
			index, last = rapporteur.NewIndex(body.Text), h.Report
		}
		at := body.Sentences[h.Sentence]
		span := rapporteur.Span{Report: row.ID, Start: at[0], End: at[1], Text: body.Text[index.Offset(at[0]):index.Offset(at[1])]}
		out = append(out, Found{span, row.Outlet, row.Published, row.Title})
	}
	return out, nil
}

// lets reports whether a search goes into a report.
func (l reportLook) lets(f Filter, r *ReportRow) bool {
	switch {
	case r.SupersededBy != "" && l.at.IsZero(), !l.at.IsZero() && r.Arrived.After(l.at):
		return false
	case len(f.Outlets) > 0 && !slices.ContainsFunc(r.stood(), func(a Appearance) bool { return slices.Contains(f.Outlets, string(a.Outlet)) }):
		return false
	case !l.reportQuery(f).holds(r.Published):
		return false
	}
	return len(f.Reports) == 0 || slices.Contains(f.Reports, r.ID)
}
