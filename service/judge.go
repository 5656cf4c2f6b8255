package service

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"rapporteur"
	"rapporteur/record"
)

// Verdict is what a person says of a doubt.
type Verdict string

// What a person can say.
const (
	// Accepted: it is right as it stands.
	Accepted Verdict = "accept"
	// Mended: a field has another value.
	Mended Verdict = "mend"
	// Rejected: there is no such thing.
	Rejected Verdict = "reject"
	// Merged: they are one; an entry is one with others that are named.
	Merged Verdict = "merge"
	// SplitOff: they are two; of an entry some reports tell of something else.
	SplitOff Verdict = "split"
)

// Judgement is a verdict on a doubt.
type Judgement struct {
	Verdict Verdict
	// Set are FIELD=VALUE, for Mended.
	Set []string
	// With are entries to merge with, or reports to split off in the place of the doubt's
	// own.
	With     []string
	By, Note string
	Tables   Tables
}

// Judged is what was written down, which Unjudge takes back.
type Judged struct {
	Corrections []record.Correction
}

// Judge writes a verdict down as corrections of the record, so that it holds when reports
// are read again.
func Judge(ctx context.Context, r *record.Record, d *Doubt, j Judgement) (*Judged, error) {
	if !slices.Contains(d.Verdicts, j.Verdict) {
		return nil, invalid("review", fmt.Sprintf("%s says nothing here; it is one of %v", j.Verdict, d.Verdicts))
	}
	if d.Kind == OfActors {
		return judgeActors(ctx, r, d, j)
	}
	c := Correction{Entry: d.Entries[0].ID, By: j.By, Note: j.Note, Tables: j.Tables}
	switch {
	case d.Kind == OfMeetings && j.Verdict == Merged:
		c.Merge = []string{d.Entries[1].ID}
	case d.Kind == OfMeetings:
		c.Distinct = []string{d.Entries[1].ID}
	case j.Verdict == Accepted:
		c.Accept = true
	case j.Verdict == Mended:
		c.Set = j.Set
	case j.Verdict == Rejected:
		c.Reject = true
	case j.Verdict == Merged:
		c.Merge = j.With
	default:
		if c.Split = j.With; len(c.Split) == 0 {
			c.Split = d.Part
		}
	}
	if j.Verdict == Mended && len(c.Set) == 0 || d.Kind == OfEntry && j.Verdict == Merged && len(c.Merge) == 0 {
		return nil, invalid("review", "say with what: FIELD=VALUE to mend, the id of an entry to merge")
	}
	done, err := Correct(ctx, r, c)
	if err != nil {
		return nil, err
	}
	return &Judged{done.Corrections}, nil
}

// renamed is the number of entries in which an actor is replaced at once.
const renamed = 500

// judgeActors puts one actor in the place of the other in every entry, or writes down
// that they are two.
func judgeActors(ctx context.Context, r *record.Record, d *Doubt, j Judgement) (*Judged, error) {
	from, to := &d.Actors[0], &d.Actors[1]
	demand := record.Demand{Field: "actor:" + from.ID, Value: to.ID, By: j.By, Note: j.Note}
	var demands []record.Demand
	if j.Verdict == Merged {
		all, err := r.Entries(ctx, record.Filter{Actors: []string{from.ID}, Limit: renamed})
		if err != nil {
			return nil, err
		}
		keeps := to.Actor
		keeps.Mentions = nil
		demand.Action, demand.Actor = record.Set, &keeps
		for i := range all {
			if all[i].Kind != record.Notice {
				demand.Entry = all[i].ID
				demands = append(demands, demand)
			}
		}
	} else {
		demand.Action, demand.Entry = record.Distinct, d.Entries[0].ID
		demands = append(demands, demand)
	}
	done, err := r.Correct(ctx, demands...)
	if err != nil {
		return nil, err
	}
	return &Judged{done}, nil
}

// Unjudge takes a verdict back, the last correction first; the record is what it was.
func Unjudge(ctx context.Context, r *record.Record, was *Judged, by string) error {
	var demands []record.Demand
	for _, c := range slices.Backward(was.Corrections) {
		demands = append(demands, record.Demand{Entry: c.Entry, Action: record.Undo, Value: strconv.FormatInt(c.ID, 10), By: by})
	}
	if len(demands) == 0 {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "review", Message: "there is nothing to take back"}
	}
	_, err := r.Correct(ctx, demands...)
	return err
}
