package memory

import (
	"cmp"
	"slices"

	"rapporteur/record"
)

// Report implements record.View.
func (t *tables) Report(id string) (*record.ReportRow, error) {
	for _, n := range numbers(t.reports) {
		if r := t.reports[n]; r.ID == id {
			return &r, nil
		}
	}
	return nil, nil
}

// ReportRows implements record.View.
func (t *tables) ReportRows(of ...int64) ([]record.ReportRow, error) {
	out := pick(t.reports, of)
	for i := range out {
		out[i].Appearances = slices.Clone(out[i].Appearances)
	}
	return out, nil
}

// ReportsAfter implements record.View.
func (t *tables) ReportsAfter(number int64, limit int) ([]record.ReportRow, error) {
	return after(t.reports, number, limit), nil
}

// Body implements record.View.
func (t *tables) Body(number int64) (*record.Body, error) {
	b, ok := t.bodies[number]
	if !ok {
		return nil, nil
	}
	return &b, nil
}

// Reports implements record.View.
func (t *tables) Reports(q record.ReportQuery) ([]record.ReportRow, error) {
	var out []record.ReportRow
	for _, n := range numbers(t.reports) {
		r := t.reports[n]
		in := func(list []string, v string) bool { return len(list) == 0 || slices.Contains(list, v) }
		if !in(q.IDs, r.ID) || !in(q.Outlets, string(r.Outlet)) || r.Published < q.Since ||
			q.Until != "" && r.Published > q.Until || !q.AsOf.IsZero() && r.Arrived.After(q.AsOf) ||
			!q.Arrived.IsZero() && r.Arrived.Before(q.Arrived) || q.Text != "" && !t.holds(n, q.Text) {
			continue
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b record.ReportRow) int {
		order := cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Number, b.Number))
		if q.Oldest {
			return order
		}
		return -order
	})
	return page(out, q.Limit, q.Offset), nil
}

// Group implements record.View.
func (t *tables) Group(of record.Grouping, name string) ([]record.ReportRow, error) {
	var out []record.ReportRow
	for _, n := range numbers(t.reports) {
		r := t.reports[n]
		have := r.Wire
		if of == record.ByArticle {
			have = r.Article
		}
		if have == name && name != "" {
			out = append(out, r)
		}
	}
	return out, nil
}

// Carried implements record.View.
func (t *tables) Carried(outlet string) ([]record.ReportRow, error) {
	var out []record.ReportRow
	for _, n := range numbers(t.reports) {
		r := t.reports[n]
		if string(r.Outlet) == outlet || slices.ContainsFunc(r.Appearances, func(a record.Appearance) bool { return string(a.Outlet) == outlet }) {
			out = append(out, r)
		}
	}
	return out, nil
}

// PutReport implements record.Update.
func (t *tables) PutReport(r record.ReportRow, body record.Body) (int64, error) {
	t.last.report++
	r.Number, r.Text, r.Paragraphs = t.last.report, "", nil
	r.Appearances = slices.Clone(r.Appearances)
	t.reports[r.Number], t.bodies[r.Number] = r, body
	return r.Number, nil
}

// SetReport implements record.Update.
func (t *tables) SetReport(r record.ReportRow, body *record.Body) error {
	r.Text, r.Paragraphs, r.Arrived = "", nil, t.reports[r.Number].Arrived
	r.Appearances = slices.Clone(r.Appearances)
	t.reports[r.Number] = r
	if body != nil {
		t.bodies[r.Number] = *body
	}
	return nil
}

// DropReport implements record.Update.
func (t *tables) DropReport(number int64) error {
	t.over = slices.DeleteFunc(t.over, func(m membership) bool { return t.members[m.member].Report == number })
	for n, m := range t.members {
		if m.Report == number {
			delete(t.members, n)
		}
	}
	delete(t.reports, number)
	delete(t.bodies, number)
	return nil
}
