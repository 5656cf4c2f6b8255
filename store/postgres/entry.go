package postgres

import (
	"rapporteur/record"
	"rapporteur/store/packed"
)

const entryColumns = "e.n, e.id, e.kind, e.minted, e.superseded_by, e.superseded_at, e.members"

// scanEntry reads the columns of an entry, and more behind them.
func scanEntry(r row, more ...any) (record.EntryRow, error) {
	var e record.EntryRow
	var minted, superseded int64
	err := r.Scan(append([]any{&e.Number, &e.ID, (*string)(&e.Kind), &minted, &e.SupersededBy, &superseded, &e.Described}, more...)...)
	e.Minted, e.SupersededAt = packed.Instant(minted), packed.Instant(superseded)
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

// theseEntries are the entries of rows.
func theseEntries(rows []record.EntryRow) []thing {
	var numbers []int64
	for _, e := range rows {
		numbers = append(numbers, e.Number)
	}
	return theEntries(numbers...)
}

// Entry implements record.View.
func (s entryTable) Entry(id string) (*record.EntryRow, error) {
	if err := s.claimed(entryIDs(id)); err != nil {
		return nil, err
	}
	found, err := steady(s.session, func() ([]record.EntryRow, error) { return s.entries("WHERE e.id = $1", clean(id)) }, theseEntries)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// EntryRows implements record.View.
func (s entryTable) EntryRows(numbers ...int64) ([]record.EntryRow, error) {
	if err := s.claimed(theEntries(numbers...)); err != nil {
		return nil, err
	}
	return s.entries("WHERE e.n = ANY($1::bigint[]) ORDER BY e.n", numbers)
}

// EntriesAfter implements record.View.
func (s entryTable) EntriesAfter(number int64, most int) ([]record.EntryRow, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	return s.entries("WHERE e.n > $1 ORDER BY e.n LIMIT $2", number, most)
}

// Superseded implements record.View.
func (s entryTable) Superseded(by ...int64) ([]record.EntryRow, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	return s.entries("WHERE e.superseded_by = ANY($1::bigint[]) AND e.superseded_by <> 0 ORDER BY e.n", by)
}

// Due implements record.View.
func (s entryTable) Due() ([]int64, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	return s.numbers("SELECT entry FROM due ORDER BY entry")
}

// Changes implements record.View. What came and went stands in the members
// themselves, the rest in a table.
func (s entryTable) Changes(entries ...int64) ([]record.ChangeRow, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	var out []record.ChangeRow
	err := s.each(func(r row) error {
		var c record.ChangeRow
		var at int64
		err := r.Scan(&at, &c.What, &c.Report, &c.Other, &c.By, &c.Entry)
		c.At = packed.Instant(at)
		out = append(out, c)
		return err
	}, `WITH these AS (SELECT DISTINCT entry FROM unnest($1::bigint[]) j(entry) WHERE entry <> 0)
SELECT since AS at, 'joined' COLLATE "C" AS what, r.id AS report, 0::bigint AS other, '' COLLATE "C" AS by, m.entry FROM these s JOIN members m ON m.entry = s.entry JOIN reports r ON r.n = m.place >> 12 WHERE m.entry <> 0
UNION SELECT p.since, 'joined', r.id, 0, '', p.entry FROM these s JOIN memberships p ON p.entry = s.entry JOIN members m ON m.n = p.member JOIN reports r ON r.n = m.place >> 12
UNION SELECT p.until, 'left', r.id, 0, '', p.entry FROM these s JOIN memberships p ON p.entry = s.entry JOIN members m ON m.n = p.member JOIN reports r ON r.n = m.place >> 12
UNION SELECT e.superseded_at, 'merged', '', e.n, '', e.superseded_by FROM these s JOIN entries e ON e.superseded_by = s.entry WHERE e.superseded_by <> 0
UNION SELECT c.at, c.what, c.report, c.other, c.by, c.entry FROM these s JOIN changes c ON c.entry = s.entry
ORDER BY 1, 2, 3, 4, 6`, entries)
	return out, err
}
