package service

import (
	"cmp"
	"context"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// AttendanceTable is who was at which meeting, and who was not: parties by meetings.
type AttendanceTable struct {
	// Meetings are the heads of the columns, the oldest first.
	Meetings []MeetingHead `json:"meetings"`
	Parties  []PartySeats  `json:"parties"`
	// Entries counts the entries of the record that are in it, Total those that there are
	// without the question's limit.
	Entries int `json:"entries"`
	Total   int `json:"total"`
	// Over says that there are more than the total.
	Over bool `json:"over,omitempty"`
}

// Len is the number of entries that are in the table.
func (t *AttendanceTable) Len() int { return t.Entries }

// MeetingHead says of a meeting what a reader needs to tell it from the others.
type MeetingHead struct {
	// Entries are the ids of the entries of it, that of the meeting as it stands first
	// and then those of the plans that it came of.
	Entries []string          `json:"entries"`
	Kind    string            `json:"kind"`
	Date    rapporteur.Date   `json:"date"`
	Place   rapporteur.Text   `json:"place"`
	Status  rapporteur.Status `json:"status"`
	About   rapporteur.Text   `json:"about"`
	Outcome rapporteur.Text   `json:"outcome"`
	Sources int               `json:"sources"`
	Outlets []string          `json:"outlets"`
}

// PartySeats is a party with its seat at each of the meetings.
type PartySeats struct {
	// Party is the id of a state or body, or of an actor who acts for none.
	Party string `json:"party"`
	Name  string `json:"name"`
	// Seats has one seat a meeting, in their order.
	Seats []Seat `json:"seats"`
	// LeftOut counts the meetings from which the party was kept, stayed away or walked
	// out, Present and Expected those at which it was or is to be; of the rest nobody
	// says anything.
	LeftOut  int `json:"left_out"`
	Present  int `json:"present"`
	Expected int `json:"expected"`
}

// Seat is what the reports say of a party at a meeting. Without a presence it is not
// mentioned, which is not the same as being absent.
type Seat struct {
	Presence rapporteur.Presence `json:"presence"`
	Role     rapporteur.Text     `json:"role,omitempty"`
	// ClaimedBy is on whose word alone it rests.
	ClaimedBy rapporteur.Text `json:"claimed_by,omitempty"`
	// Others are further presences that are reported of people of the party.
	Others []rapporteur.Presence `json:"others,omitempty"`
}

// UnnamedParty is the name of the row of those who are at meetings without a name.
const UnnamedParty = "others, unnamed"

// Attendance answers a question about who was at which meeting, the oldest of the
// newest first. A plan and the meeting that it became are one.
func Attendance(ctx context.Context, r *record.Record, q Question) (*AttendanceTable, error) {
	q.About = Meetings
	a, err := Ask(ctx, r, q)
	if err != nil {
		return nil, err
	}
	t := attendanceOf(a.Entries)
	t.Total, t.Over = a.Total, a.Over
	return t, nil
}

// attendanceOf makes the table of some meetings.
func attendanceOf(meetings []record.Entry) *AttendanceTable {
	all := gatherings(meetings)
	t := &AttendanceTable{Meetings: []MeetingHead{}, Parties: []PartySeats{}, Entries: len(meetings), Total: len(meetings)}
	rows := map[string]*PartySeats{}
	for column := range all {
		g := &all[column]
		t.Meetings = append(t.Meetings, headOf(g))
		for _, e := range append([]*record.Entry{g.Meeting}, g.Plans...) {
			for i := range e.Meeting.Attendance {
				a := &e.Meeting.Attendance[i]
				seatOf(rows, e, sideOf(a), len(all)).Seats[column].add(e, a, e != g.Meeting)
			}
		}
	}
	for _, row := range rows {
		row.count()
		t.Parties = append(t.Parties, *row)
	}
	slices.SortFunc(t.Parties, func(a, b PartySeats) int {
		last := func(p PartySeats) int { return map[bool]int{true: 1}[p.Party == ""] }
		said := func(p PartySeats) int { return p.Present + p.Expected + p.LeftOut }
		return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(said(b), said(a)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Party, b.Party))
	})
	return t
}

func headOf(g *Gathering) MeetingHead {
	e := g.Meeting
	h := MeetingHead{Entries: g.ids(), Kind: e.Meeting.Kind, Date: e.Meeting.Date, Status: e.Meeting.Status, About: e.Meeting.About,
		Outcome: e.Meeting.Outcome, Sources: e.Sources, Outlets: e.Outlets}
	place := e.Meeting.Place
	for _, p := range g.Plans {
		if place == nil {
			place = p.Meeting.Place
		}
		h.Date = rapporteur.Date(cmp.Or(string(h.Date), string(p.Meeting.Date)))
		h.About = rapporteur.Text(cmp.Or(string(h.About), string(p.Meeting.About)))
	}
	if place != nil {
		h.Place = rapporteur.Text(place.Name)
	}
	return h
}

// seatOf gives the row of a party, made where there is none. Those without a name share
// one.
func seatOf(rows map[string]*PartySeats, e *record.Entry, side string, columns int) *PartySeats {
	name := e.Called(side)
	if !e.IsNamed(side) {
		side, name = "", UnnamedParty
	}
	row := rows[side]
	if row == nil {
		row = &PartySeats{Party: side, Name: name, Seats: make([]Seat, columns)}
		rows[side] = row
	}
	if row.Name == side {
		row.Name = name // another entry may know what it is called
	}
	return row
}

// rank is the order in which what is reported of several people of a party counts: who
// came before who was to come, and any that is told before what a plan said.
var rank = []rapporteur.Presence{rapporteur.Present, rapporteur.WalkedOut, rapporteur.Excluded, rapporteur.Declined, rapporteur.Absent, rapporteur.Expected}

// add adds what an entry says of somebody of a party. What a plan expected counts only
// where the meeting's own entry says nothing.
func (s *Seat) add(e *record.Entry, a *rapporteur.Attendance, plan bool) {
	if plan && s.Presence != "" && !a.Presence.LeftOut() {
		return
	}
	if s.Presence == a.Presence {
		if a.ClaimedBy == "" {
			s.ClaimedBy = ""
		}
	} else if s.Presence == "" || slices.Index(rank, a.Presence) < slices.Index(rank, s.Presence) {
		s.also(s.Presence)
		s.Presence, s.ClaimedBy = a.Presence, ""
		if a.ClaimedBy != "" {
			s.ClaimedBy = rapporteur.Text(e.Called(string(a.ClaimedBy)))
		}
	} else {
		s.also(a.Presence)
	}
	if s.Role == "" || s.Role == rapporteur.Participant && a.Role != "" {
		s.Role = a.Role
	}
}

func (s *Seat) also(p rapporteur.Presence) {
	if p != "" && !slices.Contains(s.Others, p) {
		s.Others = append(s.Others, p)
	}
}

func (p *PartySeats) count() {
	for _, s := range p.Seats {
		switch {
		case s.Presence == "":
		case s.Presence.LeftOut():
			p.LeftOut++
		case s.Presence == rapporteur.Present:
			p.Present++
		default:
			p.Expected++
		}
	}
}
