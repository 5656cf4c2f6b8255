package record

import "slices"

// material is what the store has of some entries: they are put together of it without the
// store, so that it can be asked for the next ones meanwhile.
type material struct {
	*sight
	rows    []EntryRow
	members []MemberRow
	// without are the entries that have no members, by their place among the rows.
	without map[int]*Entry
}

// material asks the store for all that some entries are put together of.
func (l *sight) material(rows []EntryRow) (*material, error) {
	members, err := l.membersAt(numbersOfEntries(rows)...)
	if err != nil {
		return nil, err
	}
	out := &material{l, rows, members, map[int]*Entry{}}
	told := make(map[int64]bool, len(rows))
	for i := range members {
		told[members[i].Entry] = true
	}
	for i, row := range rows {
		if !told[row.Number] {
			if out.without[i], err = l.gone(row); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// membersAt gives the members of some entries, of which the reports are remembered.
func (l *sight) membersAt(entries ...int64) ([]MemberRow, error) {
	members, reports, err := l.store.Standing(l.at, entries...)
	if err != nil {
		return nil, err
	}
	if err := l.keep(reports); err != nil {
		return nil, err
	}
	return members, l.fetch(members)
}

// pieces gives the members of some entries, by entry.
func (l *sight) pieces(entries ...int64) (map[int64][]*piece, error) {
	members, err := l.membersAt(entries...)
	if err != nil {
		return nil, err
	}
	return l.byEntry(members)
}

// byEntry gives the pieces of members, by entry.
func (l *sight) byEntry(members []MemberRow) (map[int64][]*piece, error) {
	all, err := l.readPieces(members)
	if err != nil {
		return nil, err
	}
	out := make(map[int64][]*piece, len(members))
	for _, p := range all {
		out[p.row.Entry] = append(out[p.row.Entry], p)
	}
	for _, some := range out {
		if len(some) > 1 { // most entries are told by one report
			for _, p := range some {
				compared(p)
			}
		}
	}
	return out, nil
}

// entries puts the entries together, each in the place of its row, nil where it was not
// there at the time.
func (m *material) entries() ([]*Entry, error) {
	pieces, err := m.byEntry(m.members)
	if err != nil {
		return nil, err
	}
	out := make([]*Entry, len(m.rows))
	onAllProcessors(len(out), func(i int) {
		of := pieces[m.rows[i].Number]
		if len(of) == 0 {
			out[i] = m.without[i]
			return
		}
		e := build(m.rows[i], of)
		m.names.entry(&e)
		out[i] = &e
	})
	return out, nil
}

// found are the entries that were there at the time.
func (m *material) found() ([]*Entry, error) {
	all, err := m.entries()
	return slices.DeleteFunc(all, func(e *Entry) bool { return e == nil }), err
}
