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
	b := &Brief{}
	at, err := Moment(q.AsOf)
	if err != nil {
		return nil, err
	}
	err = r.Look(ctx, at, func(l *record.Look) error {
		if q.Since == "" {
			if err := q.lastDays(l); err != nil {
				return err
			}
		}
		f, err := q.filter(l)
		if err != nil {
			return err
		}
		return b.gather(l, f)
	})
	if err != nil {
		return nil, err
	}
	if q.Silent {
		(&Answer{Entries: b.Entries, Shifts: b.Shifts}).silence()
	}
	return b, nil
}

func (b *Brief) gather(l *record.Look, f record.Filter) (err error) {
	b.Since, b.Until = f.Since, f.Until
	reports := f
	reports.Issues = nil
	if b.Reports, err = l.CountReports(reports); err != nil {
		return err
	}
	f.Kinds = []record.Kind{record.Statement, record.Meeting, record.Event, record.Notice}
	if b.Entries, err = l.Entries(f); err != nil {
		return err
	}
	b.Shifts, err = l.Shifts(f)
	return err
}

// lastDays puts the days of a brief that says none.
func (q *Question) lastDays(l *record.Look) error {
	last, err := l.LastDay(rapporteur.Date(q.Until))
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
