package record

import (
	"errors"
	"slices"
	"time"

	"rapporteur"
)

// Told is a report with all that was read in it, as another record can take it in.
type Told struct {
	Arrived     time.Time          `json:"arrived"`
	Appearances []Appearance       `json:"appearances"`
	Reading     rapporteur.Reading `json:"reading"`
	// Sentences are the places of the report's sentences, Open the posts whose holders it
	// leaves to others to name, About the state of which it speaks most and Whole the ids
	// of the entries whose place is a whole state: what a reading does not say itself.
	Sentences [][2]int              `json:"sentences"`
	Open      []rapporteur.OpenPost `json:"open,omitempty"`
	About     string                `json:"about,omitempty"`
	Whole     []string              `json:"whole,omitempty"`
}

// Everything is a sink that takes in the whole of reports and what persons wrote, too:
// dossiers and corrections first, then reports in the order of arrival.
type Everything interface {
	Sink
	Dossier(Dossier) error
	Correction(Correction) error
	// Own is what the desk that looks has of its own, behind what is everybody's.
	Own(*Own) error
	Told(*Told) error
}

// extractPersons gives a sink what persons wrote, if it takes it.
func (l *Look) extractPersons(to Sink) error {
	e, ok := to.(Everything)
	if !ok {
		return nil
	}
	l, desk := l.shared()
	dossiers, err := l.Dossiers()
	if err != nil {
		return err
	}
	for _, d := range dossiers {
		if err := e.Dossier(d); err != nil {
			return err
		}
	}
	corrections, err := l.store.Corrections(0, 0)
	if err != nil {
		return err
	}
	for _, c := range corrections {
		if l.at.IsZero() || !c.At.After(l.at) {
			if err := e.Correction(c); err != nil {
				return err
			}
		}
	}
	if desk == "" {
		return nil
	}
	own, err := ownOf(l.store, desk, l.at)
	if err != nil {
		return err
	}
	return e.Own(own)
}

// extractTold reads the whole of some reports and gives away what writes them to a sink,
// if it takes them.
func (l *Look) extractTold(rows []ReportRow, to Sink, give func(composing) error) error {
	e, ok := to.(Everything)
	if !ok {
		return nil
	}
	l, desk := l.shared()
	for some := range slices.Chunk(rows, portion/10) {
		var numbers []int64
		for i := range some {
			numbers = append(numbers, some[i].Number)
		}
		if desk != "" { // as they are for everybody
			var err error
			if some, err = l.store.ReportRows(numbers...); err != nil {
				return err
			}
		}
		bodies, err := l.store.Bodies(numbers...)
		if err != nil {
			return err
		}
		members, err := l.membersOf(numbers)
		if err != nil {
			return err
		}
		err = give(func() (func() error, error) {
			wholes, err := allTold(some, bodies, members)
			return func() error { return writeTold(wholes, e) }, err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// writeTold gives a sink the whole of some reports.
func writeTold(wholes []*Told, to Everything) error {
	for _, whole := range wholes {
		if err := to.Told(whole); err != nil {
			return err
		}
	}
	return nil
}

// allTold puts together what was read in each of some reports, on all processors.
func allTold(rows []ReportRow, bodies map[int64]*Body, members map[int64][]MemberRow) ([]*Told, error) {
	out, failed := make([]*Told, len(rows)), make([]error, len(rows))
	onAllProcessors(len(rows), func(i int) {
		n := rows[i].Number
		out[i], failed[i] = toldOf(&rows[i], bodies[n], members[n])
	})
	return out, errors.Join(failed...)
}

// membersOf gives the members of some reports, by report.
func (l *Look) membersOf(reports []int64) (map[int64][]MemberRow, error) {
	heads, err := l.store.MembersOf(reports...)
	if err != nil {
		return nil, err
	}
	all, err := l.members(heads)
	out := make(map[int64][]MemberRow, len(reports))
	for _, m := range all {
		out[m.Report] = append(out[m.Report], m)
	}
	return out, err
}

// toldOf puts together what was read in a report.
func toldOf(row *ReportRow, body *Body, members []MemberRow) (*Told, error) {
	t := &Told{Arrived: row.Arrived, Appearances: row.Appearances, Reading: rapporteur.Reading{Schema: rapporteur.Schema, Report: row.Report, Notices: []rapporteur.Notice{}}}
	if body != nil {
		t.Reading.Report.Text, t.Reading.Report.Paragraphs = body.Text, body.Paragraphs
		t.Reading.Actors, t.Reading.Incumbents, t.Open = body.Actors, body.Incumbents, body.Open
		for i, s := range body.Sentences {
			if !isLong(body.Sentences, i) {
				t.Sentences = append(t.Sentences, s)
			}
		}
	}
	for _, m := range members {
		var held stored
		if err := ReadStored(m.Body, &held); err != nil {
			return nil, err
		}
		if words := held.Evidence(); m.Stale || len(words) > 0 && missedID(row.ID, m.Kind, words[0]) == m.ID {
			continue // it is read no more, or a person's correction makes it
		}
		if held.State {
			t.Whole = append(t.Whole, m.ID)
		}
		t.About = held.About
		t.add(held.Content)
	}
	return t, nil
}

func (t *Told) add(c Content) {
	r := &t.Reading
	switch {
	case c.Statement != nil:
		r.Statements = append(r.Statements, *c.Statement)
	case c.Meeting != nil:
		r.Meetings = append(r.Meetings, *c.Meeting)
	case c.Event != nil:
		r.Events = append(r.Events, *c.Event)
	case c.Position != nil:
		r.Positions = append(r.Positions, *c.Position)
	case c.Notice != nil:
		r.Notices = append(r.Notices, *c.Notice)
	}
}

// reading gives the reading as it was when it was added, of the report as it was found:
// what persons said of where and when it stood are corrections.
func (t *Told) reading() *rapporteur.Reading {
	r := t.Reading
	if len(t.Appearances) > 0 {
		t.Appearances[0].of(&r.Report)
	}
	r.Sentences, r.Open = t.Sentences, t.Open
	r.Actors = slices.Clone(r.Actors)
	for i := range r.Actors {
		if r.Actors[i].ID == t.About {
			r.Actors[i].Mentions = []rapporteur.Span{{}} // it is the one that is named most
		}
	}
	whole := func(id string, p *rapporteur.Place) {
		if p != nil {
			p.State = slices.Contains(t.Whole, id)
		}
	}
	for i := range r.Meetings {
		whole(r.Meetings[i].ID, r.Meetings[i].Place)
	}
	for i := range r.Events {
		whole(r.Events[i].ID, r.Events[i].Place)
	}
	return &r
}
