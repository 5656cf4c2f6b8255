package service

import (
	"context"
	"slices"
	"time"

	"rapporteur/record"
)

// Moments gives the times after one and up to another at which reports came to the record
// or persons corrected it, the first one first.
func Moments(ctx context.Context, r *record.Record, since, until time.Time) ([]time.Time, error) {
	reports, err := r.Reports(ctx, record.Filter{Arrived: since})
	if err != nil {
		return nil, err
	}
	corrections, err := r.Corrections(ctx, record.CorrectionFilter{})
	if err != nil {
		return nil, err
	}
	var out []time.Time
	add := func(at time.Time) {
		if !at.Before(since) && !at.After(until) {
			out = append(out, at)
		}
	}
	for i := range reports {
		add(reports[i].Arrived)
	}
	for i := range corrections {
		add(corrections[i].At)
	}
	slices.SortFunc(out, time.Time.Compare)
	return slices.CompactFunc(out, time.Time.Equal), nil
}
