package record

import (
	"context"
	"slices"

	"rapporteur"
)

// The names of the terms by which entries are found.
const (
	termKind      = "kind"
	termActor     = "actor"
	termState     = "state"
	termIssue     = "issue"
	termOutlet    = "outlet"
	termPlace     = "place"
	termStatus    = "status"
	termStance    = "stance"
	termType      = "type"
	termLine      = "line"
	termShift     = "shift"
	termDisputed  = "disputed"
	termCorrected = "corrected"
	yes           = "yes"
)

// describe says how an entry of the record is found, from what it holds now.
func (b *batch) describe(entry int64) error {
	pieces, err := b.in(entry)
	if err != nil {
		return err
	}
	if len(pieces) == 0 || pieces[0].rejected() {
		return b.tx.Describe(entry, len(pieces), 0, nil, b.at)
	}
	e := build(EntryRow{Number: entry, Kind: pieces[0].row.Kind}, pieces)
	if e.Position != nil {
		b.along(e.Position, e.sortDay())
		if b.minted[entry] {
			for _, line := range linesOf(e.Position) {
				b.alone[line] = true
			}
		}
	}
	return b.tx.Describe(entry, len(pieces), e.sortDay(), e.terms(pieces), b.at)
}

// large is the number of members from which an entry is not described at every
// change, but when it has grown by an eighth, and by Settle: what a thousand reports
// say is not turned round by the next.
const large = 200

// describeAll describes entries, those now that are small or have grown and the others
// later.
func (b *batch) describeAll(entries []int64) error {
	rows, err := b.tx.EntryRows(slices.DeleteFunc(slices.Clone(entries), func(n int64) bool { return b.minted[n] })...)
	if err != nil {
		return err
	}
	described := map[int64]int{}
	for _, row := range rows {
		described[row.Number] = row.Described
	}
	var now []int64
	for _, entry := range entries {
		was, older := described[entry]
		switch {
		case !b.minted[entry] && !older:
		case was < large:
			now = append(now, entry)
		default:
			size, err := b.tx.Size(entry)
			if err == nil && (size < was || size > was+was/8) {
				now = append(now, entry)
			} else if err == nil {
				err = b.tx.Postpone(entry)
			}
			if err != nil {
				return err
			}
		}
	}
	if err := b.hold(now); err != nil {
		return err
	}
	for _, entry := range now {
		if err := b.describe(entry); err != nil {
			return err
		}
	}
	return nil
}

// Settle describes the large entries that wait for it. Until then they may not be
// found by what the last reports added to them; what they hold is always complete.
func (r *Record) Settle(ctx context.Context) error {
	return r.update(ctx, func(b *batch) error {
		due, err := b.tx.Due()
		if err != nil {
			return err
		}
		for _, entry := range due {
			if err := b.describe(entry); err != nil {
				return err
			}
		}
		return nil
	})
}

// terms are what an entry can be found by.
func (e *Entry) terms(pieces []*piece) []Term {
	out := []Term{{termKind, string(e.Kind)}}
	add := func(name string, values ...string) {
		for _, v := range values {
			if v != "" {
				out = append(out, Term{name, v})
			}
		}
	}
	add(termActor, e.actors()...)
	add(termState, statesOf(e.actors(), pieces)...)
	add(termOutlet, e.Outlets...)
	if place := e.place(); place != nil {
		add(termPlace, fold(place.Name), string(place.Country))
	}
	switch {
	case e.Meeting != nil:
		add(termStatus, string(e.Meeting.Status))
		add(termType, e.Meeting.Kind)
	case e.Event != nil:
		add(termStatus, string(e.Event.Modality))
		add(termType, e.Event.Plover.Type)
	case e.Statement != nil:
		add(termType, string(e.Statement.Act))
	case e.Position != nil:
		add(termStance, string(e.Position.Stance))
		add(termIssue, subject(e.Position))
		out = append(out, linesOf(e.Position)...)
	case e.Notice != nil:
		add(termType, e.Notice.Kind)
	}
	if len(e.Disputes) > 0 {
		add(termDisputed, yes)
	}
	if len(e.Corrected) > 0 {
		add(termCorrected, yes)
	}
	return out
}

// statesOf are the states that actors are or belong to.
func statesOf(actors []string, pieces []*piece) []string {
	var out []string
	for _, id := range actors {
		for _, p := range pieces {
			a, ok := p.cast[id]
			if !ok {
				continue
			}
			if a.Kind == rapporteur.State {
				out = append(out, a.ID)
			}
			out = append(out, string(a.State))
			for _, r := range a.Roles {
				out = append(out, string(r.For))
			}
			break
		}
	}
	return out
}
