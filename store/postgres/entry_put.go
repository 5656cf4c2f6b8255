package postgres

import (
	"time"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// Reserve implements record.Update.
func (s entryTable) Reserve(ids ...string) error {
	if len(ids) == 0 {
		return nil
	}
	if err := s.claimed(entryIDs(ids...)); err != nil {
		return err
	}
	for _, id := range ids {
		s.pending.free[id] = true
	}
	s.pending.reserving++
	return s.later(func(r row) error {
		var id *string
		err := r.Scan(&id)
		if id == nil {
			s.pending.reserving--
		} else {
			delete(s.pending.free, *id)
		}
		return err
	}, "SELECT id FROM entries WHERE id = ANY($1::text[]) UNION ALL SELECT NULL", ids)
}

// Mint implements record.Update.
func (s entryTable) Mint(e record.EntryRow) (int64, error) {
	if err := s.claimed(entryIDs(e.ID)); err != nil {
		return 0, err
	}
	p := s.pending
	if p.reserving > 0 {
		if err := p.send(); err != nil {
			return 0, err
		}
	}
	if p.ids[e.ID] {
		return 0, nil
	}
	if !p.free[e.ID] {
		if there, err := s.peekNumbers("SELECT n FROM entries WHERE id = $1", clean(e.ID)); err != nil || len(there) > 0 {
			return 0, err
		}
	}
	delete(p.free, e.ID)
	n, err := p.numbering.number("entries", 0)
	if err != nil {
		return 0, err
	}
	if err := s.claimed(theEntries(n)); err != nil {
		return 0, err
	}
	e.Number = n
	p.entries[n], p.ids[e.ID] = &pendingEntry{EntryRow: e}, true
	return n, nil
}

// Supersede implements record.Update.
func (s entryTable) Supersede(entry, by int64, at time.Time) error {
	if err := s.claimed(theEntries(entry, by)); err != nil {
		return err
	}
	if err := s.Describe(entry, 0, 0, nil, at); err != nil {
		return err
	}
	if err := s.flush(); err != nil {
		return err
	}
	return s.do("UPDATE entries SET superseded_by = $1, superseded_at = $2 WHERE n = $3", by, packed.Millis(at), entry)
}

// Describe implements record.Update. What it says last of an entry is written, with
// that of others.
func (s entryTable) Describe(entry int64, members, sort int, terms []record.Term, at time.Time) error {
	if err := s.claimed(theEntries(entry)); err != nil {
		return err
	}
	is := redescribed{members, sort, terms, packed.Millis(at)}
	if e := s.pending.entries[entry]; e != nil {
		e.redescribed = is
		return nil
	}
	s.pending.described[entry] = &is
	return nil
}

// Postpone implements record.Update.
func (s entryTable) Postpone(entry int64) error {
	return s.do("INSERT INTO due (entry) VALUES ($1) ON CONFLICT DO NOTHING", entry)
}

// PutChange implements record.Update.
func (s entryTable) PutChange(c record.ChangeRow) error {
	return s.do("INSERT INTO changes (at, entry, what, report, other, by) VALUES ($1,$2,$3,$4,$5,$6)",
		packed.Millis(c.At), c.Entry, c.What, c.Report, c.Other, clean(c.By))
}
