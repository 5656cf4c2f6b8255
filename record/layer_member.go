package record

import (
	"cmp"
	"slices"
	"time"
)

// layeredMembers are the members and keys as a desk sees them.
type layeredMembers struct{ layered }

// Owners implements View.
func (l layeredMembers) Owners(space Space, keys ...uint64) (map[uint64][]int64, error) {
	out, err := l.base.Owners(space, keys...)
	if err != nil || space != OfMembers || len(l.keys)+len(l.lost) == 0 {
		return out, err
	}
	for _, k := range keys {
		owners := slices.DeleteFunc(slices.Clone(out[k]), func(n int64) bool { return slices.Contains(l.lost[k], n) })
		owners = append(owners, l.keys[k]...)
		if len(owners) == 0 {
			delete(out, k)
			continue
		}
		slices.Sort(owners)
		out[k] = slices.Compact(owners)
	}
	return out, nil
}

// EachKey implements View; it gives those of the shared record, of which alone it is
// verified that they are whole.
func (l layeredMembers) EachKey(space Space, do func(uint64, int64)) error {
	return l.base.EachKey(space, do)
}

// PutKeys implements Update.
func (l layeredMembers) PutKeys(_ Space, owner int64, keys []uint64) error {
	return l.turn(l.keys, l.lost, owner, keys)
}

// DropKeys implements Update.
func (l layeredMembers) DropKeys(_ Space, owner int64, keys []uint64) error {
	return l.turn(l.lost, l.keys, owner, keys)
}

// turn enters the owner of keys on one list and takes it off another.
func (l layeredMembers) turn(on, off map[uint64][]int64, owner int64, keys []uint64) error {
	for _, k := range keys {
		if !slices.Contains(on[k], owner) {
			on[k] = append(slices.Clone(on[k]), owner)
		}
		off[k] = slices.DeleteFunc(slices.Clone(off[k]), func(n int64) bool { return n == owner })
	}
	return nil
}

// Members implements View.
func (l layeredMembers) Members(numbers ...int64) ([]MemberRow, error) {
	var rest []int64
	var out []MemberRow
	for _, n := range distinct(slices.Clone(numbers)) {
		if m, mine := l.members[n]; mine {
			out = append(out, m)
		} else if n <= firstLayered {
			rest = append(rest, n)
		}
	}
	if len(rest) > 0 {
		others, err := l.base.Members(rest...)
		if err != nil {
			return nil, err
		}
		out = append(out, others...)
	}
	return byNumber(out), nil
}

func byNumber(rows []MemberRow) []MemberRow {
	slices.SortFunc(rows, func(a, b MemberRow) int { return cmp.Compare(a.Number, b.Number) })
	return rows
}

// head is a member as lists have it.
func head(m MemberRow) MemberRow {
	m.Body, m.Further = nil, nil
	return m
}

// MembersOf implements View.
func (l layeredMembers) MembersOf(reports ...int64) ([]MemberRow, error) {
	out, err := l.base.MembersOf(reports...)
	if err != nil {
		return nil, err
	}
	for i, m := range out {
		if mine, ok := l.members[m.Number]; ok {
			out[i] = head(mine)
		}
	}
	for _, report := range distinct(slices.Clone(reports)) {
		for _, n := range l.added[report] {
			out = append(out, head(l.members[n]))
		}
	}
	return byNumber(out), nil
}

// MembersIn implements View.
func (l layeredMembers) MembersIn(at time.Time, entries ...int64) ([]MemberRow, error) {
	mine, others := l.part(at, entries)
	var out []MemberRow
	if len(others) > 0 {
		var err error
		if out, err = l.base.MembersIn(at, others...); err != nil {
			return nil, err
		}
	}
	for _, m := range l.standing(at, mine) {
		out = append(out, head(m))
	}
	return byNumber(out), nil
}

// standing gives the members of entries of the layer at a time, whole.
func (l layeredMembers) standing(at time.Time, entries []int64) []MemberRow {
	if len(entries) == 0 {
		return nil
	}
	var out []MemberRow
	for _, e := range distinct(slices.Clone(entries)) {
		for _, n := range l.inside[e] {
			if m := l.members[n]; e != 0 && m.Entry == e && (at.IsZero() || !m.Since.After(at)) {
				out = append(out, m)
			}
		}
	}
	if at.IsZero() {
		return out
	}
	for _, o := range l.over {
		if slices.Contains(entries, o.entry) && !o.since.After(at) && o.until.After(at) {
			m := l.members[o.member]
			m.Entry, m.Since = o.entry, o.since
			out = append(out, m)
		}
	}
	return out
}

