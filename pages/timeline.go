package pages

import (
	"net/http"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// The sizes of the drawing, in pixels: the names of lanes, the least and the most between
// two meetings, the height of a lane, the space for the days above, and below.
const (
	laneNames, closest, farthest = 150, 30, 90
	laneHeight, above, below     = 30, 120, 24
	pixelsADay, nowWords         = 6, 290
)

// mostLanes is the number of parties with a lane, mostDrawn that of meetings.
const mostLanes, mostDrawn = 12, 60

// timelinePage is what the timeline of meetings shows.
type timelinePage struct {
	conditioned
	Legend []presenceShown
	drawing
	// Undated counts the meetings without a day, which are not drawn, Total all.
	Undated, Total int
	// Over says that there are more than Total.
	Over bool
}

// drawing is meetings from left to right in the order of time, parties as lanes.
type drawing struct {
	Width, Height int
	Lanes         []lane
	Stops         []stop
	Months        []month
	// Now is where the last report lies, 0 if everything is past.
	Now    int
	Latest string
	// Bottom is where the lanes end, Below where the months are written.
	Bottom, Below int
	// Names is where lanes begin, behind the names of parties.
	Names int
	// Deeds are events between the meetings; days are where those stand.
	Deeds []deedDrawn
	days  []dayAt
}

// lane is the line of a party; Middle is where it runs.
type lane struct {
	Name   string
	Middle int
	Base   int
}

// stop is a meeting on the lanes of those who were there, or were not.
type stop struct {
	X             int
	Address, What string
	Label, Status string
	From, To      int
	Seats         []seatDrawn
}

// seatDrawn is a sign on a lane.
type seatDrawn struct {
	Look string
	X, Y int
}

// month is where one begins.
type month struct {
	X    int
	Name string
}

// timeline is the screen of meetings in time, past and planned, with lanes for the
// parties.
func (s *recordPages) timeline(r *http.Request) (*view, error) {
	c, to, err := s.conditions(r, service.Meetings, "/meetings/timeline", meetingFields[:len(meetingFields)-1], meetingWays...)
	if to != nil || err != nil {
		return to, err
	}
	q := r.URL.Query()
	body := &timelinePage{conditioned: c, Legend: legend()}
	body.Legend = body.Legend[:len(body.Legend)-1]
	v := &view{Title: "Timeline of meetings", Place: "/meetings", Template: "timeline", Body: body, Data: addressOf("/timeline", asked(q))}
	asks, _ := question(service.Meetings, q)
	asks.Limit, asks.Offset = mostDrawn, 0
	t, err := service.Attendance(r.Context(), s.Record, asks)
	if body.refused(v, err) {
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	last, err := s.Record.LastDay(r.Context(), "")
	if err != nil {
		return nil, err
	}
	body.Total, body.Over = t.Total, t.Over
	body.drawing, body.Undated = drawn(t, last, stickyOf(q))
	return v, s.events(r, t.Parties[:len(body.Lanes)], &body.drawing)
}

// drawn draws the meetings of a table that have a day. Between two of them lies as much
// as there were days, within bounds, so that a busy week can be told apart and a quiet
// month does not push it off the page.
func drawn(t *service.AttendanceTable, last rapporteur.Date, kept sticky) (d drawing, undated int) {
	parties := t.Parties[:min(len(t.Parties), mostLanes)]
	for i := range parties {
		y := above + laneHeight*i + laneHeight/2
		d.Lanes = append(d.Lanes, lane{parties[i].Name, y, y + 5})
	}
	d.Names = laneNames - closest/2
	d.Bottom = above + laneHeight*len(parties)
	today, _, _ := record.DaysOf(last)
	x, before, held := laneNames, 0, true
	for i := range t.Meetings {
		h := &t.Meetings[i]
		day, _, ok := record.DaysOf(h.Date)
		if !ok {
			undated++
			continue
		}
		step := closest
		if before != 0 {
			step = min(max(closest, pixelsADay*(day-before)), farthest)
		}
		x += step
		if held && day > today {
			held = false
			if before != 0 {
				x += closest
				d.Now, d.Latest = x-closest, export.Day(last)
			}
		}
		d.month(x, before, day)
		d.days = append(d.days, dayAt{day, x})
		d.Stops = append(d.Stops, d.stop(x, h, parties, i, kept))
		before = day
	}
	d.Width, d.Height = max(x+above, d.Now+nowWords), d.Bottom+below
	d.Below = d.Height - below/3
	return d, undated
}

// month marks where a month begins between two meetings.
func (d *drawing) month(x, before, day int) {
	to := time.Unix(int64(day)*24*60*60, 0).UTC()
	from := time.Unix(int64(before)*24*60*60, 0).UTC()
	if before == 0 || from.Year() != to.Year() || from.Month() != to.Month() {
		d.Months = append(d.Months, month{x - closest/2, to.Format("Jan 2006")})
	}
}

// stop draws a meeting on the lanes of its parties.
func (d *drawing) stop(x int, h *service.MeetingHead, parties []service.PartySeats, column int, kept sticky) stop {
	out := stop{X: x, Address: kept.on("/meetings/" + h.Entries[0]), Status: string(h.Status), Label: withoutYear(h.Date)}
	if h.Place != "" {
		out.Label += ", " + string(h.Place)
	}
	// The name begins with what is seen, so that who speaks to the page can say it (WCAG
	// 2.5.3).
	out.What = out.Label + ": " + h.Kind + " " + worded(string(h.Status)) + ", " + export.Day(h.Date)
	for i := range parties {
		seat := &parties[i].Seats[column]
		if seat.Presence == "" {
			continue
		}
		y := d.Lanes[i].Middle
		if len(out.Seats) == 0 {
			out.From = y
		}
		out.To = y
		out.Seats = append(out.Seats, seatDrawn{string(seat.Presence), x - 8, y - 8})
		out.What += "; " + parties[i].Name + " " + worded(string(seat.Presence))
	}
	return out
}

// withoutYear is a day without its year, which stands below with the month.
func withoutYear(d rapporteur.Date) string {
	day := export.Day(d)
	if at := strings.LastIndex(day, " "); at > 0 && len(d) >= len(time.DateOnly) {
		return day[:at]
	}
	return day
}
