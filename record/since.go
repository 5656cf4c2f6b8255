package record

import (
	"cmp"
	"slices"
	"time"
)

// Difference is what happened to the record between two times, to what a filter chooses.
type Difference struct {
	// New are the entries that came, the newest first of each kind, Came how many there
	// are of each without the filter's limit.
	New  []Entry
	Came map[Kind]Tally
	// Shifts are those of the positions that came.
	Shifts []Shift
	// Altered are the entries that were there before and to which something happened.
	Altered []Alteration
	// Corrections are what persons said in the time.
	Corrections []Correction
	// Reports counts the reports that came.
	Reports Tally
}

// Alteration is an entry before and after something happened to it.
type Alteration struct {
	// Before and After are the entry at either time; After is nil where it is no more.
	Before, After *Entry
	// Into is the entry that it became part of.
	Into string
	// Gone says why it is no more: rejected where a person said so, else removed where a
	// report was taken off the record, or reread where the reading has it no more.
	Gone string
}

// What has become of an entry that is no more.
const (
	GoneRejected = "rejected"
	GoneRemoved  = "removed"
	GoneReread   = "reread"
)

// Since gives what happened to the record after a time, up to that of the look. Of new
// entries of each kind and of altered ones it gives as many as the filter's limit says.
func (l *Look) Since(f Filter, from time.Time) (*Difference, error) {
	d := &Difference{Came: map[Kind]Tally{}}
	came := f
	came.Arrived = from.Add(time.Millisecond) // times are whole milliseconds
	var err error
	if d.Reports, err = l.CountReports(ofReports(came), CountedReports); err != nil {
		return nil, err
	}
	if err := l.came(came, d); err != nil {
		return nil, err
	}
	if d.Shifts, err = l.Shifts(came); err != nil {
		return nil, err
	}
	made, err := l.madeSince(from)
	if err != nil {
		return nil, err
	}
	if err := l.altered(f, from, made, d); err != nil {
		return nil, err
	}
	d.Corrections = made
	return d, nil
}

// ofReports takes from a filter what reports do not have.
func ofReports(f Filter) Filter {
	return Filter{Outlets: f.Outlets, Reports: f.Reports, Since: f.Since, Until: f.Until, Arrived: f.Arrived}
}

// came finds the entries that were minted since, kind by kind.
func (l *Look) came(f Filter, d *Difference) error {
	kinds := f.Kinds
	if len(kinds) == 0 {
		kinds = Kinds()
	}
	filters := make([]Filter, len(kinds))
	for i, k := range kinds {
		filters[i] = f
		filters[i].Kinds = []Kind{k}
	}
	all, err := l.entriesOfEach(filters...)
	if err != nil {
		return err
	}
	for i, k := range kinds {
		found := slices.DeleteFunc(all[i], func(e Entry) bool { return e.SupersededBy != "" })
		if d.New = append(d.New, found...); f.Limit == 0 || len(found) < f.Limit {
			d.Came[k] = Tally{N: len(found)}
		} else if d.Came[k], err = l.Count(filters[i], Counted); err != nil {
			return err
		}
	}
	return nil
}

// madeSince gives the corrections of the time.
func (l *Look) madeSince(from time.Time) ([]Correction, error) {
	all, err := l.store.Corrections(0, 0)
	for i := range all {
		all[i] = all[i].called()
	}
	return slices.DeleteFunc(all, func(c Correction) bool {
		return c.Action == Carry || !c.At.After(from) || !l.at.IsZero() && c.At.After(l.at)
	}), err
}

// altered finds the entries that were there before and were touched since, as they stood
// at either time.
func (l *Look) altered(f Filter, from time.Time, made []Correction, d *Difference) error {
	until := l.at
	if until.IsZero() {
		until = time.UnixMilli(1 << 52) // later than all that has happened
	}
	touched, err := l.store.Touched(from, until)
	if err != nil {
		return err
	}
	more, err := l.corrects(made, from)
	if err != nil {
		return err
	}
	if touched = distinct(append(touched, more...)); len(touched) == 0 {
		return nil
	}
	before := newLook(l.store, from)
	rows, err := l.chosenOf(f, touched)
	if err != nil {
		return err
	}
	then, err := before.chosenOf(f, touched)
	if err != nil {
		return err
	}
	rows = append(rows, then...)
	slices.SortFunc(rows, func(a, b EntryRow) int {
		return cmp.Or(cmp.Compare(b.Sort, a.Sort), cmp.Compare(a.Number, b.Number))
	})
	seen := map[int64]bool{}
	rows = slices.DeleteFunc(rows, func(r EntryRow) bool {
		again := seen[r.Number]
		seen[r.Number] = true
		return again
	})
	return l.alterations(before, rows, from, until, d)
}

// chosenOf gives the rows that a filter chooses of some entries.
func (l entryLook) chosenOf(f Filter, numbers []int64) ([]EntryRow, error) {
	q, err := l.query(f)
	if err != nil {
		return nil, err
	}
	q.Numbers, q.Limit, q.Offset, q.Minted = numbers, 0, 0, time.Time{}
	return l.store.Entries(q)
}

// corrects gives the entries that some corrections are about, as far as they were there
// before.
func (l *Look) corrects(made []Correction, from time.Time) ([]int64, error) {
	var out []int64
	add := func(row *EntryRow, err error) error {
		if row != nil && !row.Minted.After(from) {
			out = append(out, row.Number)
		}
		return err
	}
	for i := range made {
		row, err := l.store.Entry(made[i].Entry)
		if err := add(row, err); err != nil {
			return nil, err
		}
		for _, about := range made[i].About() {
			report, err := l.store.Report(about)
			if err != nil {
				return nil, err
			}
			if report == nil {
				continue
			}
			entries, err := l.store.EntriesOf(report.Number)
			if err != nil {
				return nil, err
			}
			rows, err := l.store.EntryRows(entries...)
			if err != nil {
				return nil, err
			}
			for k := range rows {
				_ = add(&rows[k], nil)
			}
		}
	}
	return out, nil
}

// alterations puts together how entries stood before and after.
func (l *Look) alterations(before *Look, rows []EntryRow, from, until time.Time, d *Difference) error {
	old, err := before.entries(rows)
	if err != nil {
		return err
	}
	now, err := l.entries(rows)
	if err != nil {
		return err
	}
	for i, row := range rows {
		if old[i] == nil || old[i].SupersededBy != "" || old[i].rejected() {
			continue // nobody knew of it
		}
		a := Alteration{Before: old[i]}
		switch e := now[i]; {
		case e == nil:
			if a.Gone, err = l.whyGone(row.Number, from, until); err != nil {
				return err
			}
		case e.SupersededBy != "":
			a.Into = e.SupersededBy
		case e.rejected():
			a.Gone = GoneRejected
		default:
			a.After = e
		}
		d.Altered = append(d.Altered, a)
	}
	return nil
}

// whyGone says why an entry has no members any more.
func (l *Look) whyGone(number int64, from, until time.Time) (string, error) {
	changes, err := l.store.Changes(number)
	for _, c := range changes {
		if c.What == "removed" && c.At.After(from) && !c.At.After(until) {
			return GoneRemoved, nil
		}
	}
	return GoneReread, err
}

// rejected reports whether a person said that there is no such thing.
func (e *Entry) rejected() bool {
	return slices.ContainsFunc(e.Corrected, func(c Correction) bool { return c.Action == Reject })
}
