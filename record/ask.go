package record

import "slices"

// Entries gives the entries that a filter chooses, the newest first, as they were at
// the time of the look.
func (l entryLook) Entries(f Filter) ([]Entry, error) {
	rows, err := l.chosen(f)
	if err != nil {
		return nil, err
	}
	found, err := l.entries(rows)
	if err != nil {
		return nil, err
	}
	if err := l.supersedes(rows, found); err != nil {
		return nil, err
	}
	var out []Entry
	for _, e := range found {
		if e != nil {
			out = append(out, *e)
		}
	}
	return out, nil
}

// entriesOfEach gives for each of some filters the entries that it chooses, all asked for
// at once.
func (l entryLook) entriesOfEach(filters ...Filter) ([][]Entry, error) {
	queries := make([]Query, len(filters))
	for i, f := range filters {
		var err error
		if queries[i], err = l.query(f); err != nil {
			return nil, err
		}
	}
	rows, err := l.store.EntriesOfEach(queries...)
	if err != nil {
		return nil, err
	}
	all := slices.Concat(rows...)
	found, err := l.entries(all)
	if err != nil {
		return nil, err
	}
	if err := l.supersedes(all, found); err != nil {
		return nil, err
	}
	out := make([][]Entry, len(filters))
	for i := range rows {
		for range rows[i] {
			if found[0] != nil {
				out[i] = append(out[i], *found[0])
			}
			found = found[1:]
		}
	}
	return out, nil
}

// chosen gives the rows of the entries that a filter chooses.
func (l entryLook) chosen(f Filter) ([]EntryRow, error) {
	q, err := l.query(f)
	if err != nil {
		return nil, err
	}
	return l.store.Entries(q)
}

// Count gives how many entries a filter chooses, without regard to its limit; where that
// is more than most, it may say only that.
func (l entryLook) Count(f Filter, most int) (Tally, error) {
	q, err := l.query(f)
	if err != nil {
		return Tally{}, err
	}
	return l.count(q, most)
}

// count counts what a query chooses. How many have one term is kept, and told however
// many they are.
func (l entryLook) count(q Query, most int) (Tally, error) {
	if _, alone := q.Alone(); alone {
		most = 0
	}
	return tally(most, func(most int) (int, error) { return l.store.Count(q, most) })
}

// Entry gives one entry by its id; see Reader.Entry.
func (l entryLook) Entry(id string) (*Entry, error) {
	row, err := l.store.Entry(id)
	if err != nil {
		return nil, err
	}
	if row == nil {
		return nil, unknown("find entry", "entry", id)
	}
	found, err := l.entries([]EntryRow{*row})
	if err != nil {
		return nil, err
	}
	if found[0] == nil {
		return nil, unknown("find entry", "entry", id)
	}
	return found[0], l.supersedes([]EntryRow{*row}, found)
}

// KindOf gives the kind of an entry, empty where the record has none of that id.
func (l entryLook) KindOf(id string) (Kind, error) {
	row, err := l.store.Entry(id)
	if err != nil || row == nil {
		return "", err
	}
	return row.Kind, nil
}

// supersedes puts into entries the ids of those that had become part of them at the
// time. An entry that was one for no time at all nobody ever knew.
func (l entryLook) supersedes(rows []EntryRow, entries []*Entry) error {
	standing := map[int64]*Entry{}
	var numbers []int64
	for i, row := range rows {
		if e := entries[i]; e != nil && e.SupersededBy == "" {
			standing[row.Number], numbers = e, append(numbers, row.Number)
		}
	}
	for some := range slices.Chunk(numbers, portion) {
		former, err := l.store.Superseded(some...)
		if err != nil {
			return err
		}
		for _, f := range former {
			if e := standing[f.SupersededBy]; !f.SupersededAt.Equal(f.Minted) && (l.at.IsZero() || !f.SupersededAt.After(l.at)) {
				e.Supersedes = append(e.Supersedes, f.ID)
			}
		}
		if l.at.IsZero() {
			continue
		}
		if err := l.parted(some, standing); err != nil {
			return err
		}
	}
	return nil
}

// parted adds the entries that were part of others at the time, and are not now.
func (l entryLook) parted(numbers []int64, standing map[int64]*Entry) error {
	then, err := l.partedSince("merged", "split", numbers...)
	if err != nil || len(then) == 0 {
		return err
	}
	var others []int64
	for _, some := range then {
		others = append(others, some...)
	}
	rows, err := l.store.EntryRows(distinct(others)...)
	if err != nil {
		return err
	}
	for n, some := range then {
		e := standing[n]
		for _, f := range rows {
			if slices.Contains(some, f.Number) && !slices.Contains(e.Supersedes, f.ID) {
				e.Supersedes = append(e.Supersedes, f.ID)
			}
		}
	}
	return nil
}
