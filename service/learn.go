package service

import (
	"context"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// Knowing reads a report where other reports tell who holds offices; it is
// (*reading.Reader).ReadKnowing.
type Knowing func(context.Context, *rapporteur.Report, rapporteur.Learned) (*rapporteur.Reading, error)

// knowing reads reports with the holders of offices whom the record has learned from
// its reports by then.
func knowing(r *record.Record, read Knowing) Read {
	return func(ctx context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
		var failed error
		reading, err := read(ctx, report, func(posts []rapporteur.Post) []rapporteur.Incumbent {
			found, err := r.Learned(ctx, report.Published, posts)
			failed = err
			return found
		})
		if failed != nil {
			return nil, failed
		}
		return reading, err
	}
}

// Relearn reads reports of the record again for which other reports name another holder
// of an office by now than the one for whom they were read, and gives how many. One
// that fails stays as it is, and is tried again the next time.
func (g *Ingest) Relearn(ctx context.Context, tell func(Arrival) error) (int, error) {
	done := map[string]bool{}
	for {
		some, err := g.Record.Outdated(ctx, batch+len(done))
		if err != nil {
			return len(done), err
		}
		// What is outdated again has been read for what it then was; once is enough.
		some = slices.DeleteFunc(some, func(one *rapporteur.Report) bool { return done[one.ID] })
		if len(some) == 0 || ctx.Err() != nil {
			return len(done), ctx.Err()
		}
		for _, one := range some {
			done[one.ID] = true
		}
		if err := g.readAgain(ctx, some, tell); err != nil {
			return len(done), err
		}
	}
}
