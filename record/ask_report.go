package record

import (
	"cmp"
	"slices"

	"rapporteur"
)

// Reports gives the reports that a filter chooses; see Reader.Reports.
func (l reportLook) Reports(f Filter) ([]Report, error) {
	rows, err := l.reportRows(f)
	if err != nil {
		return nil, err
	}
	out := make([]Report, len(rows))
	for i, row := range rows {
		out[i] = reportOf(row)
	}
	if len(out) == 0 {
		return nil, nil
	}
	return out, l.complete(rows, out)
}

// reportOf is a report as it is told of, without its copies and the number of its entries.
func reportOf(row *ReportRow) Report {
	return Report{Report: row.Report, Arrived: row.Arrived, Appearances: row.Appearances, Wire: row.Wire, SupersededBy: row.SupersededBy}
}

// CountReports gives how many reports a filter chooses, without regard to its limit; where
// that is more than most, it may say only that.
func (l reportLook) CountReports(f Filter, most int) (Tally, error) {
	f, err := l.ofDossier(f)
	if err != nil {
		return Tally{}, err
	}
	amended, err := l.amended(f)
	if err != nil {
		return Tally{}, err
	}
	if len(amended) > 0 {
		f.Limit, f.Offset = 0, 0
		rows, err := l.reportRows(f)
		return Tally{N: len(rows)}, err
	}
	return tally(most, func(most int) (int, error) { return l.store.CountReports(l.reportQuery(f), most) })
}

func (l reportLook) reportQuery(f Filter) ReportQuery {
	since, _ := Bounds(f.Since)
	_, until := Bounds(f.Until)
	return ReportQuery{IDs: f.Reports, Outlets: f.Outlets, Since: cmp.Or(since, f.Since), Until: cmp.Or(until, f.Until),
		Text: f.Text, AsOf: l.at, Arrived: f.Arrived, Limit: f.Limit, Offset: f.Offset, Oldest: f.Oldest}
}

// holds reports whether a report of a day may be of those that a query asks for.
func (q ReportQuery) holds(published rapporteur.Date) bool {
	return MayBeWithin(published, q.Since, q.Until)
}

// reportRows gives the rows of the reports that a filter chooses, as they were at the
// time.
func (l reportLook) reportRows(f Filter) ([]*ReportRow, error) {
	f, err := l.ofDossier(f)
	if err != nil {
		return nil, err
	}
	amended, err := l.amended(f)
	if err != nil {
		return nil, err
	}
	q := l.reportQuery(f)
	if len(amended) > 0 {
		q.Limit, q.Offset = 0, 0
	}
	rows, err := l.store.Reports(q)
	if err != nil {
		return nil, err
	}
	if len(amended) == 0 {
		return l.kept(rows)
	}
	rows = slices.DeleteFunc(rows, func(r ReportRow) bool {
		return slices.ContainsFunc(amended, func(a ReportRow) bool { return a.Number == r.Number })
	})
	all, err := l.kept(append(rows, amended...))
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(r *ReportRow) bool {
		return len(f.Outlets) > 0 && !slices.Contains(f.Outlets, string(r.Outlet)) || !q.holds(r.Published)
	})
	slices.SortFunc(all, func(a, b *ReportRow) int {
		order := cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Number, b.Number))
		if f.Oldest {
			return order
		}
		return -order
	})
	all = all[min(f.Offset, len(all)):]
	if f.Limit > 0 {
		all = all[:min(f.Limit, len(all))]
	}
	return all, nil
}

// amended gives the reports that a filter may choose of a past day and that persons
// put right at some time: the store knows only where they stand now.
func (l reportLook) amended(f Filter) ([]ReportRow, error) {
	if l.at.IsZero() {
		return nil, nil
	}
	q := l.reportQuery(f)
	q.Outlets, q.Since, q.Until, q.Limit, q.Offset, q.Amended = nil, "", "", 0, 0, true
	return l.store.Reports(q)
}

// complete adds to reports their copies and the number of their entries.
func (l reportLook) complete(rows []*ReportRow, out []Report) error {
	var wires []string
	var numbers []int64
	for _, row := range rows {
		numbers = append(numbers, row.Number)
		if row.Wire != "" {
			wires = append(wires, row.Wire)
		}
	}
	counts, err := l.store.Tally(numbers...)
	if err != nil {
		return err
	}
	copies, err := l.copies(wires)
	if err != nil {
		return err
	}
	for i, row := range rows {
		if out[i].Entries = counts[row.Number]; out[i].Entries == nil {
			out[i].Entries = map[Kind]int{}
		}
		for _, id := range copies[row.Wire] {
			if id != row.ID {
				out[i].Copies = append(out[i].Copies, id)
			}
		}
	}
	return nil
}

// copies gives the ids of the reports of some groups, by group.
func (l reportLook) copies(wires []string) (map[string][]string, error) {
	out := map[string][]string{}
	if len(wires) == 0 {
		return out, nil
	}
	slices.Sort(wires)
	rows, err := l.store.Group(ByWire, slices.Compact(wires)...)
	for _, row := range rows {
		out[row.Wire] = append(out[row.Wire], row.ID)
	}
	for _, ids := range out {
		slices.Sort(ids)
	}
	return out, err
}

// report gives one report with its text.
func (l reportLook) report(id string) (*Report, error) {
	found, err := l.Reports(Filter{Reports: []string{id}})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, unknown("find report", "report", id)
	}
	row, err := l.row(id)
	if err != nil {
		return nil, err
	}
	body, err := l.store.Body(row.Number)
	if err == nil && body != nil {
		found[0].Text, found[0].Paragraphs = body.Text, body.Paragraphs
	}
	return &found[0], err
}

// ReportsByID gives some reports with their texts, by id; those that the record has not are
// left out.
func (l reportLook) ReportsByID(ids ...string) (map[string]*Report, error) {
	out := map[string]*Report{}
	for some := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(ids))), portion) {
		rows, err := l.reportRows(Filter{Reports: some})
		if err != nil {
			return nil, err
		}
		found := make([]Report, len(rows))
		numbers := make([]int64, len(rows))
		for i, row := range rows {
			found[i], numbers[i] = reportOf(row), row.Number
		}
		if err := l.complete(rows, found); err != nil {
			return nil, err
		}
		bodies, err := l.store.Bodies(numbers...)
		if err != nil {
			return nil, err
		}
		for i := range found {
			if body := bodies[numbers[i]]; body != nil {
				found[i].Text, found[i].Paragraphs = body.Text, body.Paragraphs
			}
			out[found[i].ID] = &found[i]
		}
	}
	return out, nil
}

// LastDay gives the day on which the last report that the record had at the time was
// published, up to a day if one is given; empty where no report has a day.
func (l reportLook) LastDay(until rapporteur.Date) (rapporteur.Date, error) {
	rows, err := l.store.Reports(ReportQuery{Until: until, AsOf: l.at, Limit: 1})
	if err != nil || len(rows) == 0 {
		return "", err
	}
	return rows[0].Published, nil
}
