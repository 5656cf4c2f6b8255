package service

import (
	"context"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// around is the number of days before and after an entry in which the other entries of
// its meeting are looked for: a plan may be that old when it is held.
const around = 45

// mostAround bounds the entries that are looked at.
const mostAround = 300

// GatheringOf gives the encounter that an entry of a meeting belongs to, with all of the
// record's entries of it, as of a time, empty for now. An entry that became part of
// another stands for that one; one that is no meeting is Invalid.
func GatheringOf(ctx context.Context, r *record.Record, id, asOf string) (*Gathering, error) {
	at, err := Moment(asOf)
	if err != nil {
		return nil, err
	}
	var out *Gathering
	err = r.Look(ctx, at, func(l *record.Look) error {
		e, err := l.Entry(id)
		if err == nil && e.SupersededBy != "" {
			e, err = l.Entry(e.SupersededBy)
		}
		if err != nil {
			return err
		}
		if e.Meeting == nil {
			return invalid("meeting "+id, "that is no meeting but a "+string(e.Kind))
		}
		near, err := l.Entries(nearTo(e, at))
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(near, func(o record.Entry) bool { return o.ID == e.ID }) {
			near = append(near, *e)
		}
		all := gatherings(near)
		out = &all[slices.IndexFunc(all, func(g Gathering) bool { return slices.Contains(g.ids(), e.ID) })]
		return nil
	})
	return out, err
}

// nearTo chooses the meetings of the same sides about the time of one.
func nearTo(e *record.Entry, at time.Time) record.Filter {
	f := record.Filter{Kinds: []record.Kind{record.Meeting}, Actors: sidesOf(e), AsOf: at, Limit: mostAround}
	if day := dayOf(e); day != 0 {
		f.Since, f.Until = dated(day-around), dated(day+around)
	}
	return f
}

// dated is a day counted from 1 January 1970.
func dated(day int) rapporteur.Date {
	return rapporteur.Date(time.Unix(int64(day)*24*60*60, 0).UTC().Format(time.DateOnly))
}
