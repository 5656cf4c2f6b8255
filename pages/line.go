package pages

import (
	"net/http"
	"slices"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// linePage is what a party wanted on an issue, in the order of time.
type linePage struct {
	Party, Issue string
	Steps        []stepShown
}

// stepShown is one position on a line.
type stepShown struct {
	Entry, Day      string
	Direction, Look string
	Stance          string
	Wants           cell
	Sources         cell
	Quotes          []quoteShown
	// Moved says what changed against an earlier position.
	Moved string
}

// quoteShown is words of a report.
type quoteShown struct{ Text, Translation, Outlet, Day string }

// mostQuotes is the number of quotes of a step.
const mostQuotes = 3

// line is the screen of the history of a cell of the matrix: its quotes and proposals.
func (s *recordPages) line(r *http.Request) (*view, error) {
	q := r.URL.Query()
	kept, party, issue := stickyOf(q), q.Get("party"), q.Get("issue")
	asks := service.Question{About: service.Positions, Actors: said(q, "party"), Issues: said(q, "issue"), Dossier: kept.Dossier, AsOf: kept.AsOf}
	lines, err := service.Lines(r.Context(), s.Record, asks)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(lines, func(l record.Line) bool { return l.Party == party && l.Issue.ID == issue })
	if at < 0 {
		return nil, notThere("that party said nothing on that issue")
	}
	l := &lines[at]
	body := linePage{Party: l.Name, Issue: l.Issue.Label}
	if body.Issue == "" {
		body.Issue = "what is no issue of its own"
	}
	for i := len(l.Positions) - 1; i >= 0; i-- {
		body.Steps = append(body.Steps, stepOf(&l.Positions[i], l.Shifts))
	}
	data := kept.values()
	data["actor"], data["issue"] = asks.Actors, asks.Issues
	return &view{Title: body.Party + " on " + body.Issue, Place: "/positions", Template: "line", Body: body, Data: addressOf("/lines", data)}, nil
}

// stepOf shows a position, and how the party moved to it.
func stepOf(e *record.Entry, shifts []record.Shift) stepShown {
	p := e.Position
	out := stepShown{Entry: e.ID, Stance: stanceVerbs[p.Stance], Wants: wants(e), Sources: sources(e), Day: export.Day(p.Date)}
	if out.Day == "" {
		out.Day = "reported " + export.Day(e.First)
	}
	out.Direction, out.Look = directionOf(p.Direction)
	for i := range shifts {
		if shifts[i].To.Entry == e.ID {
			out.Moved = export.ShiftPhrase(&shifts[i])
		}
	}
	for i := range e.Members {
		m := &e.Members[i]
		for _, span := range m.Evidence() {
			if len(out.Quotes) < mostQuotes && !slices.ContainsFunc(out.Quotes, func(q quoteShown) bool { return q.Text == span.Text }) {
				out.Quotes = append(out.Quotes, quoteShown{span.Text, span.Translation, string(m.Outlet), export.Day(m.Published)})
			}
		}
	}
	return out
}
