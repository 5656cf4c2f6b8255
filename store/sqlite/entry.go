package sqlite

import (
	"time"

	"rapporteur/record"
)

const entryColumns = "SELECT e.n, e.id, e.kind, e.minted, e.superseded_by, e.superseded_at, e.members FROM entries e "

func (s *session) entries(query string, args ...any) ([]record.EntryRow, error) {
	var out []record.EntryRow
	err := s.each(func(r row) error {
		var e record.EntryRow
		var minted, superseded int64
		err := r.Scan(&e.Number, &e.ID, &e.Kind, &minted, &e.SupersededBy, &superseded, &e.Described)
		e.Minted, e.SupersededAt = instant(minted), instant(superseded)
		out = append(out, e)
		return err
	}, query, args...)
	return out, err
}

// Entry implements record.View.
func (s *session) Entry(id string) (*record.EntryRow, error) {
	found, err := s.entries(entryColumns+"WHERE e.id = ?", id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// EntryRows implements record.View.
func (s *session) EntryRows(numbers ...int64) ([]record.EntryRow, error) {
	ns, err := list(numbers)
	if err != nil {
		return nil, err
	}
	return s.entries(entryColumns+"WHERE e.n IN (SELECT value FROM json_each(?)) ORDER BY e.n", ns)
}

// EntriesAfter implements record.View.
func (s *session) EntriesAfter(number int64, limit int) ([]record.EntryRow, error) {
	return s.entries(entryColumns+"WHERE e.n > ? ORDER BY e.n LIMIT ?", number, limit)
}

// Superseded implements record.View.
func (s *session) Superseded(by int64) ([]record.EntryRow, error) {
	return s.entries(entryColumns+"WHERE e.superseded_by = ? AND e.superseded_by <> 0 ORDER BY e.n", by)
}

// Mint implements record.Update.
func (s *session) Mint(e record.EntryRow) (int64, error) {
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
	n, err := s.number("entries")
	if err != nil {
		return 0, err
	}
	s.enter("entries", 1)
	e.Number = n
	p.entries[n], p.ids[e.ID] = &pendingEntry{EntryRow: e}, true
	return n, nil
}

// Supersede implements record.Update.
func (s *session) Supersede(entry, by int64, at time.Time) error {
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
func (s *session) Due() ([]int64, error) {
	return s.numbers("SELECT entry FROM due ORDER BY entry")
}

// Postpone implements record.Update.
func (s *session) Postpone(entry int64) error {
	return s.do("INSERT OR IGNORE INTO due (entry) VALUES (?)", entry)
}

// Changes implements record.View. What came and went stands in the members
// themselves, the rest in a table.
func (s *session) Changes(entry int64) ([]record.ChangeRow, error) {
	var out []record.ChangeRow
	err := s.each(func(r row) error {
		c := record.ChangeRow{Entry: entry}
		var at int64
		err := r.Scan(&at, &c.What, &c.Report, &c.Other, &c.By)
		c.At = instant(at)
		out = append(out, c)
		return err
	}, `
SELECT since, 'joined', r.id, 0, '' FROM members m JOIN reports r ON r.n = m.place >> 12 WHERE m.entry = ?1 AND m.entry <> 0
UNION SELECT p.since, 'joined', r.id, 0, '' FROM memberships p JOIN members m ON m.n = p.member JOIN reports r ON r.n = m.place >> 12 WHERE p.entry = ?1
UNION SELECT p.until, 'left', r.id, 0, '' FROM memberships p JOIN members m ON m.n = p.member JOIN reports r ON r.n = m.place >> 12 WHERE p.entry = ?1
UNION SELECT superseded_at, 'merged', '', n, '' FROM entries WHERE superseded_by = ?1 AND superseded_by <> 0
UNION SELECT at, what, report, other, by FROM changes WHERE entry = ?1
ORDER BY 1, 2, 3, 4`, entry)
	return out, err
}

// PutChange implements record.Update.
func (s *session) PutChange(c record.ChangeRow) error {
	s.enter("changes", 1)
	return s.do("INSERT INTO changes (at, entry, what, report, other, by, seal) VALUES (?1,?2,?3,?4,?5,?6,seal(?1,?2,?3,?4,?5,?6))",
		millis(c.At), c.Entry, c.What, c.Report, c.Other, c.By)
}
