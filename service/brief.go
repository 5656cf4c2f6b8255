package service

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Brief is what is new on the record in some days.
type Brief struct {
	// Since and Until are the days that were asked for, or chosen.
	Since, Until rapporteur.Date
	// Reports counts the reports of these days.
	Reports int
	Entries []record.Entry
	Shifts  []record.Shift
}

// briefDays is the number of days of a brief that does not say from when on.
const briefDays = 7

// BriefOn gathers what a brief is made of. Without Since it takes the last seven days
// of the record, up to Until if that is given.
func BriefOn(ctx context.Context, r *record.Record, q Question) (*Brief, error) {
	q.About = Everything
	if q.Since == "" {
		if err := q.lastDays(ctx, r); err != nil {
			return nil, err
		}
	}
	f, err := q.Filter(ctx, r)
	if err != nil {
		return nil, err
	}
	b := &Brief{Since: f.Since, Until: f.Until}
	reports := f
	reports.Issues = nil
	if b.Reports, err = r.CountReports(ctx, reports); err != nil {
		return nil, err
	}
	f.Kinds = []record.Kind{record.Statement, record.Meeting, record.Event, record.Notice}
	if b.Entries, err = r.Entries(ctx, f); err != nil {
		return nil, err
	}
	if b.Shifts, err = r.Shifts(ctx, f); err != nil {
		return nil, err
	}
	if q.Silent {
		(&Answer{Entries: b.Entries, Shifts: b.Shifts}).silence()
	}
	return b, nil
}

// lastDays puts the days of a brief that says none.
func (q *Question) lastDays(ctx context.Context, r *record.Record) error {
	last, err := r.LastDay(ctx, rapporteur.Date(q.Until))
	if err != nil {
		return err
	}
	day, err := time.Parse(time.DateOnly, string(last))
	if err != nil {
		return invalid("brief", "the record has no report with a day; add reports, or say from when on: --since 2025-02-10")
	}
	q.Since = day.AddDate(0, 0, 1-briefDays).Format(time.DateOnly)
	if q.Until == "" {
		q.Until = string(last)
	}
	return nil
}
