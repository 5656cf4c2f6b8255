package record

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// layeredEntries are the entries as a desk sees them.
type layeredEntries struct{ layered }

// Entry implements View.
func (l layeredEntries) Entry(id string) (*EntryRow, error) {
	if n, mine := l.ids[id]; mine {
		e := l.entries[n]
		return &e, nil
	}
	return l.base.Entry(id)
}

// EntryRows implements View.
func (l layeredEntries) EntryRows(numbers ...int64) ([]EntryRow, error) {
	mine, others := l.part(time.Time{}, distinct(slices.Clone(numbers)))
	out, err := l.base.EntryRows(slices.DeleteFunc(others, func(n int64) bool { return n > firstLayered })...)
	for _, n := range mine {
		out = append(out, l.entries[n])
	}
	return rowsByNumber(out), err
}

func rowsByNumber(rows []EntryRow) []EntryRow {
	slices.SortFunc(rows, func(a, b EntryRow) int { return cmp.Compare(a.Number, b.Number) })
	return rows
}

// EntriesAfter implements View; those that the desk's corrections made come last.
func (l layeredEntries) EntriesAfter(number int64, limit int) ([]EntryRow, error) {
	out, err := l.base.EntriesAfter(number, limit)
	for i, e := range out {
		if mine, ok := l.entries[e.Number]; ok {
			out[i] = mine
		}
	}
	var fresh []EntryRow
	for n, e := range l.entries {
		if n > max(number, firstLayered) {
			fresh = append(fresh, e)
		}
	}
	out = append(out, rowsByNumber(fresh)...)
	if limit > 0 {
		out = out[:min(limit, len(out))]
	}
	return out, err
}

// Superseded implements View.
func (l layeredEntries) Superseded(by ...int64) ([]EntryRow, error) {
	out, err := l.base.Superseded(slices.DeleteFunc(slices.Clone(by), func(n int64) bool { return n > firstLayered })...)
	out = slices.DeleteFunc(out, func(e EntryRow) bool { return l.has(e.Number, time.Time{}) })
	for _, n := range distinct(slices.Clone(by)) {
		for _, former := range l.replaced[n] {
			if e := l.entries[former]; e.SupersededBy == n {
				out = append(out, e)
			}
		}
	}
	return rowsByNumber(out), err
}

// Due implements View.
func (l layeredEntries) Due() ([]int64, error) { return slices.Clone(l.due), nil }

// IDs implements View.
func (l layeredEntries) IDs(prefix string, limit int) ([]string, error) {
	out, err := l.base.IDs(prefix, limit)
	for n, e := range l.entries {
		if n > firstLayered && strings.HasPrefix(e.ID, prefix) {
			out = append(out, e.ID)
		}
	}
	slices.Sort(out)
	if limit > 0 {
		out = out[:min(limit, len(out))]
	}
	return out, err
}

// Reserve implements Update; nothing is gained here.
func (l layeredEntries) Reserve(...string) error { return nil }

// Mint implements Update.
func (l layeredEntries) Mint(e EntryRow) (int64, error) {
	if have, err := l.Entry(e.ID); err != nil || have != nil {
		return 0, err
	}
	l.last.entry++
	e.Number = l.last.entry
	l.entries[e.Number], l.since[e.Number] = e, e.Minted
	l.ids[e.ID] = e.Number
	return e.Number, nil
}

// Supersede implements Update.
func (l layeredEntries) Supersede(entry, by int64, at time.Time) error {
	if err := l.take(entry); err != nil {
		return err
	}
	e := l.entries[entry]
	e.SupersededBy, e.SupersededAt = by, at
	l.entries[entry] = e
	enter(l.replaced, by, entry)
	return l.Describe(entry, 0, 0, nil, l.now)
}

// Describe implements Update.
func (l layeredEntries) Describe(entry int64, members, sort int, terms []Term, at time.Time) error {
	if err := l.take(entry); err != nil {
		return err
	}
	e := l.entries[entry]
	e.Described = members
	l.entries[entry] = e
	l.due = slices.DeleteFunc(slices.Clone(l.due), func(n int64) bool { return n == entry })
	terms = slices.Clone(terms)
	slices.SortFunc(terms, func(a, b Term) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Value, b.Value)) })
	terms = slices.Compact(terms)
	was, known := l.found[entry]
	if known && was.sort == sort && slices.Equal(was.terms, terms) {
		return nil
	}
	if len(was.terms) > 0 && was.since.Before(at) {
		was.until = at
		l.was = append(l.was, was)
	}
	for _, t := range was.terms {
		l.having[t]--
	}
	for _, t := range terms {
		l.having[t]++
	}
	l.found[entry] = description{entry: entry, sort: sort, terms: terms, since: at}
	return nil
}

// Postpone implements Update.
func (l layeredEntries) Postpone(entry int64) error {
	err := l.take(entry)
	l.due = distinct(append(slices.Clone(l.due), entry))
	return err
}

// PutChange implements Update.
func (l layeredEntries) PutChange(c ChangeRow) error {
	l.changes = append(l.changes, c)
	return nil
}

// Stamp implements Update; rules of alerts look at the shared record.
func (l layeredEntries) Stamp(time.Time) error { return nil }
