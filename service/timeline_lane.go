package service

import (
	"cmp"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// Lane is a party of a timeline.
type Lane struct {
	// Party is the id of a state or body, or of an actor who acts for none; empty for the
	// lane of all the others.
	Party string `json:"party"`
	Name  string `json:"name"`
	// Marks counts the marks in which it has part, LeftOut those from which it was left
	// out, or stayed away.
	Marks   int `json:"marks"`
	LeftOut int `json:"left_out"`
}

// LaneSeat is the part that a lane has in a mark.
type LaneSeat struct {
	Lane int  `json:"lane"`
	Part Part `json:"part"`
	// Presence is how it was at a meeting, empty for an event.
	Presence rapporteur.Presence `json:"presence,omitempty"`
}

// Part is what a party has to do with a mark.
type Part string

// What a party has to do with a mark: it is at a meeting, or is to be, or is left out of
// it; it does something, or something is done to it, or both.
const (
	AtIt      Part = "there"
	Awaited   Part = "expected"
	KeptOut   Part = "left-out"
	DoesIt    Part = "actor"
	Undergoes Part = "recipient"
	Mutual    Part = "both"
)

// OtherParties is the name of the lane of those who have none of their own.
const OtherParties = "others"

// partTaken is what a party has to do with a mark, by its place among the marks.
type partTaken struct {
	mark  int
	party string
	LaneSeat
}

// lanes collects who has part in what.
type lanes struct {
	seats map[string]*Lane
	taken []partTaken
	// told is where a mark stands, by what it says.
	told map[string]int
}

// seat notes the parties of an entry that is a mark.
func (l *lanes) seat(mark int, e *record.Entry) {
	if e.Meeting != nil {
		for i := range e.Meeting.Attendance {
			a := &e.Meeting.Attendance[i]
			part := AtIt
			if a.Presence.LeftOut() {
				part = KeptOut
			} else if a.Presence == rapporteur.Expected {
				part = Awaited
			}
			l.take(mark, e, sideOf(a), part, a.Presence)
		}
		return
	}
	for _, id := range e.Event.Actors {
		l.take(mark, e, partyOf(e, id), DoesIt, "")
	}
	for _, id := range e.Event.Recipients {
		l.take(mark, e, partyOf(e, id), Undergoes, "")
	}
}

// missing notes who was left out of a meeting by what an earlier plan of it said.
func (l *lanes) missing(mark int, plan *record.Entry) {
	for i := range plan.Meeting.Attendance {
		if a := &plan.Meeting.Attendance[i]; a.Presence.LeftOut() {
			l.take(mark, plan, sideOf(a), KeptOut, a.Presence)
		}
	}
}

// take notes one part. Of several at one meeting the one that the attendance table would
// show counts; who does something that is done to him too does both.
func (l *lanes) take(mark int, e *record.Entry, party string, part Part, p rapporteur.Presence) {
	name := e.Called(party)
	if !e.IsNamed(party) {
		party, name = "", OtherParties
	}
	lane := l.seats[party]
	if lane == nil {
		lane = &Lane{Party: party, Name: name}
		l.seats[party] = lane
	}
	if lane.Name == party {
		lane.Name = name
	}
	for i := range l.taken {
		t := &l.taken[i]
		if t.mark != mark || t.party != party {
			continue
		}
		switch {
		case t.Part == part:
		case p == "":
			t.Part = Mutual
		case slices.Index(rank, p) < slices.Index(rank, t.Presence):
			t.Part, t.Presence = part, p
		}
		return
	}
	l.taken = append(l.taken, partTaken{mark, party, LaneSeat{Part: part, Presence: p}})
}

// arrange gives the lanes, those with most marks first and behind them, where there are
// more than wanted, one of all the others; and gives the marks their seats.
func (l *lanes) arrange(marks []Mark, most int) []Lane {
	for i := range l.taken {
		lane := l.seats[l.taken[i].party]
		lane.Marks++
		if l.taken[i].Part == KeptOut {
			lane.LeftOut++
		}
	}
	out := []Lane{}
	for _, lane := range l.seats {
		if lane.Party != "" {
			out = append(out, *lane)
		}
	}
	slices.SortFunc(out, func(a, b Lane) int {
		return cmp.Or(cmp.Compare(b.Marks, a.Marks), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Party, b.Party))
	})
	if most > 0 && len(out) > most {
		out = out[:most]
	}
	at := map[string]int{}
	for i := range out {
		at[out[i].Party] = i
	}
	others := Lane{Name: OtherParties}
	for _, t := range l.taken {
		m := &marks[t.mark]
		seat := t.LaneSeat
		own := false
		if seat.Lane, own = at[t.party]; !own {
			seat.Lane = len(out)
			others.share(m, seat)
			continue
		}
		m.Seats = append(m.Seats, seat)
	}
	if others.Marks > 0 {
		out = append(out, others)
	}
	for i := range marks {
		if marks[i].Seats == nil {
			marks[i].Seats = []LaneSeat{}
		}
		slices.SortFunc(marks[i].Seats, func(a, b LaneSeat) int { return cmp.Compare(a.Lane, b.Lane) })
	}
	return out
}

// partyOf is the state or body that an actor of an event acts for, or the actor itself.
func partyOf(e *record.Entry, id string) string {
	a := e.Cast[id]
	switch {
	case a.Kind == rapporteur.Person && len(a.Roles) > 0 && a.Roles[0].For != "":
		return string(a.Roles[0].For)
	case a.Kind == rapporteur.Group && a.Known:
		return id // rebels are not the state that they rise against
	case a.Kind != rapporteur.Organisation && a.Kind != rapporteur.Collective && a.State != "":
		return string(a.State)
	}
	return id
}

// share gives a lane of several parties one seat in a mark: that of one who is left out
// before others.
func (l *Lane) share(m *Mark, seat LaneSeat) {
	at := slices.IndexFunc(m.Seats, func(s LaneSeat) bool { return s.Lane == seat.Lane })
	if at < 0 {
		l.Marks++
		m.Seats = append(m.Seats, seat)
		at = len(m.Seats) - 1
	} else if seat.Part != KeptOut || m.Seats[at].Part == KeptOut {
		return
	}
	if m.Seats[at] = seat; seat.Part == KeptOut {
		l.LeftOut++
	}
}
