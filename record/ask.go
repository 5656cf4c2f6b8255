package record

import (
	"context"
	"slices"
	"time"
)

// Entries gives the entries that a filter chooses, the newest first.
func (r *Record) Entries(ctx context.Context, f Filter) ([]Entry, error) {
	var out []Entry
	err := r.view(ctx, f.AsOf, func(l *look) error {
		q, ok, err := l.query(f)
		if err != nil || !ok {
			return err
		}
		rows, err := l.Entries(q)
		if err != nil {
			return err
		}
		for _, row := range rows {
			e, err := l.entry(row)
			if err != nil {
				return err
			}
			if e != nil {
				out = append(out, *e)
			}
		}
		return nil
	})
	return out, err
}

// Count gives how many entries a filter chooses, without regard to its limit.
func (r *Record) Count(ctx context.Context, f Filter) (int, error) {
	count := 0
	err := r.view(ctx, f.AsOf, func(l *look) error {
		q, ok, err := l.query(f)
		if err != nil || !ok {
			return err
		}
		count, err = l.Count(q)
		return err
	})
	return count, err
}

// Entry gives one entry, at a time, zero for now. An id that was superseded gives
// an entry with SupersededBy set and nothing in it. An id that the record does
// not have, or did not have then, is Invalid.
func (r *Record) Entry(ctx context.Context, id string, at time.Time) (*Entry, error) {
	var out *Entry
	err := r.view(ctx, at, func(l *look) error {
		row, err := l.Entry(id)
		if err != nil {
			return err
		}
		if row != nil {
			out, err = l.entry(*row)
		}
		if err == nil && out == nil {
			err = unknown("find entry", "entry", id)
		}
		return err
	})
	return out, err
}

// look is a view of the record at a time, zero for now.
type look struct {
	View
	at          time.Time
	corrections *corrections
	rows        map[int64]*ReportRow
}

func (r *Record) view(ctx context.Context, at time.Time, do func(*look) error) error {
	return r.store.View(ctx, func(v View) error {
		all, err := v.Corrections(0)
		if err != nil {
			return err
		}
		return do(&look{v, at, newCorrections(all, at), map[int64]*ReportRow{}})
	})
}

// entry builds an entry, nil if it was not there at the time.
func (l *look) entry(row EntryRow) (*Entry, error) {
	pieces, err := l.pieces(row.Number)
	if err != nil {
		return nil, err
	}
	if len(pieces) == 0 {
		return l.gone(row)
	}
	e := build(row, pieces)
	e.Supersedes, err = l.supersedes(row)
	return &e, err
}

// supersedes gives the ids of the entries that had become part of one at the time. An
// entry that was one for no time at all nobody ever knew.
func (l *look) supersedes(row EntryRow) ([]string, error) {
	former, err := l.Superseded(row.Number)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, f := range former {
		if !f.SupersededAt.Equal(f.Minted) && (l.at.IsZero() || !f.SupersededAt.After(l.at)) {
			out = append(out, f.ID)
		}
	}
	if l.at.IsZero() {
		return out, nil
	}
	parted, err := l.partedSince(row.Number, "merged", "split")
	if err != nil {
		return nil, err
	}
	rows, err := l.EntryRows(parted...)
	for _, f := range rows {
		if !slices.Contains(out, f.ID) {
			out = append(out, f.ID)
		}
	}
	return out, err
}

// partedSince gives the entries of which the last that had happened at the time was
// one thing and not the other.
func (l *look) partedSince(entry int64, one, other string) ([]int64, error) {
	changes, err := l.Changes(entry)
	var out []int64
	for _, c := range changes {
		if c.At.After(l.at) {
			break
		}
		switch c.What {
		case one:
			out = append(out, c.Other)
		case other:
			out = slices.DeleteFunc(out, func(n int64) bool { return n == c.Other })
		}
	}
	return out, err
}

// gone gives what is left of an entry that became part of another.
func (l *look) gone(row EntryRow) (*Entry, error) {
	into := row.SupersededBy
	if into == 0 || !l.at.IsZero() && row.SupersededAt.After(l.at) {
		if l.at.IsZero() {
			return nil, nil
		}
		parts, err := l.partedSince(row.Number, "superseded", "restored")
		if err != nil || len(parts) == 0 {
			return nil, err
		}
		into = parts[len(parts)-1]
	}
	by, err := l.EntryRows(into)
	if err != nil || len(by) == 0 {
		return nil, err
	}
	return &Entry{ID: row.ID, Kind: row.Kind, Disputes: []Dispute{}, SupersededBy: by[0].ID}, nil
}

// pieces gives the members of an entry.
func (l *look) pieces(entry int64) ([]*piece, error) {
	heads, err := l.MembersIn(entry, l.at)
	if err != nil {
		return nil, err
	}
	return l.whole(heads)
}

// whole gives the pieces of members that come without their bodies.
func (l *look) whole(heads []MemberRow) ([]*piece, error) {
	members, err := l.members(heads)
	if err != nil {
		return nil, err
	}
	return l.decode(members)
}

// members completes members with their bodies.
func (l *look) members(heads []MemberRow) ([]MemberRow, error) {
	if len(heads) == 0 {
		return nil, nil
	}
	var numbers []int64
	for _, m := range heads {
		numbers = append(numbers, m.Number)
	}
	return l.Members(numbers...)
}

func (l *look) decode(members []MemberRow) ([]*piece, error) {
	if err := l.fetch(members); err != nil {
		return nil, err
	}
	out := make([]*piece, 0, len(members))
	for _, m := range members {
		p, err := decode(m, l.rows[m.Report], l.corrections)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// fetch loads the reports of members.
func (l *look) fetch(members []MemberRow) error {
	var missing []int64
	for _, m := range members {
		if l.rows[m.Report] == nil {
			missing = append(missing, m.Report)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	rows, err := l.ReportRows(missing...)
	for i := range rows {
		l.rows[rows[i].Number] = &rows[i]
	}
	return err
}
