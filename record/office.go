package record

import (
	"cmp"
	"slices"

	"rapporteur"
)

// offices answers who holds an office by the word of reports. It looks at nothing but
// what they say and when, so the order in which they arrived does not count.
type offices struct{ store View }

// teller is a report that names the holder of a post.
type teller struct {
	rapporteur.Incumbent
	row *ReportRow
	day int
}

// tenure is who holds a post from a day on, as the reports of that day have it.
type tenure struct {
	day int
	// holder is nil where they name different persons, and none more than the others.
	holder *rapporteur.Incumbent
	// by are the reports that name the holder, alone whether no other is named.
	by    []teller
	alone bool
}

// person is whom a tenure is for, and how.
func (v *tenure) person() string {
	if v == nil || v.holder == nil {
		return ""
	}
	return v.holder.Holder()
}

// on gives what counts on a day: what reports of that day say, or of the last one
// before it on which any did, a year back at most; nil for nothing.
func (o offices) on(p rapporteur.Post, day int) (*tenure, error) {
	for when := floor(day, officeDays); when >= floor(day-termDays, officeDays); when-- {
		rows, err := o.speaking(naming, p, when, day-termDays, day)
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 {
			last, _ := publishedOn(slices.MaxFunc(rows, byPublication))
			return o.judge(p, rows, last)
		}
	}
	return nil, nil
}

// next gives the first day behind another one, a year at most, on which a report names
// a holder of a post.
func (o offices) next(p rapporteur.Post, day int) (int, error) {
	for when := floor(day, officeDays); when <= floor(day+termDays, officeDays); when++ {
		rows, err := o.speaking(naming, p, when, day+1, day+termDays)
		if err != nil {
			return 0, err
		}
		if len(rows) > 0 {
			first, _ := publishedOn(slices.MinFunc(rows, byPublication))
			return first, nil
		}
	}
	return day + termDays + 1, nil
}

// speaking gives the reports of some days, and between two of them, that speak of a
// post. What has a later version says nothing.
func (o offices) speaking(how string, p rapporteur.Post, when, from, to int) ([]*ReportRow, error) {
	key := officeKey(how, p, when)
	owners, err := o.store.Owners(OfReports, key)
	if err != nil || len(owners[key]) == 0 {
		return nil, err
	}
	rows, err := o.store.ReportRows(owners[key]...)
	var out []*ReportRow
	for i := range rows {
		if day, known := publishedOn(&rows[i]); known && from <= day && day <= to && rows[i].SupersededBy == "" {
			out = append(out, &rows[i])
		}
	}
	return out, err
}

// byPublication orders reports that have a day.
func byPublication(a, b *ReportRow) int {
	x, _ := publishedOn(a)
	y, _ := publishedOn(b)
	return cmp.Compare(x, y)
}

// judge gives what the reports of a day come to: whom most sources name; copies of one
// text are one.
func (o offices) judge(p rapporteur.Post, rows []*ReportRow, day int) (*tenure, error) {
	var tellers []teller
	for _, row := range rows {
		if d, _ := publishedOn(row); d != day {
			continue
		}
		body, err := legible(o.store, row.Number)
		if err != nil {
			return nil, err
		}
		for _, i := range incumbentsOf(body) {
			if i.Post() == p {
				tellers = append(tellers, teller{i, row, day})
			}
		}
	}
	return judged(tellers), nil
}

// judged gives what the reports of one day come to.
func judged(tellers []teller) *tenure {
	out := &tenure{}
	said := map[string][]teller{}
	for _, t := range tellers {
		out.day = t.day
		said[t.Person] = append(said[t.Person], t)
	}
	most, tie := 0, false
	for _, by := range said {
		switch n := sourcesNaming(by); {
		case n > most:
			most, tie, out.by = n, false, by
		case n == most:
			tie = true
		}
	}
	if tie || most == 0 {
		out.by = nil
		return out
	}
	slices.SortFunc(out.by, byPlace)
	holder := out.by[0].Incumbent
	for _, one := range out.by {
		holder.Acting = holder.Acting && one.Acting
	}
	out.holder, out.alone = &holder, len(said) == 1
	return out
}

// byPlace orders reports by what they are and where they stood, whichever came first.
func byPlace(a, b teller) int {
	return cmp.Or(cmp.Compare(a.row.TextID(), b.row.TextID()), cmp.Compare(a.row.Outlet, b.row.Outlet), cmp.Compare(a.row.URL, b.row.URL))
}

// incumbentsOf gives the holders that a report names, none where its text is missing.
func incumbentsOf(body *Body) []rapporteur.Incumbent {
	if body == nil {
		return nil
	}
	return body.Incumbents
}

// sourcesNaming counts the origins of reports.
func sourcesNaming(by []teller) int {
	var from []string
	for _, n := range by {
		from = append(from, n.row.origin())
	}
	slices.Sort(from)
	return len(slices.Compact(from))
}
