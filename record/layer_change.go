package record

import (
	"cmp"
	"slices"
	"time"
)

// Changes implements View. What happened to an entry before the desk first corrected it
// happened to the shared one.
func (l layeredEntries) Changes(entries ...int64) ([]ChangeRow, error) {
	mine, others := l.part(time.Time{}, distinct(slices.Clone(entries)))
	out, err := l.base.Changes(others...)
	if err != nil {
		return nil, err
	}
	before, err := l.base.Changes(slices.DeleteFunc(slices.Clone(mine), func(n int64) bool { return n > firstLayered })...)
	if err != nil {
		return nil, err
	}
	for _, c := range before {
		if c.At.Before(l.since[c.Entry]) {
			out = append(out, c)
		}
	}
	after, err := l.happened(mine)
	if err != nil {
		return nil, err
	}
	for _, c := range append(after, l.changes...) {
		if slices.Contains(entries, c.Entry) && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b ChangeRow) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.What, b.What), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Other, b.Other), cmp.Compare(a.Entry, b.Entry))
	})
	return out, nil
}

// happened is what happened to entries of the layer since they are.
func (l layeredEntries) happened(entries []int64) ([]ChangeRow, error) {
	ids, err := l.reportIDs()
	if err != nil {
		return nil, err
	}
	var out []ChangeRow
	add := func(at time.Time, entry int64, what, report string, other int64) {
		if slices.Contains(entries, entry) && !at.Before(l.since[entry]) {
			out = append(out, ChangeRow{At: at, Entry: entry, What: what, Report: report, Other: other})
		}
	}
	for _, m := range l.members {
		add(m.Since, m.Entry, "joined", ids[m.Report], 0)
	}
	for _, o := range l.over {
		id := ids[l.members[o.member].Report]
		add(o.since, o.entry, "joined", id, 0)
		add(o.until, o.entry, "left", id, 0)
	}
	for n, e := range l.entries {
		if e.SupersededBy != 0 {
			add(e.SupersededAt, e.SupersededBy, "merged", "", n)
		}
	}
	return out, nil
}

// reportIDs gives the ids of the reports of which the layer has members.
func (l layered) reportIDs() (map[int64]string, error) {
	var numbers []int64
	for _, m := range l.members {
		numbers = append(numbers, m.Report)
	}
	rows, err := l.base.ReportRows(distinct(slices.Clone(numbers))...)
	out := map[int64]string{}
	for _, r := range rows {
		out[r.Number] = r.ID
	}
	return out, err
}

// Touched implements View.
func (l layeredEntries) Touched(after, until time.Time) ([]int64, error) {
	out, err := l.base.Touched(after, until)
	if err != nil {
		return nil, err
	}
	var mine []int64
	for n := range l.entries {
		mine = append(mine, n)
	}
	changes, err := l.happened(mine)
	for _, c := range append(changes, l.changes...) {
		for _, n := range []int64{c.Entry, c.Other} {
			if e, in := l.entries[n]; in && c.At.After(after) && !c.At.After(until) && !e.Minted.After(after) {
				out = append(out, n)
			}
		}
	}
	for n, d := range l.found { // it was put together anew, whatever came or went
		if d.since.After(after) && !d.since.After(until) && !l.entries[n].Minted.After(after) {
			out = append(out, n)
		}
	}
	return distinct(out), err
}
