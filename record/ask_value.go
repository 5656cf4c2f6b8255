package record

import (
	"context"

	"rapporteur"
)

// Field is something that entries are chosen by, with a value of its own on the
// record.
type Field string

// The fields of a Filter whose values can be listed.
const (
	ByOutlet Field = termOutlet
	ByState  Field = termState
	ByIssue  Field = termIssue
	ByPlace  Field = termPlace
	ByStatus Field = termStatus
	ByStance Field = termStance
	ByType   Field = termType
)

// Values gives the values of a field that entries have or have had, those with most
// entries first.
func (r *Record) Values(ctx context.Context, of Field) ([]Value, error) {
	var out []Value
	err := r.store.View(ctx, func(v View) (err error) {
		out, err = v.Values(string(of))
		return err
	})
	return out, err
}

// IDs gives the ids of entries and reports that begin with some letters, so many at
// most.
func (r *Record) IDs(ctx context.Context, prefix string, limit int) ([]string, error) {
	var out []string
	err := r.store.View(ctx, func(v View) (err error) {
		out, err = v.IDs(prefix, limit)
		return err
	})
	return out, err
}

// Carried reports whether an outlet carried a report of the record.
func (r *Record) Carried(ctx context.Context, outlet string) (bool, error) {
	found := false
	err := r.store.View(ctx, func(v View) error {
		rows, err := v.Carried(outlet)
		found = len(rows) > 0
		return err
	})
	return found, err
}

// CountReports gives how many reports a filter chooses, without regard to its limit.
func (r *Record) CountReports(ctx context.Context, f Filter) (int, error) {
	count := 0
	err := r.store.View(ctx, func(v View) error {
		rows, err := v.Reports(ReportQuery{IDs: f.Reports, Outlets: f.Outlets, Since: f.Since, Until: f.Until, Text: f.Text, AsOf: f.AsOf, Arrived: f.Arrived})
		count = len(rows)
		return err
	})
	return count, err
}

// LastDay gives the day on which the last report of the record was published, up to a
// day if one is given; empty where no report has a day.
func (r *Record) LastDay(ctx context.Context, until rapporteur.Date) (rapporteur.Date, error) {
	var day rapporteur.Date
	err := r.store.View(ctx, func(v View) error {
		rows, err := v.Reports(ReportQuery{Until: until, Limit: 1})
		if len(rows) > 0 {
			day = rows[0].Published
		}
		return err
	})
	return day, err
}
