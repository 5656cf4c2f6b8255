package record

import (
	"context"
	"iter"
	"time"

	"rapporteur"
)

// togetherMost is the number of reports that are restored at once.
const togetherMost = 100

// Bare reports whether a record has no reports, corrections or dossiers.
func (r Reader) Bare(ctx context.Context) (bool, error) {
	return looked(ctx, r, time.Time{}, func(l *Look) (bool, error) {
		reports, err := l.store.ReportsAfter(0, 1)
		if err != nil || len(reports) > 0 {
			return false, err
		}
		corrections, err := l.store.Corrections(0, 1)
		if err != nil || len(corrections) > 0 {
			return false, err
		}
		dossiers, err := l.store.Dossiers()
		return len(dossiers) == 0, err
	})
}

// RestorePersons writes what persons wrote on a record that is bare, before the reports
// that it is about are restored. Corrections keep their numbers.
func (r *Record) RestorePersons(ctx context.Context, dossiers []Dossier, corrections []Correction) error {
	return r.store.Update(ctx, func(u Update) error {
		for _, d := range dossiers {
			if err := u.PutDossier(d); err != nil {
				return err
			}
		}
		for _, c := range corrections {
			if err := nameActors(u, &c); err != nil {
				return err
			}
			if _, err := u.PutCorrection(c); err != nil {
				return err
			}
		}
		return nil
	})
}

// Restore puts the reports of another record on this one, each at the time at which it
// arrived there, so that ids and past days are as they were. They come in the order of
// arrival. It gives their number.
func (r *Record) Restore(ctx context.Context, reports iter.Seq2[*Told, error]) (int, error) {
	n := 0
	var together []*Told
	flush := func() error {
		if len(together) == 0 {
			return nil
		}
		then := *r
		then.clock, then.Changed = func() time.Time { return together[0].Arrived }, nil
		var readings []*rapporteur.Reading
		for _, t := range together {
			readings = append(readings, t.reading())
		}
		if _, err := then.Add(ctx, readings...); err != nil {
			return err
		}
		for _, t := range together {
			if err := then.reappear(ctx, t); err != nil {
				return err
			}
		}
		n += len(together)
		together = nil
		return nil
	}
	for t, err := range reports {
		if err != nil {
			return n, err
		}
		if len(together) == togetherMost || len(together) > 0 && !together[0].Arrived.Equal(t.Arrived) {
			if err := flush(); err != nil {
				return n, err
			}
		}
		together = append(together, t)
	}
	return n, flush()
}

// reappear adds the further appearances of a report.
func (r *Record) reappear(ctx context.Context, t *Told) error {
	for i := 1; i < len(t.Appearances); i++ {
		again := t.reading()
		t.Appearances[i].of(&again.Report)
		if _, err := r.Add(ctx, again); err != nil {
			return err
		}
	}
	return nil
}
