package record

import (
	"context"
	"slices"
	"time"

	"rapporteur"
)

// Standing is what has become of a correction.
type Standing string

// What becomes of a correction.
const (
	// Counts is one that holds.
	Counts Standing = "counts"
	// Undone is one that was taken back.
	Undone Standing = "undone"
	// LookAgain is one whose words no longer stand: its report was revised, or is read
	// otherwise now. A person has to look at it again.
	LookAgain Standing = "look-again"
	// Gone is one of which all reports were removed.
	Gone Standing = "gone"
)

// Standings are all that a correction can have become.
func Standings() []Standing { return []Standing{Counts, LookAgain, Undone, Gone} }

// Noted is a correction with what has become of it.
type Noted struct {
	Correction
	Standing Standing `json:"standing"`
	// UndoneBy is the number of the correction that took it back, 0 for none.
	UndoneBy int64 `json:"undone_by,omitempty"`
	// Now is the id of the entry that it holds for now, empty for none.
	Now string `json:"now,omitempty"`
}

// CorrectionFilter chooses corrections; what is empty chooses all.
type CorrectionFilter struct {
	// Entries are ids that the corrected entries had or have, Reports ids of reports.
	Entries, Reports []string
	Kinds            []Kind
	Actions          []Action
	Standings        []Standing
	By               []string
	// Since and Until bound the time at which it was made, zero for any.
	Since, Until time.Time
}

// Corrections gives the corrections that a filter chooses, the last one first. What
// was taken back is marked so; the taking back itself is left out.
func (r *Record) Corrections(ctx context.Context, f CorrectionFilter) ([]Noted, error) {
	var out []Noted
	err := r.view(ctx, time.Time{}, func(l *look) error {
		all, err := l.Corrections(0)
		if err != nil {
			return err
		}
		for _, c := range slices.Backward(all) {
			if c.Action == Undo || c.Action == Carry || !f.chooses(&c) {
				continue
			}
			noted, err := l.noted(c)
			if err != nil {
				return err
			}
			if oneOf(f.Standings, noted.Standing) && (oneOf(f.Entries, c.Entry) || noted.Now != "" && slices.Contains(f.Entries, noted.Now)) {
				out = append(out, noted)
			}
		}
		return nil
	})
	return out, err
}

// chooses looks at what the correction itself says.
func (f *CorrectionFilter) chooses(c *Correction) bool {
	of := len(f.Reports) == 0 || slices.ContainsFunc(slices.Concat(c.Targets, c.Others), func(a Address) bool { return slices.Contains(f.Reports, a.Report) })
	return of && oneOf(f.Kinds, c.Kind) && oneOf(f.Actions, c.Action) && oneOf(f.By, c.By) &&
		(f.Since.IsZero() || !c.At.Before(f.Since)) && (f.Until.IsZero() || !c.At.After(f.Until))
}

// oneOf reports whether a list has a value; an empty list has all.
func oneOf[T comparable](list []T, value T) bool {
	return len(list) == 0 || slices.Contains(list, value)
}

// noted finds what has become of a correction.
func (l *look) noted(c Correction) (Noted, error) {
	out := Noted{Correction: c, Standing: Gone, UndoneBy: l.corrections.undone[c.ID]}
	if out.UndoneBy != 0 {
		out.Standing = Undone
		return out, nil
	}
	if c.Kind == ReportKind {
		row, err := l.Report(c.Entry)
		if err == nil && row != nil {
			out.Standing, out.Now = Counts, row.ID
		}
		return out, err
	}
	for _, a := range l.corrections.byID[c.ID].Targets {
		row, err := l.Report(a.Report)
		if err != nil {
			return out, err
		}
		if row == nil {
			continue
		}
		entry, err := l.holder(a, c.Kind, row)
		if err != nil {
			return out, err
		}
		if entry != "" {
			out.Standing, out.Now = Counts, entry
			return out, nil
		}
		out.Standing = LookAgain
	}
	return out, nil
}

// holder gives the id of the entry that has what an address means, empty for none.
func (l *look) holder(a Address, kind Kind, row *ReportRow) (string, error) {
	heads, err := l.MembersOf(row.Number)
	if err != nil {
		return "", err
	}
	pieces, err := l.whole(slices.DeleteFunc(heads, func(m MemberRow) bool { return m.Stale || m.Entry == 0 || m.Kind != kind }))
	if err != nil {
		return "", err
	}
	for _, p := range pieces {
		if slices.Contains(p.ids(), a.Member) {
			rows, err := l.EntryRows(p.row.Entry)
			if err != nil || len(rows) == 0 {
				return "", err
			}
			return rows[0].ID, nil
		}
	}
	return "", nil
}

// Day gives the bounds of a day of corrections in the time of a place.
func (f *CorrectionFilter) Day(since, until rapporteur.Date, in *time.Location) error {
	for _, b := range []struct {
		day rapporteur.Date
		to  *time.Time
		add time.Duration
	}{{since, &f.Since, 0}, {until, &f.Until, 24*time.Hour - time.Millisecond}} {
		if b.day == "" {
			continue
		}
		t, err := time.ParseInLocation(time.DateOnly, string(b.day), in)
		if err != nil {
			return invalid("corrections", string(b.day)+" is no day; write 2025-02-18")
		}
		*b.to = t.Add(b.add)
	}
	return nil
}
