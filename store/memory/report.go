package memory

import (
	"cmp"
	"slices"

	"rapporteur/record"
)

// Report implements record.View.
func (t reportTable) Report(id string) (*record.ReportRow, error) {
	n, ok := t.reportIDs[id]
	if !ok {
		return nil, nil
	}
	r := t.reports[n]
	return &r, nil
}

// ReportsNamed implements record.View.
func (t reportTable) ReportsNamed(ids ...string) ([]record.ReportRow, error) {
	var found []int64
	for _, id := range ids {
		if n, ok := t.reportIDs[id]; ok {
			found = append(found, n)
		}
	}
	return t.ReportRows(found...)
}

// ReportRows implements record.View.
func (t reportTable) ReportRows(of ...int64) ([]record.ReportRow, error) {
	out := pick(t.reports, of)
	for i := range out {
		out[i].Appearances = slices.Clone(out[i].Appearances)
	}
	return out, nil
}

// ReportsAfter implements record.View.
func (t reportTable) ReportsAfter(number int64, limit int) ([]record.ReportRow, error) {
	return after(t.reports, number, limit), nil
}

// Body implements record.View.
func (t reportTable) Body(number int64) (*record.Body, error) {
	b, ok := t.bodies[number]
	if !ok {
		return nil, nil
	}
	return &b, nil
}

// Bodies implements record.View.
func (t reportTable) Bodies(of ...int64) (map[int64]*record.Body, error) {
	out := map[int64]*record.Body{}
	for _, n := range of {
		if b, ok := t.bodies[n]; ok {
			out[n] = &b
		}
	}
	return out, nil
}

// CountReports implements record.View.
func (t reportTable) CountReports(q record.ReportQuery, most int) (int, error) {
	q.Limit, q.Offset = 0, 0
	all, err := t.Reports(q)
	return atMost(len(all), most), err
}

// Reports implements record.View.
func (t reportTable) Reports(q record.ReportQuery) ([]record.ReportRow, error) {
	var out []record.ReportRow
	holding := t.reportsHolding(q.Text)
	for n, r := range t.reports {
		in := func(list []string, v string) bool { return len(list) == 0 || slices.Contains(list, v) }
		if !in(q.IDs, r.ID) || !in(q.Outlets, string(r.Outlet)) ||
			!record.MayBeWithin(r.Published, q.Since, q.Until) || !q.AsOf.IsZero() && r.Arrived.After(q.AsOf) ||
			!q.Arrived.IsZero() && r.Arrived.Before(q.Arrived) || q.Amended && !t.amended(r.ID) || q.Text != "" && !holding[n] {
			continue
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b record.ReportRow) int {
		order := cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Number, b.Number))
		if q.Oldest {
			return order
		}
		return -order
	})
	return page(out, q.Limit, q.Offset), nil
}

// amended reports whether a person said where or when a report stood.
func (t *tables) amended(id string) bool {
	return slices.ContainsFunc(t.corrections, func(c record.Correction) bool {
		return c.Kind == record.ReportKind && slices.ContainsFunc(c.Targets, func(a record.Address) bool { return a.Report == id })
	})
}

// Group implements record.View.
func (t reportTable) Group(of record.Grouping, names ...string) ([]record.ReportRow, error) {
	return choose(t.reports, func(r record.ReportRow) bool {
		have := r.Wire
		if of == record.ByArticle {
			have = r.Article
		}
		return have != "" && slices.Contains(names, have)
	}), nil
}

// Carried implements record.View.
func (t reportTable) Carried(outlet string) ([]record.ReportRow, error) {
	return choose(t.reports, func(r record.ReportRow) bool {
		return string(r.Outlet) == outlet || slices.ContainsFunc(r.Appearances, func(a record.Appearance) bool { return string(a.Outlet) == outlet })
	}), nil
}

// PutReport implements record.Update.
func (t reportTable) PutReport(r record.ReportRow, body record.Body) (int64, error) {
	t.last.report++
	r.Number, r.Text, r.Paragraphs = t.last.report, "", nil
	r.Appearances = slices.Clone(r.Appearances)
	t.reports[r.Number], t.bodies[r.Number], t.reportIDs[r.ID] = r, body, r.Number
	return r.Number, t.putWords(r.Number, &body)
}

// SetReport implements record.Update.
func (t reportTable) SetReport(r record.ReportRow, body *record.Body) error {
	r.Text, r.Paragraphs, r.Arrived = "", nil, t.reports[r.Number].Arrived
	r.Appearances = slices.Clone(r.Appearances)
	t.reports[r.Number] = r
	if body != nil {
		t.bodies[r.Number] = *body
		return t.putWords(r.Number, body)
	}
	return nil
}

// DropReport implements record.Update.
func (t reportTable) DropReport(number int64) error {
	t.over = slices.DeleteFunc(t.over, func(m membership) bool { return t.members[m.member].Report == number })
	for n, m := range t.members {
		if m.Report == number {
			delete(t.members, n)
		}
	}
	delete(t.reportIDs, t.reports[number].ID)
	delete(t.reports, number)
	delete(t.bodies, number)
	delete(t.words, number)
	return nil
}
