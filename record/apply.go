package record

import (
	"slices"
	"strings"

	"rapporteur"
)

// apply gives a content as a person corrected it; the original stays as it is.
func (c *Correction) apply(in Content) Content {
	if c.Action != Set {
		return in
	}
	if old, ok := strings.CutPrefix(c.Field, "actor:"); ok {
		return replaceActor(in, old, c.Value)
	}
	switch {
	case in.Meeting != nil:
		m := *in.Meeting
		setMeeting(&m, c.Field, c.Value)
		in.Meeting = &m
	case in.Event != nil:
		e := *in.Event
		setEvent(&e, c.Field, c.Value)
		in.Event = &e
	case in.Statement != nil:
		s := *in.Statement
		setStatement(&s, c.Field, c.Value)
		in.Statement = &s
	case in.Position != nil:
		p := *in.Position
		setPosition(&p, c.Field, c.Value)
		in.Position = &p
	}
	return in
}

// Fields are the fields of a kind of entry that a person can set, besides
// actor:ID.
func Fields(k Kind) []string {
	switch k {
	case Meeting:
		return []string{"date", "place", "status", "type"}
	case Event:
		return []string{"date", "place", "modality", "type"}
	case Statement:
		return []string{"date", "act"}
	case Position:
		return []string{"date", "stance", "issue", "proposal"}
	}
	return nil
}

// values are the values that a field may have, none where it may have any.
func values(k Kind, field string) []string {
	switch {
	case k == Meeting && field == "status":
		return texts(rapporteur.Proposed, rapporteur.PlannedMeeting, rapporteur.UnderWayMeeting, rapporteur.Held,
			rapporteur.Postponed, rapporteur.Cancelled, rapporteur.RefusedMeeting)
	case k == Event && field == "modality":
		return texts(rapporteur.Happened, rapporteur.UnderWay, rapporteur.Planned, rapporteur.Threatened,
			rapporteur.Conditional, rapporteur.Denied, rapporteur.Refused)
	case k == Position && field == "stance":
		return texts(rapporteur.Supports, rapporteur.Opposes, rapporteur.ConditionalStance, rapporteur.Undecided)
	}
	return nil
}

func texts[T ~string](values ...T) []string {
	var out []string
	for _, v := range values {
		out = append(out, string(v))
	}
	return out
}

func setMeeting(m *rapporteur.Meeting, field, value string) {
	switch field {
	case "date":
		m.Date = rapporteur.Date(value)
	case "place":
		m.Place = placeFrom(value)
	case "status":
		m.Status = rapporteur.Status(value)
	case "type":
		m.Kind = value
	}
}

func setEvent(e *rapporteur.Event, field, value string) {
	switch field {
	case "date":
		e.Date = rapporteur.Date(value)
	case "place":
		e.Place = placeFrom(value)
	case "modality":
		e.Modality = rapporteur.Modality(value)
	case "type":
		e.Plover.Type = value
	}
}

func setStatement(s *rapporteur.Statement, field, value string) {
	switch field {
	case "date":
		s.Date = rapporteur.Date(value)
	case "act":
		s.Act = rapporteur.Text(value)
	}
}

func setPosition(p *rapporteur.Position, field, value string) {
	switch field {
	case "date":
		p.Date = rapporteur.Date(value)
	case "stance":
		p.Stance = rapporteur.Stance(value)
		if p.Stance != rapporteur.ConditionalStance {
			p.Condition = nil
		}
	case "issue":
		p.Issue = &rapporteur.Issue{ID: value, Label: value}
	case "proposal":
		p.Proposal = value
	}
}

// placeFrom reads "Geneva, CHE"; the code may be left out.
func placeFrom(value string) *rapporteur.Place {
	name, country, _ := strings.Cut(value, ",")
	return &rapporteur.Place{Name: strings.TrimSpace(name), Country: rapporteur.Text(strings.TrimSpace(country))}
}

// replaceActor puts one actor in the place of another wherever it stands.
func replaceActor(in Content, old, id string) Content {
	swap := func(ids []string) []string {
		out := slices.Clone(ids)
		for i := range out {
			if out[i] == old {
				out[i] = id
			}
		}
		return out
	}
	text := func(t rapporteur.Text) rapporteur.Text {
		if string(t) == old {
			return rapporteur.Text(id)
		}
		return t
	}
	switch {
	case in.Meeting != nil:
		m := *in.Meeting
		m.Attendance = slices.Clone(m.Attendance)
		for i := range m.Attendance {
			a := &m.Attendance[i]
			a.Actor, a.For, a.ClaimedBy = string(text(rapporteur.Text(a.Actor))), text(a.For), text(a.ClaimedBy)
		}
		m.ClaimedBy = text(m.ClaimedBy)
		in.Meeting = &m
	case in.Event != nil:
		e := *in.Event
		e.Actors, e.Recipients, e.ClaimedBy = swap(e.Actors), swap(e.Recipients), text(e.ClaimedBy)
		in.Event = &e
	case in.Statement != nil:
		s := *in.Statement
		s.Speakers, s.Addressees, s.For = swap(s.Speakers), swap(s.Addressees), text(s.For)
		in.Statement = &s
	case in.Position != nil:
		p := *in.Position
		p.Actor, p.For = string(text(rapporteur.Text(p.Actor))), text(p.For)
		in.Position = &p
	}
	return in
}
