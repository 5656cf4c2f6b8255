package service

import (
	"context"
	"fmt"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Removable gives the reports that a removal is about, without their texts. One that
// is not there is refused with the names that may have been meant.
func Removable(ctx context.Context, r *record.Record, what record.Removal) ([]record.Report, error) {
	var out []record.Report
	add := func(op, of string, f record.Filter) error {
		found, err := r.Reports(ctx, f)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: fmt.Sprintf("the record has no report %s; rapporteur show reports lists them", of)}
		}
		for i := range found {
			if !slices.ContainsFunc(out, func(have record.Report) bool { return have.ID == found[i].ID }) {
				out = append(out, found[i])
			}
		}
		return nil
	}
	for _, id := range what.Reports {
		if err := add("remove "+id, id, record.Filter{Reports: []string{id}}); err != nil {
			return nil, err
		}
	}
	what, err := asKept(ctx, r, what)
	if err != nil {
		return nil, err
	}
	for _, outlet := range what.Outlets {
		if err := add("remove --outlet "+outlet, "of "+outlet, record.Filter{Outlets: []string{outlet}}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Remove takes reports off the record for good, outlets by their names as people write
// them, and gives the ids of those that are gone.
func Remove(ctx context.Context, r *record.Record, what record.Removal) ([]string, error) {
	what, err := asKept(ctx, r, what)
	if err != nil {
		return nil, err
	}
	return r.Remove(ctx, what)
}

// asKept gives a removal with the names of outlets as the record has them. One that it
// does not have is refused with those that may have been meant.
func asKept(ctx context.Context, r *record.Record, what record.Removal) (record.Removal, error) {
	if len(what.Outlets) == 0 {
		return what, nil
	}
	f := record.Filter{Outlets: slices.Clone(what.Outlets)}
	err := r.Look(ctx, time.Time{}, func(l *record.Look) error { return checked(l, Reports, &f) })
	what.Outlets = f.Outlets
	return what, err
}
