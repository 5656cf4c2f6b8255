package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"rapporteur"
)

// contents gives all entries of a reading, with the report in their spans.
func contents(r *rapporteur.Reading) []Content {
	var out []Content
	id, cast := r.Report.ID, castOf(r)
	for _, s := range r.Statements {
		s.SpeakerMention, s.Cue = stampOne(s.SpeakerMention, id), stampOne(s.Cue, id)
		s.Content, s.Evidence = stamp(s.Content, id), stamp(s.Evidence, id)
		out = append(out, Content{Statement: &s})
	}
	for _, m := range r.Meetings {
		m.Evidence, m.Attendance, m.History = stamp(m.Evidence, id), slices.Clone(m.Attendance), slices.Clone(m.History)
		for i := range m.Attendance {
			m.Attendance[i].Evidence = stamp(m.Attendance[i].Evidence, id)
		}
		for i := range m.History {
			m.History[i].Evidence = stamp(m.History[i].Evidence, id)
		}
		out = append(out, Content{Meeting: &m})
	}
	for _, e := range r.Events {
		e.Evidence = stamp(e.Evidence, id)
		out = append(out, Content{Event: &e})
	}
	for _, p := range r.Positions {
		p.ClaimedBy = claimant(&p, r, cast)
		p.Evidence, p.Condition, p.RedLine = stamp(p.Evidence, id), stampOne(p.Condition, id), stampOne(p.RedLine, id)
		out = append(out, Content{Position: &p})
	}
	for _, n := range r.Notices {
		n.Evidence = stamp(n.Evidence, id)
		out = append(out, Content{Notice: &n})
	}
	return out
}

func stamp(spans []rapporteur.Span, report string) []rapporteur.Span {
	out := slices.Clone(spans)
	for i := range out {
		out[i].Report = report
	}
	return out
}

func stampOne(s *rapporteur.Span, report string) *rapporteur.Span {
	if s == nil {
		return nil
	}
	out := *s
	out.Report = report
	return &out
}

// kind gives the kind of a content and the id that its reading gave it. Notices
// have none of their own.
func (c Content) kind(report string) (Kind, string) {
	switch {
	case c.Statement != nil:
		return Statement, c.Statement.ID
	case c.Meeting != nil:
		return Meeting, c.Meeting.ID
	case c.Event != nil:
		return Event, c.Event.ID
	case c.Position != nil:
		return Position, c.Position.ID
	}
	h := sha256.New()
	fmt.Fprint(h, report, c.Notice.Kind, c.Notice.Message)
	for _, e := range c.Notice.Evidence {
		fmt.Fprint(h, " ", e.Start, "-", e.End)
	}
	return Notice, hex.EncodeToString(h.Sum(nil))[:16]
}

// actors gives the ids of the actors that a content uses, each once.
func (c Content) actors() []string {
	var out []string
	add := func(ids ...string) {
		for _, id := range ids {
			if id != "" && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	switch {
	case c.Statement != nil:
		add(c.Statement.Speakers...)
		add(string(c.Statement.For))
		add(c.Statement.Addressees...)
	case c.Meeting != nil:
		for _, a := range c.Meeting.Attendance {
			add(a.Actor, string(a.For), string(a.ClaimedBy))
		}
		add(string(c.Meeting.ClaimedBy))
	case c.Event != nil:
		add(c.Event.Actors...)
		add(c.Event.Recipients...)
		add(string(c.Event.ClaimedBy))
	case c.Position != nil:
		add(c.Position.Actor, string(c.Position.For), string(c.Position.ClaimedBy))
	}
	return out
}

// body is a content as it is stored, with the actors that it uses and what else is
// known of it.
func (c Content) body(actors map[string]rapporteur.Actor, out stored) (stored, []byte, error) {
	out.Content = c
	if place := c.place(); place != nil {
		out.State = place.Vague()
	}
	for _, id := range c.actors() {
		if a, ok := actors[id]; ok {
			out.Cast = append(out.Cast, a)
		}
	}
	data, err := json.Marshal(out)
	return out, data, err
}

// place is where it was, nil if unknown.
func (c Content) place() *rapporteur.Place {
	switch {
	case c.Meeting != nil:
		return c.Meeting.Place
	case c.Event != nil:
		return c.Event.Place
	}
	return nil
}

// castOf gives the actors of a reading by id, without their mentions.
func castOf(r *rapporteur.Reading) map[string]rapporteur.Actor {
	out := map[string]rapporteur.Actor{}
	for _, a := range r.Actors {
		a.Mentions = nil
		out[a.ID] = a
	}
	return out
}
