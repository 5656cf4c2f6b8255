package service

import (
	"context"

	"rapporteur"
	"rapporteur/record"
)

// Reading and writing can be done apart, by different processes on different machines:
// Prepare reads one report, Put writes down what was read, Finish does what is done when
// no more comes. Add is all three in one.

// Prepare reads a report, and gives nil for one that the record has, where there is a
// record to ask. Whatever happens in a report is an error that names it.
func (g *Ingest) Prepare(ctx context.Context, input string, report *rapporteur.Report) (reading *rapporteur.Reading, err error) {
	err = guarded(of("read "+input, report), func() error {
		if g.Record == nil {
			reading, err = g.Read(ctx, report)
			return err
		}
		known, err := g.Record.Has(ctx, report)
		if err == nil && !known {
			reading, err = g.read(ctx, report)
		}
		return err
	})
	return reading, err
}

// Prepared is a report that was read, on its way to the record.
type Prepared struct {
	Input   string
	Reading *rapporteur.Reading
}

// Put writes down what was read, and says what became of each. What the record has
// already changes nothing, so the same may be put again. An error is the record's: then
// nothing is known of any of them, and all may be put again.
func (g *Ingest) Put(ctx context.Context, read ...Prepared) ([]Arrival, error) {
	arrivals := make([]Arrival, len(read))
	for i, one := range read {
		report := one.Reading.Report
		arrivals[i] = Arrival{Input: one.Input, Report: &report, Outcome: record.Known, reading: one.Reading}
	}
	err := g.write(ctx, arrivals)
	return arrivals, err
}

// Finish puts in order what was left for the time when no more reports come: large
// entries are described, and reports for which others name another holder of an office by
// now are read again; of these, what fails is told.
func (g *Ingest) Finish(ctx context.Context, tell func(Arrival) error) error {
	if err := g.Record.Settle(ctx); err != nil {
		return err
	}
	return g.relearn(ctx, tell)
}

// RecordFails reports whether an error is the record's, or that of whoever called the
// work off, and not that of a report: then the same can be tried again.
func RecordFails(ctx context.Context, err error) bool { return recordFails(ctx, err) }
