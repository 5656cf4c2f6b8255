package mcp

import (
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// Quote is exact words of a report, with where they stand in it.
type Quote struct {
	Text      string `json:"text,omitempty" jsonschema:"the exact words"`
	Report    string `json:"report" jsonschema:"the id of the report"`
	Start     int    `json:"start" jsonschema:"first code point in the report's text"`
	End       int    `json:"end" jsonschema:"code point behind the last"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published,omitempty" jsonschema:"day of the report"`
	Address   string `json:"address,omitempty" jsonschema:"where the report is found"`
}

// Attendee is somebody at a meeting, or missing from it.
type Attendee struct {
	Actor    string `json:"actor" jsonschema:"id"`
	Name     string `json:"name"`
	For      string `json:"for,omitempty" jsonschema:"the state or body acted for"`
	Role     string `json:"role,omitempty"`
	Presence string `json:"presence" jsonschema:"expected, present, excluded, declined, absent or walked-out"`
}

// Item is one entry of the record.
type Item struct {
	ID         string     `json:"id"`
	Kind       string     `json:"kind" jsonschema:"statement, meeting, event, position or notice"`
	Who        []string   `json:"who,omitempty" jsonschema:"who says, does or wants it, by name"`
	To         []string   `json:"to,omitempty" jsonschema:"to whom it is said or done"`
	Attendance []Attendee `json:"attendance,omitempty"`
	What       string     `json:"what,omitempty" jsonschema:"kind of meeting, act of statement, PLOVER type of event, the proposal of a position, the message of a notice"`
	Content    string     `json:"content,omitempty" jsonschema:"what is said, or what a meeting is about"`
	Status     string     `json:"status,omitempty" jsonschema:"of a meeting, or the modality of an event"`
	Stance     string     `json:"stance,omitempty" jsonschema:"towards the proposal"`
	Direction  string     `json:"direction,omitempty" jsonschema:"for or against what the issue names"`
	Issue      string     `json:"issue,omitempty"`
	Condition  string     `json:"condition,omitempty" jsonschema:"what a conditional stance depends on"`
	ClaimedBy  string     `json:"claimed_by,omitempty" jsonschema:"on whose word alone it rests"`
	Hedge      string     `json:"hedge,omitempty"`
	Date       string     `json:"date,omitempty" jsonschema:"EDTF"`
	Place      string     `json:"place,omitempty"`
	Confidence float64    `json:"confidence" jsonschema:"how likely it is right, 0 to 1"`
	Sources    int        `json:"sources" jsonschema:"independent ones"`
	Disputed   []string   `json:"disputed,omitempty" jsonschema:"fields on which reports disagree"`
	Quotes     []Quote    `json:"quotes" jsonschema:"the words that it stands on, of three reports at most; evidence gives all"`
}

// itemOf gives an entry in short.
func itemOf(e *record.Entry) Item {
	out := Item{ID: e.ID, Kind: string(e.Kind), Sources: e.Sources, Quotes: quotesOf(e, quotesMost)}
	for _, d := range e.Disputes {
		out.Disputed = append(out.Disputed, d.Field)
	}
	switch {
	case e.Statement != nil:
		out.statement(e, e.Statement)
	case e.Meeting != nil:
		out.meeting(e, e.Meeting)
	case e.Event != nil:
		out.event(e, e.Event)
	case e.Position != nil:
		out.position(e, e.Position)
	case e.Notice != nil:
		out.What, out.Content = e.Notice.Kind, e.Notice.Message
	}
	return out
}

func (out *Item) statement(e *record.Entry, s *rapporteur.Statement) {
	out.Who, out.To, out.What, out.Confidence = called(e, s.Speakers...), called(e, s.Addressees...), string(s.Act), s.Confidence
	out.Date, out.Place = string(s.Date), string(s.Place)
	for _, c := range s.Content {
		if out.Content != "" && c.Text != "" {
			out.Content += " […] "
		}
		out.Content += c.Text
	}
	out.Content = short(out.Content, wordsMost)
}

func (out *Item) meeting(e *record.Entry, m *rapporteur.Meeting) {
	out.What, out.Content, out.Status, out.Date, out.Confidence = m.Kind, string(m.About), string(m.Status), string(m.Date), m.Confidence
	out.Place, out.ClaimedBy = placeOf(m.Place), one(e, m.ClaimedBy)
	for _, a := range m.Attendance {
		out.Attendance = append(out.Attendance, Attendee{Actor: a.Actor, Name: e.Called(a.Actor), For: string(a.For), Role: string(a.Role), Presence: string(a.Presence)})
	}
}

func (out *Item) event(e *record.Entry, v *rapporteur.Event) {
	out.Who, out.To, out.What, out.Status = called(e, v.Actors...), called(e, v.Recipients...), v.Plover.Type, string(v.Modality)
	out.Date, out.Place, out.ClaimedBy, out.Hedge, out.Confidence = string(v.Date), placeOf(v.Place), one(e, v.ClaimedBy), string(v.Hedge), v.Confidence
}

func (out *Item) position(e *record.Entry, p *rapporteur.Position) {
	out.Who, out.What, out.Stance, out.Direction, out.Date, out.Confidence = called(e, p.Actor), p.Proposal, string(p.Stance), string(p.Direction), string(p.Date), p.Confidence
	out.ClaimedBy = one(e, p.ClaimedBy)
	if p.Issue != nil {
		out.Issue = p.Issue.ID
	}
	if p.Condition != nil {
		out.Condition = p.Condition.Text
	}
}

func called(e *record.Entry, ids ...string) (out []string) {
	for _, id := range ids {
		out = append(out, e.Called(id))
	}
	return out
}

func one(e *record.Entry, id rapporteur.Text) string {
	if id == "" {
		return ""
	}
	return e.Called(string(id))
}

func placeOf(p *rapporteur.Place) string {
	if p == nil {
		return ""
	}
	return p.Name
}

// quotesOf gives the words that an entry stands on, of so many reports: of a meeting
// also those that say who is missing.
func quotesOf(e *record.Entry, reports int) []Quote {
	out := []Quote{}
	for i := range e.Members[:min(len(e.Members), reports)] {
		m := &e.Members[i]
		spans := wordsOf(m)
		for _, s := range spans[:min(len(spans), spansMost)] {
			out = append(out, quoteOf(m, s))
		}
	}
	return out
}

// wordsOf are all the words that a report's entry stands on, each once.
func wordsOf(m *record.Member) []rapporteur.Span {
	spans := slices.Clone(m.Evidence())
	if m.Meeting != nil {
		for _, a := range m.Meeting.Attendance {
			if a.Presence.LeftOut() {
				spans = append(spans, a.Evidence...)
			}
		}
	}
	seen := map[[2]int]bool{}
	return slices.DeleteFunc(spans, func(s rapporteur.Span) bool {
		at := [2]int{s.Start, s.End}
		defer func() { seen[at] = true }()
		return seen[at]
	})
}

func quoteOf(m *record.Member, s rapporteur.Span) Quote {
	return Quote{Text: s.Text, Report: m.Report, Start: s.Start, End: s.End, Outlet: string(m.Outlet), Published: string(m.Published), Address: string(m.URL)}
}
