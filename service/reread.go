package service

import (
	"context"
	"fmt"
	"slices"

	"rapporteur"
)

// Reread reads reports of the record again, all or those with some ids, after an
// upgrade or with other tables, in the order of their arrival. A report that
// fails stays as it was read before; tell hears of it, and of every other.
func (g *Ingest) Reread(ctx context.Context, ids []string, tell func(Arrival) error) error {
	done := 0
	err := g.reread(ctx, ids, func(one Arrival) error {
		done++
		return tell(one)
	})
	if ctx.Err() != nil {
		return interrupted(ctx, "reread", fmt.Sprintf("%s read again, the others are as before", reports(done)))
	}
	return err
}

func (g *Ingest) reread(ctx context.Context, ids []string, tell func(Arrival) error) error {
	for after := int64(0); ; {
		stored, last, err := g.Record.Texts(ctx, after, batch)
		if err != nil {
			return err
		}
		if len(stored) == 0 {
			return g.relearn(ctx, tell)
		}
		after = last
		if len(ids) > 0 {
			stored = slices.DeleteFunc(stored, func(one *rapporteur.Report) bool { return !slices.Contains(ids, one.ID) })
		}
		if err := g.readAgain(ctx, stored, tell); err != nil {
			return err
		}
	}
}

// readAgain reads some reports of the record side by side and puts what they say now
// in the place of what they said.
func (g *Ingest) readAgain(ctx context.Context, stored []*rapporteur.Report, tell func(Arrival) error) error {
	var again []*Arrival
	for one := range InOrder(ctx, slices.Values(stored), g.Workers, func(r *rapporteur.Report) Arrival { return g.again(ctx, r) }) {
		again = append(again, &one)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	good := slices.DeleteFunc(slices.Clone(again), func(one *Arrival) bool { return one.Err != nil })
	if err := apart(ctx, good, g.replace); err != nil {
		return err
	}
	for _, one := range again {
		if err := tell(*one); err != nil {
			return err
		}
	}
	return nil
}

// again reads one report of the record.
func (g *Ingest) again(ctx context.Context, report *rapporteur.Report) Arrival {
	out := Arrival{Input: "report " + report.ID, Report: report}
	out.Err = guarded("reread "+out.Input, func() (err error) {
		out.reading, err = g.read(ctx, report)
		return err
	})
	return out
}

// replace puts new readings in the place of the old ones.
func (g *Ingest) replace(ctx context.Context, arrivals []*Arrival) error {
	var readings []*rapporteur.Reading
	for _, one := range arrivals {
		readings = append(readings, one.reading)
	}
	return g.Record.Reread(ctx, readings...)
}
