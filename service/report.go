package service

import (
	"context"

	"rapporteur/record"
)

// ReportOf gives a report with its text, and the entries that it supports at a time,
// empty for now; silent leaves its words out.
func ReportOf(ctx context.Context, r *record.Record, id, asOf string, silent bool) (*record.Report, []record.Entry, error) {
	at, err := Moment(asOf)
	if err != nil {
		return nil, nil, err
	}
	report, err := r.Report(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	entries := []record.Entry{}
	err = r.Look(ctx, at, func(l *record.Look) error {
		found, err := l.Entries(record.Filter{Reports: []string{report.ID}, Oldest: true, AsOf: at})
		entries = append(entries, found...)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	if silent {
		report.Silence()
		silence(entries)
	}
	return report, entries, nil
}
