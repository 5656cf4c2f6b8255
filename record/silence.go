package record

import "rapporteur"

// Silence takes the words of reports out of an entry, for those who may not pass
// them on; where they stand remains.
func (e *Entry) Silence() {
	e.Content = e.silent()
	for i := range e.Members {
		e.Members[i].Silence()
	}
	for i := range e.Corrected {
		e.Corrected[i].Silence()
	}
	for i := range e.Disputes {
		for k := range e.Disputes[i].Versions {
			v := &e.Disputes[i].Versions[k]
			v.Evidence = mute(v.Evidence)
		}
	}
}

// Silence takes the words of reports out of what they say of an office.
func (h *Holder) Silence() {
	for i := range h.From {
		h.From[i].Evidence = mute(h.From[i].Evidence)
	}
}

// Silence takes the words of reports out of a correction.
func (c *Correction) Silence() {
	c.Words = mute(c.Words)
	if c.Action == Missed || quoted(c.Kind, c.Field) {
		c.Value = ""
	}
	c.With = append([]Setting{}, c.With...)
	for i := range c.With {
		c.With[i].Words = mute(c.With[i].Words)
		if quoted(c.Kind, c.With[i].Field) {
			c.With[i].Value = ""
		}
	}
}

// Silence takes the words of a report out: its text, titles and authors' names.
func (r *Report) Silence() {
	r.Text, r.Title, r.Byline, r.Paragraphs = "", "", "", nil
	r.Appearances = append([]Appearance{}, r.Appearances...)
	for i := range r.Appearances {
		r.Appearances[i].Title, r.Appearances[i].Byline = "", ""
	}
}

// SilenceReading takes the words of its report out of a reading.
func SilenceReading(r *rapporteur.Reading) {
	r.Report.Text, r.Report.Title, r.Report.Byline, r.Report.Paragraphs = "", "", "", []rapporteur.Paragraph{}
	for i := range r.Actors {
		r.Actors[i].Mentions = mute(r.Actors[i].Mentions)
	}
	for i := range r.Statements {
		r.Statements[i] = *Content{Statement: &r.Statements[i]}.silent().Statement
	}
	for i := range r.Meetings {
		r.Meetings[i] = *Content{Meeting: &r.Meetings[i]}.silent().Meeting
	}
	for i := range r.Events {
		r.Events[i] = *Content{Event: &r.Events[i]}.silent().Event
	}
	for i := range r.Positions {
		r.Positions[i] = *Content{Position: &r.Positions[i]}.silent().Position
	}
	for i := range r.Notices {
		r.Notices[i] = *Content{Notice: &r.Notices[i]}.silent().Notice
	}
}

// Silence takes the words of the report out of a member.
func (m *Member) Silence() { m.Content, m.Title = m.silent(), "" }

// Silence takes the words of reports out of both sides of a shift.
func (s *Shift) Silence() {
	if s.Issue.ID == "" {
		s.Issue.Label = "" // it is the proposal
	}
	for _, t := range []*Turn{&s.From, &s.To} {
		t.Quote.Text, t.Proposal, t.Title = "", "", ""
		t.Condition = muteOne(t.Condition)
	}
}

func mute(spans []rapporteur.Span) []rapporteur.Span {
	out := make([]rapporteur.Span, len(spans))
	for i, s := range spans {
		s.Text, s.Translation = "", ""
		out[i] = s
	}
	return out
}

func muteOne(s *rapporteur.Span) *rapporteur.Span {
	if s == nil {
		return nil
	}
	return &mute([]rapporteur.Span{*s})[0]
}

// muteTold keeps where the words stand that tell an entry.
func muteTold(t *rapporteur.Told) *rapporteur.Told {
	if t == nil {
		return nil
	}
	out := *t
	out.Trigger = *muteOne(&t.Trigger)
	out.Roles = append([]rapporteur.ToldRole{}, t.Roles...)
	for i := range out.Roles {
		out.Roles[i].Words = *muteOne(&t.Roles[i].Words)
	}
	return &out
}

// silent is a content without words of the report. What a reader made of them, such
// as a proposal or a subject, goes as well.
func (c Content) silent() Content {
	switch {
	case c.Statement != nil:
		s := *c.Statement
		s.SpeakerMention, s.Cue, s.Anonymity = muteOne(s.SpeakerMention), muteOne(s.Cue), muteOne(s.Anonymity)
		s.Content, s.Evidence, s.Told = mute(s.Content), mute(s.Evidence), muteTold(s.Told)
		c.Statement = &s
	case c.Meeting != nil:
		m := *c.Meeting
		m.Evidence, m.About, m.Outcome, m.Told = mute(m.Evidence), "", "", muteTold(m.Told)
		m.Attendance = append([]rapporteur.Attendance{}, m.Attendance...)
		for i := range m.Attendance {
			m.Attendance[i].Evidence = mute(m.Attendance[i].Evidence)
		}
		m.History = append([]rapporteur.StatusChange{}, m.History...)
		for i := range m.History {
			m.History[i].Evidence = mute(m.History[i].Evidence)
		}
		c.Meeting = &m
	case c.Event != nil:
		e := *c.Event
		e.Evidence, e.Hedge, e.Told = mute(e.Evidence), "", muteTold(e.Told)
		c.Event = &e
	case c.Position != nil:
		p := *c.Position
		p.Evidence, p.Condition, p.RedLine, p.Proposal = mute(p.Evidence), muteOne(p.Condition), muteOne(p.RedLine), ""
		p.Told = muteTold(p.Told)
		c.Position = &p
	case c.Notice != nil:
		n := *c.Notice
		n.Evidence, n.Message = mute(n.Evidence), ""
		c.Notice = &n
	}
	return c
}
