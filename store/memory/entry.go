package memory

import (
	"cmp"
	"slices"
	"time"

	"rapporteur/record"
)

// Entry implements record.View.
func (t entryTable) Entry(id string) (*record.EntryRow, error) {
	for _, n := range numbers(t.entries) {
		if e := t.entries[n]; e.ID == id {
			return &e, nil
		}
	}
	return nil, nil
}

// EntryRows implements record.View.
func (t entryTable) EntryRows(of ...int64) ([]record.EntryRow, error) {
	return pick(t.entries, of), nil
}

// EntriesAfter implements record.View.
func (t entryTable) EntriesAfter(number int64, limit int) ([]record.EntryRow, error) {
	return after(t.entries, number, limit), nil
}

// Superseded implements record.View.
func (t entryTable) Superseded(by ...int64) ([]record.EntryRow, error) {
	var out []record.EntryRow
	for _, n := range numbers(t.entries) {
		if e := t.entries[n]; e.SupersededBy != 0 && slices.Contains(by, e.SupersededBy) {
			out = append(out, e)
		}
	}
	return out, nil
}

// Having implements record.View.
func (t termTable) Having(terms ...record.Term) (map[record.Term]int, error) {
	out := map[record.Term]int{}
	for _, d := range t.found {
		for _, term := range d.terms {
			if slices.Contains(terms, term) {
				out[term]++
			}
		}
	}
	return out, nil
}

// Reserve implements record.Update; nothing is gained here.
func (t entryTable) Reserve(...string) error { return nil }

// Mint implements record.Update.
func (t entryTable) Mint(e record.EntryRow) (int64, error) {
	if have, _ := t.Entry(e.ID); have != nil {
		return 0, nil
	}
	t.last.entry++
	e.Number = t.last.entry
	t.entries[e.Number] = e
	return e.Number, nil
}

// Supersede implements record.Update.
func (t entryTable) Supersede(entry, by int64, at time.Time) error {
	e := t.entries[entry]
	e.SupersededBy, e.SupersededAt = by, at
	t.entries[entry] = e
	return t.Describe(entry, 0, 0, nil, at)
}

// Describe implements record.Update.
func (t entryTable) Describe(entry int64, members, sort int, terms []record.Term, at time.Time) error {
	e := t.entries[entry]
	e.Described = members
	t.entries[entry] = e
	t.due = slices.DeleteFunc(t.due, func(n int64) bool { return n == entry })
	terms = slices.Clone(terms)
	slices.SortFunc(terms, func(a, b record.Term) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Value, b.Value))
	})
	terms = slices.Compact(terms)
	was := t.found[entry]
	if was.sort == sort && slices.Equal(was.terms, terms) {
		return nil
	}
	if at.Before(was.since) { // by a clock that is behind
		at = was.since
	}
	if len(was.terms) > 0 && was.since.Before(at) {
		was.until = at
		t.was = append(t.was, was)
	}
	t.found[entry] = description{entry: entry, sort: sort, terms: terms, since: at}
	return nil
}

// Due implements record.View.
func (t entryTable) Due() ([]int64, error) { return slices.Clone(t.due), nil }

// Postpone implements record.Update.
func (t entryTable) Postpone(entry int64) error {
	t.due = append(t.due, entry)
	slices.Sort(t.due)
	t.due = slices.Compact(t.due)
	return nil
}

// Changes implements record.View.
func (t entryTable) Changes(entries ...int64) ([]record.ChangeRow, error) {
	var out []record.ChangeRow
	slices.Sort(entries)
	for _, entry := range slices.Compact(entries) {
		out = append(out, t.changesOf(entry)...)
	}
	slices.SortStableFunc(out, func(a, b record.ChangeRow) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.What, b.What), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Other, b.Other), cmp.Compare(a.Entry, b.Entry))
	})
	return out, nil
}

func (t *tables) changesOf(entry int64) []record.ChangeRow {
	var out []record.ChangeRow
	add := func(at time.Time, what string, member, other int64) {
		id := ""
		if member != 0 {
			id = t.reports[t.members[member].Report].ID
		}
		c := record.ChangeRow{At: at, Entry: entry, What: what, Report: id, Other: other}
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	for _, m := range t.where(func(m record.MemberRow) bool { return m.Entry == entry }) {
		add(m.Since, "joined", m.Number, 0)
	}
	for _, o := range t.over {
		if o.entry == entry {
			add(o.since, "joined", o.member, 0)
			add(o.until, "left", o.member, 0)
		}
	}
	for _, n := range numbers(t.entries) {
		if e := t.entries[n]; e.SupersededBy == entry {
			add(e.SupersededAt, "merged", 0, n)
		}
	}
	for _, c := range t.changes {
		if c.Entry == entry {
			out = append(out, c)
		}
	}
	return out
}

// PutChange implements record.Update.
func (t entryTable) PutChange(c record.ChangeRow) error {
	t.changes = append(t.changes, c)
	return nil
}

// Touched implements record.View.
func (t entryTable) Touched(after, until time.Time) ([]int64, error) {
	in := func(at time.Time) bool { return at.After(after) && !at.After(until) }
	touched := map[int64]bool{}
	for _, n := range numbers(t.entries) {
		e := t.entries[n]
		touched[n] = touched[n] || e.SupersededBy != 0 && in(e.SupersededAt)
		for _, c := range t.changesOf(n) {
			if in(c.At) {
				touched[n] = true
				touched[c.Other] = c.Other != 0
			}
		}
	}
	var out []int64
	for _, n := range numbers(t.entries) {
		if touched[n] && !t.entries[n].Minted.After(after) {
			out = append(out, n)
		}
	}
	return out, nil
}