// Standing implements View.
func (l layeredMembers) Standing(at time.Time, entries ...int64) ([]MemberRow, []ReportRow, error) {
	mine, others := l.part(at, entries)
	members, reports, err := l.base.Standing(at, others...)
	if err != nil || len(mine) == 0 {
		return members, reports, err
	}
	var of []int64
	for _, m := range l.standing(at, mine) {
		m.Further = nil
		members, of = append(members, m), append(of, m.Report)
	}
	more, err := l.base.ReportRows(distinct(of)...)
	for _, r := range more {
		if !slices.ContainsFunc(reports, func(have ReportRow) bool { return have.Number == r.Number }) {
			r.Sketch = nil
			reports = append(reports, r)
		}
	}
	slices.SortFunc(reports, func(a, b ReportRow) int { return cmp.Compare(a.Number, b.Number) })
	return byNumber(members), reports, err
}

// EntriesOf implements View.
func (l layeredMembers) EntriesOf(report int64) ([]int64, error) {
	out, err := l.base.EntriesOf(report)
	for _, m := range l.members {
		if m.Report == report && m.Entry != 0 {
			out = append(out, m.Entry)
		}
	}
	for _, o := range l.over {
		if l.members[o.member].Report == report {
			out = append(out, o.entry)
		}
	}
	return distinct(out), err
}

// Tally implements View.
func (l layeredMembers) Tally(reports ...int64) (map[int64]map[Kind]int, error) {
	out, err := l.base.Tally(reports...)
	if err != nil {
		return nil, err
	}
	touched := map[int64]bool{}
	for _, m := range l.members {
		touched[m.Report] = touched[m.Report] || slices.Contains(reports, m.Report)
	}
	for report, mine := range touched {
		if !mine {
			continue
		}
		heads, err := l.MembersOf(report)
		if err != nil {
			return nil, err
		}
		delete(out, report)
		for _, m := range heads {
			if m.Entry == 0 {
				continue
			}
			if out[report] == nil {
				out[report] = map[Kind]int{}
			}
			out[report][m.Kind]++
		}
	}
	return out, nil
}

// Size implements View.
func (l layeredMembers) Size(entry int64) (int, error) {
	if !l.has(entry, time.Time{}) {
		return l.base.Size(entry)
	}
	return len(l.standing(time.Time{}, []int64{entry})), nil
}

// PutMember implements Update.
func (l layeredMembers) PutMember(m MemberRow) (int64, error) {
	l.last.member++
	m.Number, m.Entry, m.Since, m.Stale = l.last.member, 0, time.Time{}, false
	l.members[m.Number] = m
	enter(l.added, m.Report, m.Number)
	return m.Number, nil
}

// PutFurther implements Update.
func (l layeredMembers) PutFurther(member, _ int64, sentences []int) error {
	m := l.members[member]
	m.Further = slices.Compact(slices.Sorted(slices.Values(slices.Concat(m.Further, sentences))))
	l.members[member] = m
	return nil
}

// Move implements Update. What came to the shared record after a correction was made is
// moved by it when it came.
func (l layeredMembers) Move(member, from, to int64, at time.Time) error {
	for _, entry := range []int64{from, to} {
		if err := l.take(entry); err != nil {
			return err
		}
	}
	if err := l.takeMembers(member); err != nil {
		return err
	}
	m := l.members[member]
	if m.Since.After(at) {
		at = m.Since
	}
	if m.Entry != 0 && m.Since.Before(at) {
		l.over = append(l.over, membershipRow{member, m.Entry, m.Since, at})
	}
	m.Entry, m.Since = to, at
	l.members[member] = m
	enter(l.inside, to, member)
	return nil
}

// Retire implements Update.
func (l layeredMembers) Retire(member int64) error {
	err := l.takeMembers(member)
	m := l.members[member]
	m.Stale = true
	l.members[member] = m
	return err
}
