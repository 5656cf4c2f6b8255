package memory

import (
	"slices"
	"time"

	"rapporteur/record"
)

// Owners implements record.View.
func (t memberTable) Owners(space record.Space, keys ...uint64) (map[uint64][]int64, error) {
	out := map[uint64][]int64{}
	for _, k := range keys {
		if owners := t.keys[space][k]; len(owners) > 0 {
			out[k] = slices.Sorted(slices.Values(owners))
		}
	}
	return out, nil
}

// EachKey implements record.View.
func (t memberTable) EachKey(space record.Space, do func(uint64, int64)) error {
	for key, owners := range t.keys[space] {
		for _, owner := range owners {
			do(key, owner)
		}
	}
	return nil
}

// PutKeys implements record.Update.
func (t memberTable) PutKeys(space record.Space, owner int64, keys []uint64) error {
	for _, k := range keys {
		if have := t.keys[space][k]; !slices.Contains(have, owner) {
			t.keys[space][k] = append(slices.Clone(have), owner)
		}
	}
	return nil
}

// DropKeys implements record.Update.
func (t memberTable) DropKeys(space record.Space, owner int64, keys []uint64) error {
	for _, k := range keys {
		t.keys[space][k] = slices.DeleteFunc(slices.Clone(t.keys[space][k]), func(o int64) bool { return o == owner })
	}
	return nil
}

// Members implements record.View.
func (t memberTable) Members(of ...int64) ([]record.MemberRow, error) {
	return pick(t.members, of), nil
}

// Standing implements record.View.
func (t memberTable) Standing(at time.Time, entries ...int64) ([]record.MemberRow, []record.ReportRow, error) {
	members, err := t.MembersIn(at, entries...)
	var of []int64
	for i := range members {
		members[i].Body = t.members[members[i].Number].Body
		of = append(of, members[i].Report)
	}
	reports := pick(t.reports, of)
	for i := range reports {
		reports[i].Appearances, reports[i].Sketch = slices.Clone(reports[i].Appearances), nil
	}
	return members, reports, err
}

// where gives the members that a test lets through, without their bodies.
func (t *tables) where(test func(record.MemberRow) bool) []record.MemberRow {
	out := choose(t.members, test)
	for i := range out {
		out[i].Body, out[i].Further = nil, nil
	}
	return out
}

// MembersOf implements record.View.
func (t memberTable) MembersOf(reports ...int64) ([]record.MemberRow, error) {
	of := setOf(reports)
	return t.where(func(m record.MemberRow) bool { return of[m.Report] }), nil
}

// Tally implements record.View.
func (t memberTable) Tally(reports ...int64) (map[int64]map[record.Kind]int, error) {
	out, of := map[int64]map[record.Kind]int{}, setOf(reports)
	for _, m := range t.where(func(m record.MemberRow) bool { return of[m.Report] && m.Entry != 0 }) {
		if out[m.Report] == nil {
			out[m.Report] = map[record.Kind]int{}
		}
		out[m.Report][m.Kind]++
	}
	return out, nil
}

// MembersIn implements record.View.
func (t memberTable) MembersIn(at time.Time, entries ...int64) ([]record.MemberRow, error) {
	in := setOf(entries)
	delete(in, 0)
	if at.IsZero() {
		return t.where(func(m record.MemberRow) bool { return in[m.Entry] }), nil
	}
	out := t.where(func(m record.MemberRow) bool { return in[m.Entry] && !m.Since.After(at) })
	for _, o := range t.over {
		if in[o.entry] && !o.since.After(at) && o.until.After(at) {
			m := t.members[o.member]
			m.Entry, m.Since, m.Body, m.Further = o.entry, o.since, nil, nil
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b record.MemberRow) int { return int(a.Number - b.Number) })
	return out, nil
}

// Size implements record.View.
func (t memberTable) Size(entry int64) (int, error) {
	members, err := t.MembersIn(time.Time{}, entry)
	return len(members), err
}

// PutMember implements record.Update.
func (t memberTable) PutMember(m record.MemberRow) (int64, error) {
	t.last.member++
	m.Number, m.Entry, m.Since, m.Stale = t.last.member, 0, time.Time{}, false
	t.members[m.Number] = m
	return m.Number, nil
}

// PutFurther implements record.Update.
func (t memberTable) PutFurther(member, _ int64, sentences []int) error {
	m := t.members[member]
	m.Further = slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(m.Further), sentences...))))
	t.members[member] = m
	return nil
}

// Retire implements record.Update.
func (t memberTable) Retire(member int64) error {
	m := t.members[member]
	m.Stale = true
	t.members[member] = m
	return nil
}

// Move implements record.Update.
func (t memberTable) Move(member, _, entry int64, at time.Time) error {
	m := t.members[member]
	if m.Entry != 0 && m.Since.Before(at) {
		t.over = append(t.over, membership{member, m.Entry, m.Since, at})
	}
	m.Entry = entry
	if m.Since.Before(at) { // a clock may be behind that of who moved it before
		m.Since = at
	}
	t.members[member] = m
	return nil
}

// EntriesOf implements record.View.
func (t memberTable) EntriesOf(report int64) ([]int64, error) {
	var out []int64
	for _, m := range t.where(func(m record.MemberRow) bool { return m.Report == report && m.Entry != 0 }) {
		out = append(out, m.Entry)
	}
	for _, o := range t.over {
		if t.members[o.member].Report == report {
			out = append(out, o.entry)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
