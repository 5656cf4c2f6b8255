package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
	"rapporteur/worker"
)

// settled waits until so many reports are on the record and so many are dead.
func (s *storm) settled(ctx context.Context, q *worker.Queue, reports, dead int) error {
	r, db, err := s.open(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // nothing was written
	for last, quiet := -1, 0; ; {
		n, err := r.CountReports(ctx, record.Filter{})
		if err != nil && ctx.Err() != nil {
			return err
		}
		d, err := q.Dead(ctx, 0)
		if err == nil && n >= reports && len(d) >= dead {
			return nil
		}
		if n+len(d) == last {
			quiet++
		} else {
			last, quiet = n+len(d), 0
		}
		if quiet > 1200 {
			return fmt.Errorf("nothing has happened for two minutes: %d of %d reports are on the record, %d of %d dead", n, reports, len(d), dead)
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (s *storm) open(ctx context.Context) (*record.Record, store.Store, error) {
	db, err := patiently(ctx, func() (store.Store, error) { return store.Open(ctx, s.place(), store.Write) })
	if err != nil {
		return nil, nil, err
	}
	return record.New(db, time.Now), db, nil
}

// single makes the record of the same reports in one process.
func single(ctx context.Context, dir string, real bool, reports []*rapporteur.Report) (*record.Record, store.Store, error) {
	db, err := store.Open(ctx, filepath.Join(dir, "single.db"), store.Create)
	if err != nil {
		return nil, nil, err
	}
	r := record.New(db, time.Now)
	g, err := ingestOf(r, real)
	if err != nil {
		return nil, nil, err
	}
	inputs := func(yield func(service.Input) bool) {
		for _, one := range reports {
			own := *one // it is given its id on the record
			if !yield(service.Input{Name: one.ID, Open: func(context.Context) (*rapporteur.Report, error) { return &own, nil }}) {
				return
			}
		}
	}
	return r, db, g.Add(ctx, inputs, func(a service.Arrival) error { return a.Err })
}

// partition names every entry by its members, whichever report of a text came first.
func partition(ctx context.Context, r *record.Record) ([]string, error) {
	entries, err := r.Entries(ctx, record.Filter{})
	var out []string
	for _, e := range entries {
		var members []string
		for _, m := range e.Members {
			members = append(members, fmt.Sprintf("%s %s %s", strings.Split(m.Report, "@")[0], m.Outlet, m.ID))
		}
		slices.Sort(members)
		data, err := json.Marshal(members)
		if err != nil {
			return nil, err
		}
		out = append(out, string(data))
	}
	slices.Sort(out)
	return out, err
}

// compare holds the record that came through the storm to that of one process: as many
// reports, the same entries of the same members, and in dead what is poison alone.
func compare(ctx context.Context, got, want *record.Record, dead []worker.Dead, poison []*rapporteur.Report) error {
	var wrong []error
	counts := [2]int{}
	var parts [2][]string
	for i, r := range []*record.Record{got, want} {
		var err error
		if counts[i], err = r.CountReports(ctx, record.Filter{}); err != nil {
			return err
		}
		if parts[i], err = partition(ctx, r); err != nil {
			return err
		}
	}
	if counts[0] != counts[1] {
		wrong = append(wrong, fmt.Errorf("%d reports on the record, %d by one process", counts[0], counts[1]))
	}
	if !slices.Equal(parts[0], parts[1]) {
		wrong = append(wrong, fmt.Errorf("another partition: %d entries, %d by one process", len(parts[0]), len(parts[1])))
	}
	names := map[string]bool{}
	for _, p := range poison {
		names[p.ID] = true
	}
	for _, d := range dead {
		if !names[d.Report] {
			wrong = append(wrong, fmt.Errorf("dead although it is no poison: %s, %s", d.Report, d.Error))
		}
		delete(names, d.Report)
	}
	for id := range names {
		wrong = append(wrong, fmt.Errorf("poison %s is not dead", id))
	}
	return errors.Join(wrong...)
}
