package pages

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// meetingFields are the conditions of meetings, meetingWays the ways to see them.
var (
	meetingFields = []string{"q", "actor", "status", "since", "until", "type", "state", "place", "outlet", "disputed", "oldest"}
	meetingWays   = [][2]string{{"/meetings", "List"}, {"/meetings/timeline", "Timeline"}, {"/meetings/attendance", "Attendance"}}
)

// meetings are who met whom.
var meetings = listing{
	about: service.Meetings, title: "Meetings", path: "/meetings", fields: meetingFields, ways: meetingWays, noun: [2]string{"meeting", "meetings"},
	columns: []column{{"Day", "day"}, {"Who", "main"}, {"Left out", ""}, {"Where", ""}, {"How it stands", ""}, {"Sources", "day"}},
	none:    "No such meeting is on the record.",
	cells: func(e *record.Entry, q url.Values) []cell {
		m := e.Meeting
		var out cell
		for _, p := range presences {
			if who := people(e, attending(m, p), "", ""); p.LeftOut() && len(who) > 0 {
				out = append(append(out, part{Text: presenceNames[p], Look: string(p) + " presence"}), who...)
			}
		}
		here := people(e, slices.Concat(attending(m, rapporteur.Present), attending(m, rapporteur.Expected)), "", "not said")
		if m.About != "" {
			here = append(here, part{Text: "about " + string(m.About), Look: "quiet"})
		}
		stands := cell{{Text: strings.TrimSpace(m.Kind + " " + worded(string(m.Status))), To: addressOf("/meetings/"+e.ID, stickyOf(q).values()), Look: string(m.Status) + " status"}}
		if m.Outcome != "" {
			stands = append(stands, part{Text: string(m.Outcome), Look: "outcome"})
		}
		return []cell{met(m, e), here, out, words(placed(m.Place)), stands, sources(e)}
	},
}

// met is the day of a meeting, or that of the first report of it, which is another.
func met(m *rapporteur.Meeting, e *record.Entry) cell {
	if m.Date == "" {
		return cell{{Text: "reported", Look: "quiet"}, {Text: export.Day(e.First), Look: "quiet"}}
	}
	return when(m.Date, e)
}

// meetingPage is what the page of one meeting shows.
type meetingPage struct {
	What     string
	Facts    []fact
	Seats    []seatShown
	Told     table
	Disputes []disputeShown
	Entries  []string
	Legend   []presenceShown
}

// seatShown is a seat at a meeting, taken or not.
type seatShown struct {
	Presence presenceShown
	Who      cell
	For      string
	Role     string
	Claimed  string
	Quote    string
}

// meeting is the screen of one meeting, from the first word of it to what came of it.
func (s *recordPages) meeting(r *http.Request) (*view, error) {
	kept, id := stickyOf(r.URL.Query()), r.PathValue("id")
	g, err := service.GatheringOf(r.Context(), s.Record, id, kept.AsOf)
	if err != nil {
		return nil, absent(err, kept.AsOf)
	}
	e := g.Meeting
	body := meetingPage{What: export.Phrase(e), Facts: meetingFacts(g), Seats: seatsOf(e), Told: toldOf(g), Disputes: disputesOf(e), Entries: []string{e.ID}}
	for _, p := range g.Plans {
		body.Entries = append(body.Entries, p.ID)
		body.Disputes = append(body.Disputes, disputesOf(p)...)
	}
	return &view{Title: body.What, Place: "/meetings", Template: "meeting", Body: body, Data: addressOf("/entries/"+e.ID, asOf(kept))}, nil
}

// meetingFacts are the facts of a meeting without who came, which has a table.
func meetingFacts(g *service.Gathering) []fact {
	f := facts{e: g.Meeting}
	m := *g.Meeting.Meeting
	m.Attendance = nil
	f.meeting(&m)
	f.say("Probability", percent(m.Confidence))
	f.say("Sources", plural(g.Meeting.Sources, "independent source", "independent sources"))
	return f.list
}

// seatsOf shows who was at a meeting, and who was not.
func seatsOf(e *record.Entry) []seatShown {
	var out []seatShown
	last := ""
	for _, p := range presences {
		for i := range e.Meeting.Attendance {
			a := &e.Meeting.Attendance[i]
			if a.Presence != p {
				continue
			}
			one := seatShown{Presence: presenceOf(p), Who: people(e, []string{a.Actor}, "", ""), Role: string(a.Role), Quote: firstWords(a.Evidence)}
			if a.For != "" && string(a.For) != a.Actor {
				one.For = e.Called(string(a.For))
			}
			if a.Role == rapporteur.Participant {
				one.Role = ""
			}
			if a.ClaimedBy != "" {
				one.Claimed = e.Called(string(a.ClaimedBy))
			}
			if one.Quote == last {
				one.Quote = "" // it was shown just before
			} else {
				last = one.Quote
			}
			out = append(out, one)
		}
	}
	return out
}
