package sqlite

import (
	"time"

	"rapporteur/record"
)

const entryColumns = "e.n, e.id, e.kind, e.minted, e.superseded_by, e.superseded_at, e.members"

// scanEntry reads the columns of an entry, and more behind them.
func scanEntry(r row, more ...any) (record.EntryRow, error) {
	var e record.EntryRow
	var minted, superseded int64
	err := r.Scan(append([]any{&e.Number, &e.ID, (*string)(&e.Kind), &minted, &e.SupersededBy, &superseded, &e.Described}, more...)...)
	e.Minted, e.SupersededAt = instant(minted), instant(superseded)
	return e, err
}

// entries gives the rows that a condition chooses.
func (s entryTable) entries(where string, args ...any) ([]record.EntryRow, error) {
	var out []record.EntryRow
	err := s.each(func(r row) error {
		e, err := scanEntry(r)
		out = append(out, e)
		return err
	}, "SELECT "+entryColumns+" FROM entries e "+where, args...)
	return out, err
}

// Entry implements record.View.
func (s entryTable) Entry(id string) (*record.EntryRow, error) {
	found, err := s.entries("WHERE e.id = ?", id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// EntryRows implements record.View.
func (s entryTable) EntryRows(numbers ...int64) ([]record.EntryRow, error) {
	ns, err := list(numbers)
	if err != nil {
		return nil, err
	}
	return s.entries("WHERE e.n IN (SELECT value FROM json_each(?)) ORDER BY e.n", ns)
}

// EntriesAfter implements record.View.
func (s entryTable) EntriesAfter(number int64, limit int) ([]record.EntryRow, error) {
	return s.entries("WHERE e.n > ? ORDER BY e.n"+limited(limit, 0), number)
}

// Superseded implements record.View.
func (s entryTable) Superseded(by ...int64) ([]record.EntryRow, error) {
	ns, err := list(by)
	if err != nil {
		return nil, err
	}
	return s.entries("WHERE e.superseded_by IN (SELECT value FROM json_each(?)) AND e.superseded_by <> 0 ORDER BY e.n", ns)
}

// Mint implements record.Update.
func (s entryTable) Mint(e record.EntryRow) (int64, error) {
	p := s.pending
	if p.ids[e.ID] {
		return 0, nil
	}
	if !p.free[e.ID] {
		if there, err := s.peekNumbers("SELECT n FROM entries WHERE id = ?", e.ID); err != nil || len(there) > 0 {
			return 0, err
		}
	}
	delete(p.free, e.ID)
	n, err := p.number("entries")
	if err != nil {
		return 0, err
	}
	s.enter("entries", 1)
	e.Number = n
	p.entries[n], p.ids[e.ID] = &pendingEntry{EntryRow: e}, true
	return n, nil
}

// Supersede implements record.Update.
func (s entryTable) Supersede(entry, by int64, at time.Time) error {
	if err := s.Describe(entry, 0, 0, nil, at); err != nil {
		return err
	}
	if err := s.flush(); err != nil {
		return err
	}
	return s.do(`UPDATE entries SET superseded_by = ?1, superseded_at = ?2,
  seal = seal(id, kind, minted, ?1, ?2, sort, terms, described, members) WHERE n = ?3`, by, millis(at), entry)
}

// Due implements record.View.
func (s entryTable) Due() ([]int64, error) {
	return s.numbers("SELECT entry FROM due ORDER BY entry")
}

// Postpone implements record.Update.
func (s entryTable) Postpone(entry int64) error {
	return s.do("INSERT OR IGNORE INTO due (entry) VALUES (?)", entry)
}

// Changes implements record.View. What came and went stands in the members
// themselves, the rest in a table.
func (s entryTable) Changes(entries ...int64) ([]record.ChangeRow, error) {
	ns, err := list(entries)
	if err != nil {
		return nil, err
	}
	var out []record.ChangeRow
	err = s.each(func(r row) error {
		var c record.ChangeRow
		var at int64
		err := r.Scan(&at, &c.What, &c.Report, &c.Other, &c.By, &c.Entry)
		c.At = instant(at)
		out = append(out, c)
		return err
	}, `WITH some AS (SELECT value AS entry FROM json_each(?) WHERE value <> 0)
SELECT since, 'joined', r.id, 0, '', m.entry FROM members m JOIN reports r ON r.n = m.place >> 12 WHERE m.entry <> 0 AND m.entry IN some
UNION SELECT p.since, 'joined', r.id, 0, '', p.entry FROM memberships p JOIN members m ON m.n = p.member JOIN reports r ON r.n = m.place >> 12 WHERE p.entry IN some
UNION SELECT p.until, 'left', r.id, 0, '', p.entry FROM memberships p JOIN members m ON m.n = p.member JOIN reports r ON r.n = m.place >> 12 WHERE p.entry IN some
UNION SELECT superseded_at, 'merged', '', n, '', superseded_by FROM entries WHERE superseded_by <> 0 AND superseded_by IN some
UNION SELECT at, what, report, other, by, entry FROM changes WHERE entry IN some
ORDER BY 1, 2, 3, 4, 6`, ns)
	return out, err
}

// PutChange implements record.Update.
func (s entryTable) PutChange(c record.ChangeRow) error {
	s.enter("changes", 1)
	return s.do("INSERT INTO changes (at, entry, what, report, other, by, seal) VALUES (?1,?2,?3,?4,?5,?6,seal(?1,?2,?3,?4,?5,?6))",
		millis(c.At), c.Entry, c.What, c.Report, c.Other, c.By)
}

// Reserve implements record.Update.
func (s entryTable) Reserve(ids ...string) error {
	wanted, err := list(ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		s.pending.free[id] = true
	}
	return s.peek(func(r row) error {
		var id string
		err := r.Scan(&id)
		delete(s.pending.free, id)
		return err
	}, "SELECT e.id FROM json_each(?) j CROSS JOIN entries e ON e.id = j.value", wanted)
}

// Describe implements record.Update. What it says last of an entry is written, with
// that of others.
func (s entryTable) Describe(entry int64, members, sort int, terms []record.Term, at time.Time) error {
	if e := s.pending.entries[entry]; e != nil {
		e.members, e.sort, e.terms, e.at = members, sort, terms, millis(at)
		return nil
	}
	s.pending.described[entry] = &redescribed{members, sort, terms, millis(at)}
	return nil
}
