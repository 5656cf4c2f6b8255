package record

import (
	"context"
	"slices"
	"time"

	"rapporteur"
)

// Reader answers what is asked of a record. It changes nothing.
type Reader struct {
	store Store
	// namespace is the desk in whose name it is asked, where a context names none.
	namespace string
	// as gives what a view shows as a desk sees it.
	as func(v View, namespace string) (View, error)
}

// Look asks several things of the record as it was at one time, zero for now, in the name
// of the context's desk if there is one.
func (r Reader) Look(ctx context.Context, at time.Time, do func(*Look) error) error {
	return r.store.View(ctx, func(v View) error {
		if name := r.Namespace(ctx); name != "" {
			var err error
			if v, err = r.as(v, name); err != nil {
				return err
			}
		}
		return do(newLook(v, at))
	})
}

// looked asks one thing.
func looked[T any](ctx context.Context, r Reader, at time.Time, ask func(*Look) (T, error)) (T, error) {
	var out T
	err := r.Look(ctx, at, func(l *Look) (err error) {
		out, err = ask(l)
		return err
	})
	return out, err
}

// Has reports whether the record knows a report, and that it was found there.
func (r Reader) Has(ctx context.Context, report *rapporteur.Report) (bool, error) {
	return looked(ctx, r, time.Time{}, func(l *Look) (bool, error) {
		row, _, err := identify(l.store.Report, report)
		return row != nil && slices.Contains(row.Appearances, appearance(report)), err
	})
}

// IDOf gives the id that a report has on the record, or would have.
func (r Reader) IDOf(ctx context.Context, report *rapporteur.Report) (string, error) {
	return looked(ctx, r, time.Time{}, func(l *Look) (string, error) {
		_, id, err := identify(l.store.Report, report)
		return id, err
	})
}

// Entries gives the entries that a filter chooses, the newest first.
func (r Reader) Entries(ctx context.Context, f Filter) ([]Entry, error) {
	return looked(ctx, r, f.AsOf, func(l *Look) ([]Entry, error) { return l.Entries(f) })
}

// Count gives how many entries a filter chooses, without regard to its limit; where that
// is more than most, it may say only that. 0 counts all.
func (r Reader) Count(ctx context.Context, f Filter, most int) (Tally, error) {
	return looked(ctx, r, f.AsOf, func(l *Look) (Tally, error) { return l.Count(f, most) })
}

// Entry gives one entry, at a time, zero for now. An id that was superseded gives
// an entry with SupersededBy set and nothing in it. An id that the record does
// not have, or did not have then, is Invalid.
func (r Reader) Entry(ctx context.Context, id string, at time.Time) (*Entry, error) {
	return looked(ctx, r, at, func(l *Look) (*Entry, error) { return l.Entry(id) })
}

// Reports gives the reports that a filter chooses, without their text, the latest
// published first. It looks at Reports, Outlets, Since, Until, Text, Arrived, AsOf
// and the page alone.
func (r Reader) Reports(ctx context.Context, f Filter) ([]Report, error) {
	return looked(ctx, r, f.AsOf, func(l *Look) ([]Report, error) { return l.Reports(f) })
}

// CountReports gives how many reports a filter chooses, all of them, without regard to its
// limit.
func (r Reader) CountReports(ctx context.Context, f Filter) (int, error) {
	all, err := looked(ctx, r, f.AsOf, func(l *Look) (Tally, error) { return l.CountReports(f, 0) })
	return all.N, err
}

// Report gives one report with its text.
func (r Reader) Report(ctx context.Context, id string) (*Report, error) {
	return looked(ctx, r, time.Time{}, func(l *Look) (*Report, error) { return l.report(id) })
}

// Parties gives the actors that a filter chooses, those with most entries first.
// It looks at Actors, States, Dossier, Text, which is part of a name, and the page
// alone.
func (r Reader) Parties(ctx context.Context, f Filter) ([]Party, error) {
	return looked(ctx, r, f.AsOf, func(l *Look) ([]Party, error) { return l.Parties(f) })
}

// Search gives the sentences that hold the words of a filter's Text, those of the
// reports that came last first. Outlets, Since and Until may narrow it.
func (r Reader) Search(ctx context.Context, f Filter) ([]Found, error) {
	return looked(ctx, r, f.AsOf, func(l *Look) ([]Found, error) { return l.Search(f) })
}

// Lines gives what parties want on the issues that a filter chooses, by party
// and issue, over the time that the filter spans. Limit and Offset count
// positions.
func (r Reader) Lines(ctx context.Context, f Filter) ([]Line, error) {
	return looked(ctx, r, f.AsOf, func(l *Look) ([]Line, error) { return l.Lines(f) })
}

// Shifts gives the shifts of parties, the newest first; Since and Until are about
// the day of the later position.
func (r Reader) Shifts(ctx context.Context, f Filter) ([]Shift, error) {
	return looked(ctx, r, f.AsOf, func(l *Look) ([]Shift, error) { return l.Shifts(f) })
}

// Values gives the values of a field that entries have or have had, those with most
// entries first.
func (r Reader) Values(ctx context.Context, of Field) ([]Value, error) {
	return looked(ctx, r, time.Time{}, func(l *Look) ([]Value, error) {
		found, err := l.Values(of)
		return found[of], err
	})
}

// IDs gives the ids of entries and reports that begin with some letters, so many at
// most.
func (r Reader) IDs(ctx context.Context, prefix string, limit int) ([]string, error) {
	return looked(ctx, r, time.Time{}, func(l *Look) ([]string, error) { return l.store.IDs(prefix, limit) })
}

// LastDay gives the day on which the last report of the record was published, up to a
// day if one is given; empty where no report has a day.
func (r Reader) LastDay(ctx context.Context, until rapporteur.Date) (rapporteur.Date, error) {
	return looked(ctx, r, time.Time{}, func(l *Look) (rapporteur.Date, error) { return l.LastDay(until) })
}

// Dossiers gives the saved filters by name.
func (r Reader) Dossiers(ctx context.Context) ([]Dossier, error) {
	return looked(ctx, r, time.Time{}, func(l *Look) ([]Dossier, error) { return l.Dossiers() })
}
