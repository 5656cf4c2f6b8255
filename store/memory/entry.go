package memory

import (
	"cmp"
	"slices"
	"time"

	"rapporteur/record"
)

// Entry implements record.View.
func (t entryTable) Entry(id string) (*record.EntryRow, error) {
	n, ok := t.entryIDs[id]
	if !ok {
		return nil, nil
	}
	e := t.entries[n]
	return &e, nil
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
	in := setOf(by)
	return choose(t.entries, func(e record.EntryRow) bool { return e.SupersededBy != 0 && in[e.SupersededBy] }), nil
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
	if _, have := t.entryIDs[e.ID]; have {
		return 0, nil
	}
	t.last.entry++
	e.Number = t.last.entry
	t.entries[e.Number], t.entryIDs[e.ID] = e, e.Number
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
	out := t.changesOf(setOf(entries))
	slices.SortStableFunc(out, func(a, b record.ChangeRow) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.What, b.What), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Other, b.Other), cmp.Compare(a.Entry, b.Entry))
	})
	return out, nil
}

// changesOf gives what happened to some entries, each thing once.
func (t *tables) changesOf(entries map[int64]bool) []record.ChangeRow {
	var out []record.ChangeRow
	seen := map[record.ChangeRow]bool{}
	add := func(at time.Time, entry int64, what string, member, other int64) {
		if !entries[entry] {
			return
		}
		id := ""
		if member != 0 {
			id = t.reports[t.members[member].Report].ID
		}
		c := record.ChangeRow{At: at, Entry: entry, What: what, Report: id, Other: other}
		if !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	for n, m := range t.members {
		add(m.Since, m.Entry, "joined", n, 0)
	}
	for _, o := range t.over {
		add(o.since, o.entry, "joined", o.member, 0)
		add(o.until, o.entry, "left", o.member, 0)
	}
	for n, e := range t.entries {
		add(e.SupersededAt, e.SupersededBy, "merged", 0, n)
	}
	for _, c := range t.changes {
		if entries[c.Entry] {
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
	touched := map[int64]bool{}
	touch := func(at time.Time, entries ...int64) {
		for _, n := range entries {
			touched[n] = touched[n] || at.After(after) && !at.After(until)
		}
	}
	for _, m := range t.members {
		touch(m.Since, m.Entry)
	}
	for _, o := range t.over {
		touch(o.since, o.entry)
		touch(o.until, o.entry)
	}
	for n, e := range t.entries {
		if e.SupersededBy != 0 {
			touch(e.SupersededAt, n, e.SupersededBy)
		}
	}
	for _, c := range t.changes {
		touch(c.At, c.Entry, c.Other)
	}
	var out []int64
	for _, e := range choose(t.entries, func(e record.EntryRow) bool { return touched[e.Number] && !e.Minted.After(after) }) {
		out = append(out, e.Number)
	}
	return out, nil
}
