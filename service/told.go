package service

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Reports of an entry that are read again to say by which words they tell it: mostTold
// at most, of which none is begun once tellingTime has passed.
const (
	mostTold    = 3
	tellingTime = time.Second
)

// Tell says of the first reports of an entry by which words each tells it, and how
// surely. The record does not keep that, but the text, which explain reads again; it may
// be nil. Where a report is read otherwise by now than it was, nothing is said.
func Tell(ctx context.Context, r *record.Record, explain Read, e *record.Entry) error {
	if explain == nil {
		return nil
	}
	bound, end := context.WithTimeout(ctx, tellingTime)
	defer end()
	for i := range e.Members[:min(len(e.Members), mostTold)] {
		m := &e.Members[i]
		b := m.Basis()
		if b == nil || b.Told != nil {
			continue
		}
		report, err := r.Report(ctx, m.Report)
		if err != nil {
			return err
		}
		reading, err := explain(bound, &report.Report)
		if err != nil {
			return ctx.Err() // it takes too long, or cannot be read any more
		}
		b.Told = toldIn(reading)[m.ID]
	}
	return nil
}

// toldIn are the words by which a reading tells its entries, by their ids.
func toldIn(reading *rapporteur.Reading) map[string]*rapporteur.Told {
	out := map[string]*rapporteur.Told{}
	for i := range reading.Statements {
		out[reading.Statements[i].ID] = reading.Statements[i].Told
	}
	for i := range reading.Meetings {
		out[reading.Meetings[i].ID] = reading.Meetings[i].Told
	}
	for i := range reading.Events {
		out[reading.Events[i].ID] = reading.Events[i].Told
	}
	for i := range reading.Positions {
		out[reading.Positions[i].ID] = reading.Positions[i].Told
	}
	return out
}
