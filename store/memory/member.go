package memory

import (
	"slices"
	"time"

	"rapporteur/record"
)

// Owners implements record.View.
func (t *tables) Owners(space record.Space, keys ...uint64) (map[uint64][]int64, error) {
	out := map[uint64][]int64{}
	for _, k := range keys {
		if owners := t.keys[space][k]; len(owners) > 0 {
			out[k] = slices.Sorted(slices.Values(owners))
		}
	}
	return out, nil
}

// EachKey implements record.View.
func (t *tables) EachKey(space record.Space, do func(uint64, int64)) error {
	for key, owners := range t.keys[space] {
		for _, owner := range owners {
			do(key, owner)
		}
	}
	return nil
}

// PutKeys implements record.Update.
func (t *tables) PutKeys(space record.Space, owner int64, keys []uint64) error {
	for _, k := range keys {
		if have := t.keys[space][k]; !slices.Contains(have, owner) {
			t.keys[space][k] = append(slices.Clone(have), owner)
		}
	}
	return nil
}

// DropKeys implements record.Update.
func (t *tables) DropKeys(space record.Space, owner int64, keys []uint64) error {
	for _, k := range keys {
		t.keys[space][k] = slices.DeleteFunc(slices.Clone(t.keys[space][k]), func(o int64) bool { return o == owner })
	}
	return nil
}

// Members implements record.View.
func (t *tables) Members(of ...int64) ([]record.MemberRow, error) { return pick(t.members, of), nil }

// where gives the members that a test lets through, without their bodies.
func (t *tables) where(test func(record.MemberRow) bool) []record.MemberRow {
	var out []record.MemberRow
	for _, n := range numbers(t.members) {
		if m := t.members[n]; test(m) {
			m.Body = nil
			out = append(out, m)
		}
	}
	return out
}

// MembersOf implements record.View.
func (t *tables) MembersOf(report int64) ([]record.MemberRow, error) {
	return t.where(func(m record.MemberRow) bool { return m.Report == report }), nil
}

// Tally implements record.View.
func (t *tables) Tally(report int64) (map[record.Kind]int, error) {
	out := map[record.Kind]int{}
	for _, m := range t.where(func(m record.MemberRow) bool { return m.Report == report && m.Entry != 0 }) {
		out[m.Kind]++
	}
	return out, nil
}

// MembersIn implements record.View.
func (t *tables) MembersIn(entry int64, at time.Time) ([]record.MemberRow, error) {
	if entry == 0 {
		return nil, nil
	}
	if at.IsZero() {
		return t.where(func(m record.MemberRow) bool { return m.Entry == entry }), nil
	}
	out := t.where(func(m record.MemberRow) bool { return m.Entry == entry && !m.Since.After(at) })
	for _, o := range t.over {
		if o.entry == entry && !o.since.After(at) && o.until.After(at) {
			m := t.members[o.member]
			m.Entry, m.Since, m.Body = o.entry, o.since, nil
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b record.MemberRow) int { return int(a.Number - b.Number) })
	return out, nil
}

// Size implements record.View.
func (t *tables) Size(entry int64) (int, error) {
	members, err := t.MembersIn(entry, time.Time{})
	return len(members), err
}

// PutMember implements record.Update.
func (t *tables) PutMember(m record.MemberRow) (int64, error) {
	t.last.member++
	m.Number, m.Entry, m.Since, m.Stale = t.last.member, 0, time.Time{}, false
	t.members[m.Number] = m
	return m.Number, nil
}

// Retire implements record.Update.
func (t *tables) Retire(member int64) error {
	m := t.members[member]
	m.Stale = true
	t.members[member] = m
	return nil
}

// Move implements record.Update.
func (t *tables) Move(member, _, entry int64, at time.Time) error {
	m := t.members[member]
	if m.Entry != 0 && m.Since.Before(at) {
		t.over = append(t.over, membership{member, m.Entry, m.Since, at})
	}
	m.Entry, m.Since = entry, at
	t.members[member] = m
	return nil
}

// EntriesOf implements record.View.
func (t *tables) EntriesOf(report int64) ([]int64, error) {
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
