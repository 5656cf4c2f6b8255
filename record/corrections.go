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
func (r Reader) Corrections(ctx context.Context, f CorrectionFilter) ([]Noted, error) {
	return looked(ctx, r, time.Time{}, func(l *Look) ([]Noted, error) { return l.noted(f) })
}

func (l personLook) noted(f CorrectionFilter) ([]Noted, error) {
	all, err := l.store.Corrections(0, 0)
	if err != nil {
		return nil, err
	}
	l.corrections.admit(all)
	all = slices.DeleteFunc(all, func(c Correction) bool { return c.Action == Undo || c.Action == Carry || !f.chooses(&c) })
	now, err := l.standings(all)
	if err != nil {
		return nil, err
	}
	var out []Noted
	for _, n := range slices.Backward(now) {
		if oneOf(f.Standings, n.Standing) && (oneOf(f.Entries, n.Entry) || n.Now != "" && slices.Contains(f.Entries, n.Now)) {
			out = append(out, n)
		}
	}
	return out, nil
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

// standings finds what has become of some corrections.
func (l personLook) standings(all []Correction) ([]Noted, error) {
	on, err := l.onRecord(all)
	if err != nil {
		return nil, err
	}
	out := make([]Noted, 0, len(all))
	for _, c := range all {
		n := Noted{Correction: c.called(), Standing: Gone, UndoneBy: (&Correction{ID: l.corrections.undone[c.ID]}).Number()}
		switch {
		case n.UndoneBy != 0:
			n.Standing = Undone
		case c.Kind == ReportKind:
			if on.reports[c.Entry] != nil {
				n.Standing, n.Now = Counts, c.Entry
			}
		default:
			on.place(&n, l.corrections.byID[c.ID].Targets)
		}
		out = append(out, n)
	}
	return out, nil
}

// standing is what is on the record of what corrections are about.
type standing struct {
	reports map[string]*ReportRow
	pieces  map[int64][]*piece
	entries map[int64]string
}

// onRecord fetches the reports that corrections are about, with what is on the record
// of them.
func (l personLook) onRecord(all []Correction) (*standing, error) {
	var ids []string
	for _, c := range all {
		if l.corrections.undone[c.ID] != 0 {
			continue
		}
		if c.Kind == ReportKind {
			ids = append(ids, c.Entry)
			continue
		}
		for _, a := range l.corrections.byID[c.ID].Targets {
			ids = append(ids, a.Report)
		}
	}
	on := &standing{map[string]*ReportRow{}, map[int64][]*piece{}, map[int64]string{}}
	if len(ids) == 0 {
		return on, nil
	}
	slices.Sort(ids)
	rows, err := l.store.Reports(ReportQuery{IDs: slices.Compact(ids)})
	if err != nil {
		return nil, err
	}
	kept, err := l.kept(rows)
	if err != nil {
		return nil, err
	}
	var numbers []int64
	for _, row := range kept {
		on.reports[row.ID], numbers = row, append(numbers, row.Number)
	}
	return on, on.fill(l.sight, numbers)
}

// fill fetches the pieces of reports and the ids of their entries.
func (on *standing) fill(l *sight, reports []int64) error {
	heads, err := l.store.MembersOf(reports...)
	if err != nil {
		return err
	}
	pieces, err := l.whole(slices.DeleteFunc(heads, func(m MemberRow) bool { return m.Stale || m.Entry == 0 }))
	if err != nil {
		return err
	}
	var numbers []int64
	for _, p := range pieces {
		on.pieces[p.row.Report] = append(on.pieces[p.row.Report], p)
		numbers = append(numbers, p.row.Entry)
	}
	rows, err := l.store.EntryRows(distinct(numbers)...)
	for _, row := range rows {
		on.entries[row.Number] = row.ID
	}
	return err
}

// place says which entry has what a correction is about now.
func (on *standing) place(n *Noted, targets []Address) {
	for _, a := range targets {
		row := on.reports[a.Report]
		if row == nil {
			continue
		}
		for _, p := range on.pieces[row.Number] {
			if p.row.Kind == n.Kind && slices.Contains(p.ids(), a.Member) {
				n.Standing, n.Now = Counts, on.entries[p.row.Entry]
				return
			}
		}
		n.Standing = LookAgain
	}
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
