package export

import (
	"fmt"
	"strings"

	"rapporteur"
	"rapporteur/service"
)

// Positions makes a grid of parties by issues: where each stands towards what the issue
// names, its proposal and condition, the day of its last word, and with an arrow whether
// it has moved.
func Positions(m *service.PositionMatrix) *Grid {
	g := &Grid{Value: m, corner: "party", blank: "nothing on record"}
	for _, i := range m.Issues {
		g.heads = append(g.heads, []string{firstOf(i.Label, i.ID)})
		g.legend = append(g.legend, i.ID+"  "+i.Label)
	}
	for _, p := range m.Parties {
		row := gridRow{name: p.Name}
		for _, s := range p.Stands {
			row.cells = append(row.cells, stand(s))
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// longCell is the number of words of a proposal or a condition in a cell.
const longCell = 9

// stand says where a party stands, in a cell. A stance never stands without the proposal
// or the direction that it is about.
func stand(s *service.Stand) string {
	if s == nil {
		return ""
	}
	b := sideOf(s.Direction, s.Stance)
	if s.Moved != nil {
		if before := sideOf(s.Moved.From.Direction, s.Moved.From.Stance); before != b && (s.Moved.From.Direction == "") == (s.Direction == "") {
			b = before + " → " + b
		} else {
			b = "→ " + b
		}
	}
	switch {
	case s.Proposal != "":
		b += ": " + cut(s.Proposal, longCell)
	case s.Direction == "":
		b = "has a position" // its words are left out, and a stance means nothing without them
	}
	if s.Condition != "" {
		b += ", " + cut(conditioned(s.Condition), longCell)
	}
	if s.ClaimedBy != "" {
		b += ", says " + s.ClaimedBy
	}
	return b + day(s.Date)
}

func day(d rapporteur.Date) string {
	if d == "" {
		return ""
	}
	return fmt.Sprintf(" (%s)", Day(d))
}

// sideOf is where a party stands: for or against what the issue names, and where that is
// not known what it would do about its proposal.
func sideOf(d rapporteur.Direction, s rapporteur.Stance) string {
	switch {
	case s == rapporteur.Undecided:
		return "undecided"
	case s == rapporteur.ConditionalStance && d != "":
		return string(d) + ", on a condition"
	case s == rapporteur.ConditionalStance:
		return "conditional"
	case d != "":
		return string(d)
	case s == rapporteur.Opposes:
		return "does not want"
	}
	return "wants"
}

// Attendance makes a grid of parties by meetings, the oldest first. Who is not mentioned
// has an empty cell, which is not the same as being absent.
func Attendance(t *service.AttendanceTable) *Grid {
	g := &Grid{Value: t, corner: "party", blank: "not mentioned"}
	for i := range t.Meetings {
		m := &t.Meetings[i]
		g.heads = append(g.heads, headLines(m))
		g.legend = append(g.legend, legendOf(m))
	}
	g.heads = append(g.heads, []string{"total"})
	for _, p := range t.Parties {
		row := gridRow{name: p.Name}
		for _, s := range p.Seats {
			row.cells = append(row.cells, seat(&s))
		}
		g.rows = append(g.rows, gridRow{row.name, append(row.cells, total(&p))})
	}
	return g
}

// headLines are the day, place and status of a meeting, and its id.
func headLines(m *service.MeetingHead) []string {
	status := string(m.Status)
	if m.Kind != "" && m.Kind != "meeting" {
		status += " " + m.Kind
	}
	place := string(m.Place)
	if place == "" && m.Kind != "call" {
		place = "place unknown"
	}
	lines := []string{firstOf(Day(m.Date), "day unknown")}
	if place != "" {
		lines = append(lines, place)
	}
	return append(lines, status, m.Entries[0])
}

func legendOf(m *service.MeetingHead) string {
	b := strings.Join(m.Entries, " ")
	if m.About != "" {
		b += "  about " + string(m.About)
	}
	if m.Outcome != "" {
		b += "; " + string(m.Outcome)
	}
	if len(m.Outlets) > 0 {
		return b + "  [" + strings.Join(m.Outlets[:min(3, len(m.Outlets))], "; ") + "]"
	}
	return b + "  [" + counted(m.Sources, "report") + "]"
}

// seat says what the reports say of a party at a meeting.
func seat(s *service.Seat) string {
	if s.Presence == "" {
		return ""
	}
	b := string(s.Presence)
	if s.Role != "" && s.Role != rapporteur.Participant && !s.Presence.LeftOut() {
		b += ", " + string(s.Role)
	}
	for _, o := range s.Others {
		if o.LeftOut() || s.Presence.LeftOut() {
			b += "; also " + string(o)
		}
	}
	if s.ClaimedBy != "" {
		b += " (says " + string(s.ClaimedBy) + ")"
	}
	return b
}

// total counts a party's meetings: "left out of 4 of 9".
func total(p *service.PartySeats) string {
	var parts []string
	for _, c := range []struct {
		words string
		n     int
	}{{"at", p.Present}, {"expected at", p.Expected}, {"left out of", p.LeftOut}} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", c.words, c.n))
		}
	}
	if len(parts) > 0 {
		parts[len(parts)-1] += fmt.Sprintf(" of %d", len(p.Seats))
	}
	return strings.Join(parts, ", ")
}
