package record

import (
	"context"
	"errors"
	"slices"
	"time"
)

// Why explains an entry: for each of its members but the first, the earlier one
// that it is linked with and what speaks for it. An entry of one report has no
// reasons.
func (r Reader) Why(ctx context.Context, id string, at time.Time) ([]Reason, error) {
	var out []Reason
	err := r.Look(ctx, at, func(l *Look) error {
		row, err := l.store.Entry(id)
		if err != nil {
			return err
		}
		if row == nil {
			return unknown("explain", "entry", id)
		}
		found, err := l.pieces(row.Number)
		pieces := found[row.Number]
		byDay(pieces)
		out = reasons(pieces)
		return err
	})
	return out, err
}

// reasons walks from the first piece to all that it is linked with.
func reasons(pieces []*piece) []Reason {
	var out []Reason
	if len(pieces) == 0 {
		return nil
	}
	reached, rest := []*piece{pieces[0]}, slices.Clone(pieces[1:])
	for i := 0; i < len(reached); i++ {
		a := reached[i]
		rest = slices.DeleteFunc(rest, func(b *piece) bool {
			if !linked(a, b) {
				return false
			}
			v := same(a, b)
			out = append(out, Reason{a.Member, b.Member, v.rule, v.because})
			reached = append(reached, b)
			return true
		})
	}
	return out
}

// History gives what happened to an entry, the oldest first: reports that came
// and went, entries that became part of it, corrections.
func (r Reader) History(ctx context.Context, id string) ([]Change, error) {
	var out []Change
	err := r.Look(ctx, time.Time{}, func(l *Look) error {
		row, err := l.store.Entry(id)
		if err != nil {
			return err
		}
		if row == nil {
			return unknown("history", "entry", id)
		}
		out = append(out, Change{At: row.Minted, What: "minted"})
		changes, err := l.store.Changes(row.Number)
		if err != nil {
			return err
		}
		for _, c := range lasting(changes) {
			change, err := l.change(c)
			if errors.Is(err, errPassing) {
				continue
			}
			if err != nil {
				return err
			}
			out = append(out, change)
		}
		if err := l.corrected(row, &out); err != nil {
			return err
		}
		return l.ended(row, &out)
	})
	slices.SortStableFunc(out, func(a, b Change) int { return a.At.Compare(b.At) })
	return out, err
}

// lasting leaves out reports that left and came back at one moment, as they do when
// a correction has an entry put together anew.
func lasting(changes []ChangeRow) []ChangeRow {
	return slices.DeleteFunc(slices.Clone(changes), func(c ChangeRow) bool {
		return slices.ContainsFunc(changes, func(o ChangeRow) bool {
			return o.At.Equal(c.At) && o.Report == c.Report && (c.What == "joined" && o.What == "left" || c.What == "left" && o.What == "joined")
		})
	})
}

// errPassing is a merge with an entry that was minted at the same moment, of which
// nobody ever knew.
var errPassing = errors.New("merged with an entry of the same moment")

// change completes a change with the report or the entry that it names.
func (l personLook) change(c ChangeRow) (Change, error) {
	out := Change{At: c.At, What: c.What, Report: c.Report, By: c.By}
	if c.Report != "" {
		row, err := l.row(c.Report)
		if err != nil {
			return out, err
		}
		if row != nil {
			out.Outlet, out.Published = row.Outlet, row.Published
		}
	}
	if c.Other != 0 {
		rows, err := l.store.EntryRows(c.Other)
		if err != nil {
			return out, err
		}
		for _, row := range rows {
			out.Entry = row.ID
			if row.Minted.Equal(c.At) && (c.What == "merged" || row.SupersededAt.Equal(c.At)) {
				return out, errPassing
			}
		}
	}
	return out, nil
}

// corrected adds the corrections of an entry.
func (l personLook) corrected(row *EntryRow, out *[]Change) error {
	pieces, err := l.pieces(row.Number)
	if err != nil {
		return err
	}
	things := []string{row.ID}
	for _, p := range pieces[row.Number] {
		things = append(things, p.report.TextID())
	}
	all, err := l.store.CorrectionsOf(things...)
	if err != nil {
		return err
	}
	l.corrections.admit(all)
	missed := slices.DeleteFunc(slices.Clone(all), func(c Correction) bool { return c.Action != Missed })
	now, err := l.standings(missed)
	for i := range all {
		all[i] = all[i].called()
		c := &all[i]
		here := slices.ContainsFunc(now, func(n Noted) bool { return n.ID == c.ID && n.Namespace == c.Namespace && n.Now == row.ID })
		if c.Entry == row.ID || here {
			*out = append(*out, Change{At: c.At, What: "corrected", By: c.By, Correction: c})
		}
	}
	return err
}

// ended adds that an entry became part of another.
func (l personLook) ended(row *EntryRow, out *[]Change) error {
	if row.SupersededBy == 0 {
		return nil
	}
	by, err := l.store.EntryRows(row.SupersededBy)
	if err == nil && len(by) > 0 {
		*out = append(*out, Change{At: row.SupersededAt, What: "superseded", Entry: by[0].ID})
	}
	return err
}
