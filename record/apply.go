package record

import (
	"slices"
	"strings"

	"rapporteur"
)

// apply gives a content as a person corrected it; the original stays as it is.
func (c *Correction) apply(in Content) Content {
	if c.Action == Missed {
		for _, s := range c.With {
			one := s.correction(c.Kind)
			in = one.apply(in)
		}
		return in
	}
	if c.Action != Set && c.Action != Include && c.Action != Drop {
		return in
	}
	if old, ok := strings.CutPrefix(c.Field, "actor:"); ok {
		return replaceActor(in, old, c.Value)
	}
	switch {
	case in.Meeting != nil:
		m := *in.Meeting
		m.Attendance = slices.Clone(m.Attendance)
		c.onMeeting(&m)
		in.Meeting = &m
	case in.Event != nil:
		e := *in.Event
		c.onEvent(&e)
		in.Event = &e
	case in.Statement != nil:
		s := *in.Statement
		c.onStatement(&s)
		in.Statement = &s
	case in.Position != nil:
		p := *in.Position
		c.onPosition(&p)
		in.Position = &p
	}
	return in
}

// value is what is set, empty for none.
func (c *Correction) value() string {
	if c.Value == none {
		return ""
	}
	return c.Value
}

func (c *Correction) onMeeting(m *rapporteur.Meeting) {
	field, who, _ := strings.Cut(c.Field, ":")
	switch field {
	case "date":
		m.Date = rapporteur.Date(c.value())
	case "place":
		m.Place = placeFrom(c.value())
	case "status":
		m.Status = rapporteur.Status(c.Value)
	case "type":
		m.Kind = c.Value
	case "about":
		m.About = rapporteur.Text(c.value())
	case "outcome":
		m.Outcome = rapporteur.Text(c.value())
	case "host":
		c.host(m)
	case "role":
		attendee(m, who).Role = rapporteur.Text(c.Value)
	case "presence":
		attendee(m, who).Presence = rapporteur.Presence(c.Value)
	case "participant":
		if c.Action == Drop {
			m.Attendance = slices.DeleteFunc(m.Attendance, func(a rapporteur.Attendance) bool { return a.Actor == c.Value })
		} else {
			attendee(m, c.Value)
		}
	}
}

// host makes one actor, or nobody, the host of a meeting.
func (c *Correction) host(m *rapporteur.Meeting) {
	for i := range m.Attendance {
		if a := &m.Attendance[i]; a.Role == rapporteur.Host {
			a.Role = rapporteur.Participant
		}
	}
	if id := c.value(); id != "" {
		attendee(m, id).Role = rapporteur.Host
	}
}

// attendee gives the seat of an actor at a meeting, which is added where there is none.
func attendee(m *rapporteur.Meeting, id string) *rapporteur.Attendance {
	for i := range m.Attendance {
		if m.Attendance[i].Actor == id {
			return &m.Attendance[i]
		}
	}
	presence := rapporteur.Expected
	if m.Status == rapporteur.Held || m.Status == rapporteur.UnderWayMeeting {
		presence = rapporteur.Present
	}
	m.Attendance = append(m.Attendance, rapporteur.Attendance{Actor: id, Role: rapporteur.Participant, Presence: presence, Evidence: slices.Clone(m.Evidence)})
	return &m.Attendance[len(m.Attendance)-1]
}

func (c *Correction) onEvent(e *rapporteur.Event) {
	switch c.Field {
	case "date":
		e.Date = rapporteur.Date(c.value())
	case "place":
		e.Place = placeFrom(c.value())
	case "modality":
		e.Modality = rapporteur.Modality(c.Value)
	case "type":
		e.Plover.Type = c.Value
	case "actor":
		e.Actors = c.among(e.Actors)
	case "recipient":
		e.Recipients = c.among(e.Recipients)
	}
}

func (c *Correction) onStatement(s *rapporteur.Statement) {
	switch c.Field {
	case "date":
		s.Date = rapporteur.Date(c.value())
	case "act":
		s.Act = rapporteur.Text(c.Value)
	case "mode":
		s.Mode = rapporteur.Mode(c.Value)
	case "medium":
		s.Medium = rapporteur.Text(c.value())
	case "place":
		s.Place = rapporteur.Text(c.value())
	case "speaker":
		s.Speakers = c.among(s.Speakers)
	case "addressee":
		s.Addressees = c.among(s.Addressees)
	case "wording":
		s.Content = slices.Clone(c.Words)
	}
}

func (c *Correction) onPosition(p *rapporteur.Position) {
	switch c.Field {
	case "date":
		p.Date = rapporteur.Date(c.value())
	case "stance":
		p.Turn(rapporteur.Stance(c.Value))
		if p.Stance != rapporteur.ConditionalStance {
			p.Condition = nil
		}
	case "issue":
		p.Issue, p.Direction = nil, "" // it was towards the other one
		if id := c.value(); id != "" {
			p.Issue = &rapporteur.Issue{ID: id, Label: id}
		}
	case "proposal", "wording":
		p.Proposal, p.Direction = c.Value, ""
	case "direction":
		p.Direction = rapporteur.Direction(c.value())
	case "condition":
		p.Condition = nil
		if len(c.Words) > 0 {
			p.Condition = &c.Words[0]
		}
	case "actor":
		p.Actor = c.Value
	}
}

// among gives a list of actors as a person wants it: with one more, with one less, or
// with one alone.
func (c *Correction) among(ids []string) []string {
	rest := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == c.Value })
	switch c.Action {
	case Drop:
		return rest
	case Include:
		if len(rest) < len(ids) {
			return ids
		}
		return append(rest, c.Value)
	}
	return []string{c.Value}
}

// placeFrom reads "Geneva, CHE"; the code may be left out.
func placeFrom(value string) *rapporteur.Place {
	if value == "" {
		return nil
	}
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
		p.Actor, p.For, p.ClaimedBy = string(text(rapporteur.Text(p.Actor))), text(p.For), text(p.ClaimedBy)
		in.Position = &p
	}
	return in
}
