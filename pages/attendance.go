package pages

import (
	"net/http"
	"net/url"
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/service"
)

// mostMeetings is the number of entries of meetings in the table of attendance, mostParties
// that of its columns: more parties are named behind them.
const mostMeetings, mostParties = 36, 12

// attendancePage is what the table of attendance shows.
type attendancePage struct {
	conditioned
	Legend  []presenceShown
	Parties []partyShown
	Rows    []meetingRow
	Total   int
	// Over says that there are more.
	Over bool
	// Others says that there are more parties than columns.
	Others bool
}

// partyShown is the head of a column, and its foot.
type partyShown struct {
	Name, Address              string
	Present, Expected, LeftOut int
}

// meetingRow is a meeting with who was there.
type meetingRow struct {
	Entry  string
	Day    string
	What   string
	Status string
	Place  string
	Seats  []seatCell
	Others cell
}

// seatCell is what the reports say of a party at a meeting.
type seatCell struct {
	presenceShown
	Party string
	// More is said behind it: a role, other people of the party, on whose word.
	More string
}

// attendance is the screen of who was at which meeting: meetings by parties, the newest
// first.
func (s *recordPages) attendance(r *http.Request) (*view, error) {
	c, to, err := s.conditions(r, service.Meetings, "/meetings/attendance", meetingFields[:len(meetingFields)-1], meetingWays...)
	if to != nil || err != nil {
		return to, err
	}
	q := r.URL.Query()
	body := &attendancePage{conditioned: c, Legend: legend()}
	v := &view{Title: "Attendance", Place: "/meetings", Template: "attendance", Body: body, Data: addressOf("/attendance", asked(q))}
	asks, _ := question(service.Meetings, q)
	asks.Limit, asks.Offset = mostMeetings, 0
	t, err := service.Attendance(r.Context(), s.Record, asks)
	if body.refused(v, err) {
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	body.fill(t, q)
	return v, nil
}

// fill puts the table of the service into rows of meetings.
func (p *attendancePage) fill(t *service.AttendanceTable, q url.Values) {
	p.Total, p.Over, p.Others = t.Total, t.Over, len(t.Parties) > mostParties
	for i := range t.Parties[:min(len(t.Parties), mostParties)] {
		party := &t.Parties[i]
		p.Parties = append(p.Parties, partyShown{party.Name, partyAddress(q, party.Party), party.Present, party.Expected, party.LeftOut})
	}
	for i := len(t.Meetings) - 1; i >= 0; i-- {
		h := &t.Meetings[i]
		one := meetingRow{Entry: h.Entries[0], Day: export.Day(h.Date), What: strings.TrimSpace(h.Kind + " " + worded(string(h.Status))), Status: string(h.Status), Place: string(h.Place)}
		if one.Day == "" {
			one.Day = "day not known"
		}
		for k := range t.Parties {
			party := &t.Parties[k]
			seat := seatCell{presenceOf(party.Seats[i].Presence), party.Name, moreOf(&party.Seats[i])}
			switch {
			case k < mostParties:
				one.Seats = append(one.Seats, seat)
			case party.Seats[i].Presence != "":
				one.Others = append(one.Others, part{Text: party.Name + ": " + seat.Name, Look: "quiet"})
			}
		}
		p.Rows = append(p.Rows, one)
	}
}

// moreOf is what is told of a seat beside the presence.
func moreOf(s *service.Seat) string {
	var more []string
	if s.Role != "" && s.Role != rapporteur.Participant {
		more = append(more, string(s.Role))
	}
	for _, o := range s.Others {
		more = append(more, "others "+worded(string(o)))
	}
	if s.ClaimedBy != "" {
		more = append(more, "according to "+string(s.ClaimedBy))
	}
	return commas(more)
}

// partyAddress leads to the meetings of a party.
func partyAddress(q url.Values, id string) string {
	if id == "" {
		return ""
	}
	out := stickyOf(q).values()
	out.Set("actor", id)
	return addressOf("/meetings", out)
}
