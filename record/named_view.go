package record

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"rapporteur"
)

// namedView is a view in which outlets and actors are called as a desk calls them. Outlets
// that it calls by one name are one to it.
type namedView struct {
	View
	*names
}

// called gives reports with their outlets as the desk calls them.
func (v namedView) called(rows []ReportRow, err error) ([]ReportRow, error) {
	own := v.by[OutletNames]
	if err != nil || len(own) == 0 {
		return rows, err
	}
	as := func(o rapporteur.Text) rapporteur.Text { return rapporteur.Text(cmp.Or(own[string(o)], string(o))) }
	for i := range rows {
		r := &rows[i]
		r.Outlet, r.Appearances = as(r.Outlet), slices.Clone(r.Appearances)
		for j := range r.Appearances {
			r.Appearances[j].Outlet = as(r.Appearances[j].Outlet)
		}
	}
	return rows, nil
}

// Report implements View.
func (v namedView) Report(id string) (*ReportRow, error) {
	row, err := v.View.Report(id)
	if err != nil || row == nil {
		return nil, err
	}
	rows, err := v.called([]ReportRow{*row}, nil)
	return &rows[0], err
}

// ReportsNamed implements View.
func (v namedView) ReportsNamed(ids ...string) ([]ReportRow, error) {
	return v.called(v.View.ReportsNamed(ids...))
}

// ReportRows implements View.
func (v namedView) ReportRows(numbers ...int64) ([]ReportRow, error) {
	return v.called(v.View.ReportRows(numbers...))
}

// ReportsAfter implements View.
func (v namedView) ReportsAfter(number int64, limit int) ([]ReportRow, error) {
	return v.called(v.View.ReportsAfter(number, limit))
}

// Reports implements View.
func (v namedView) Reports(q ReportQuery) ([]ReportRow, error) {
	q.Outlets = v.asRead(q.Outlets)
	return v.called(v.View.Reports(q))
}

// CountReports implements View.
func (v namedView) CountReports(q ReportQuery, most int) (int, error) {
	q.Outlets = v.asRead(q.Outlets)
	return v.View.CountReports(q, most)
}

// Group implements View.
func (v namedView) Group(of Grouping, names ...string) ([]ReportRow, error) {
	return v.called(v.View.Group(of, names...))
}

// Standing implements View.
func (v namedView) Standing(at time.Time, entries ...int64) ([]MemberRow, []ReportRow, error) {
	members, reports, err := v.View.Standing(at, entries...)
	reports, err = v.called(reports, err)
	return members, reports, err
}

// asRead gives the outlets of the record that are called by some names, by the desk or by
// themselves.
func (v namedView) asRead(outlets []string) []string {
	var out []string
	for _, o := range outlets {
		out = append(append(out, o), v.outlets[o]...)
	}
	return out
}

// query has a query choose by what outlets are called on the record.
func (v namedView) query(q Query) Query {
	if len(v.outlets) == 0 {
		return q
	}
	q.All = slices.Clone(q.All)
	for i, some := range q.All {
		for _, t := range some {
			if t.Name != termOutlet {
				continue
			}
			for _, o := range v.outlets[t.Value] {
				q.All[i] = append(slices.Clone(q.All[i]), Term{termOutlet, o})
			}
		}
	}
	return q
}

// Entries implements View.
func (v namedView) Entries(q Query) ([]EntryRow, error) { return v.View.Entries(v.query(q)) }

// EntriesOfEach implements View.
func (v namedView) EntriesOfEach(queries ...Query) ([][]EntryRow, error) {
	all := slices.Clone(queries)
	for i := range all {
		all[i] = v.query(all[i])
	}
	return v.View.EntriesOfEach(all...)
}

// Count implements View.
func (v namedView) Count(q Query, most int) (int, error) { return v.View.Count(v.query(q), most) }

// Having implements View. An entry that several outlets of one name tell has the name once.
func (v namedView) Having(terms ...Term) (map[Term]int, error) {
	out, err := v.View.Having(terms...)
	if err != nil {
		return nil, err
	}
	for _, t := range terms {
		if t.Name != termOutlet || len(v.outlets[t.Value]) == 0 {
			continue
		}
		n, err := v.telling(t.Value)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out[t] = n
		}
	}
	return out, nil
}

// telling counts the entries that outlets of one name tell.
func (v namedView) telling(outlet string) (int, error) {
	return v.Count(Query{All: [][]Term{{{termOutlet, outlet}}}, From: math.MinInt, To: math.MaxInt}, 0)
}

// Values implements View.
func (v namedView) Values(terms ...string) (map[string][]Value, error) {
	out, err := v.View.Values(terms...)
	own := v.by[OutletNames]
	if err != nil || len(own) == 0 || len(out[termOutlet]) == 0 {
		return out, err
	}
	entries, outlets := map[string]int{}, map[string]int{}
	for _, value := range out[termOutlet] {
		name := cmp.Or(own[value.Value], value.Value)
		entries[name] += value.Entries
		outlets[name]++
	}
	var all []Value
	for name, n := range entries {
		if outlets[name] > 1 {
			if n, err = v.telling(name); err != nil {
				return nil, err
			}
		}
		all = append(all, Value{Value: name, Entries: n})
	}
	slices.SortFunc(all, func(a, b Value) int {
		return cmp.Or(cmp.Compare(b.Entries, a.Entries), strings.Compare(a.Value, b.Value))
	})
	out[termOutlet] = all
	return out, nil
}

// Parties implements View. A part of a name may be of either one.
func (v namedView) Parties(q PartyQuery) ([]Party, error) {
	own := v.by[ActorNames]
	if len(own) == 0 {
		return v.View.Parties(q)
	}
	wide := q
	if q.Text != "" {
		wide.Text, wide.Limit, wide.Offset = "", 0, 0
	}
	out, err := v.View.Parties(wide)
	if err != nil {
		return nil, err
	}
	for i := range out {
		if name := own[out[i].ID]; name != "" {
			out[i].Read, out[i].Name = out[i].Name, name
		}
	}
	if q.Text == "" {
		return out, nil
	}
	has := func(name string) bool { return strings.Contains(strings.ToLower(name), strings.ToLower(q.Text)) }
	return pageOfParties(slices.DeleteFunc(out, func(p Party) bool { return !has(p.Name) && !has(p.Read) }), q), nil
}

// Actors implements View.
func (v namedView) Actors(ids ...string) ([]rapporteur.Actor, error) {
	out, err := v.View.Actors(ids...)
	for i := range out {
		out[i] = v.actor(out[i])
	}
	return out, err
}
