package record

import "slices"

// partedSince gives for some entries those of which the last that had happened at the
// time was one thing and not the other.
func (l *sight) partedSince(one, other string, entries ...int64) (map[int64][]int64, error) {
	changes, err := l.store.Changes(entries...)
	out := map[int64][]int64{}
	for _, c := range changes {
		switch {
		case c.At.After(l.at):
		case c.What == one:
			out[c.Entry] = append(out[c.Entry], c.Other)
		case c.What == other:
			out[c.Entry] = slices.DeleteFunc(out[c.Entry], func(n int64) bool { return n == c.Other })
		}
	}
	return out, err
}

// gone gives what is left of an entry that became part of another.
func (l *sight) gone(row EntryRow) (*Entry, error) {
	into := row.SupersededBy
	if into == 0 || !l.at.IsZero() && row.SupersededAt.After(l.at) {
		if l.at.IsZero() {
			return nil, nil
		}
		then, err := l.partedSince("superseded", "restored", row.Number)
		parts := then[row.Number]
		if err != nil || len(parts) == 0 {
			return nil, err
		}
		into = parts[len(parts)-1]
	}
	by, err := l.store.EntryRows(into)
	if err != nil || len(by) == 0 {
		return nil, err
	}
	return &Entry{ID: row.ID, Kind: row.Kind, Disputes: []Dispute{}, SupersededBy: by[0].ID}, nil
}
