package pages

import (
	"net/http"
	"net/url"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// positionFields are the conditions of positions, positionWays the ways to see them.
var (
	positionFields = []string{"q", "actor", "issue", "stance", "since", "until", "state", "outlet", "disputed", "oldest"}
	positionWays   = [][2]string{{"/positions", "Matrix"}, {"/positions/list", "List"}, {"/positions/shifts", "Who moved"}}
)

// positions are what parties want, one by one.
var positions = listing{
	about: service.Positions, title: "Positions", path: "/positions/list", place: "/positions", fields: positionFields, ways: positionWays, noun: [2]string{"position", "positions"},
	columns: []column{{"Day", "day"}, {"Who", ""}, {"Issue", ""}, {"Stands", ""}, {"What it wants", "main"}, {"Sources", "day"}},
	none:    "No such position is on the record.",
	cells: func(e *record.Entry, _ url.Values) []cell {
		p := e.Position
		issue := cell{{Text: "no issue", Look: "quiet"}}
		if p.Issue != nil {
			issue = words(p.Issue.Label)
		}
		return []cell{when(p.Date, e), people(e, []string{p.Actor}, string(p.For), ""), issue, stands(p.Direction, p.Stance), wants(e), sources(e)}
	},
}

// stands is where somebody stands: the direction towards what the issue names where it is
// known, and the stance towards the proposal.
func stands(d rapporteur.Direction, s rapporteur.Stance) cell {
	name, look := directionOf(d)
	return cell{{Text: name, Look: look + " direction"}, {Text: stanceVerbs[s], Look: "quiet"}}
}

// directionOf is a direction in words, with how it looks.
func directionOf(d rapporteur.Direction) (name, look string) {
	switch d {
	case rapporteur.InFavour:
		return "▲ for", "for"
	case rapporteur.Against:
		return "▼ against", "against"
	}
	return "○ not clear", "open"
}

// stanceVerbs are stances before a proposal.
var stanceVerbs = map[rapporteur.Stance]string{rapporteur.Supports: "supports", rapporteur.Opposes: "opposes",
	rapporteur.ConditionalStance: "supports on a condition", rapporteur.Undecided: "undecided on"}

// wants is what a position is about, in words.
func wants(e *record.Entry) cell {
	p := e.Position
	proposal := p.Proposal
	if proposal == "" {
		proposal = firstWords(p.Evidence)
	}
	out := cell{{Text: proposal, Entry: e.ID}}
	if p.Condition != nil {
		out = append(out, part{Text: p.Condition.Text, Look: "condition"})
	}
	if p.RedLine != nil {
		out = append(out, part{Text: "red line", Look: "doubt", Title: p.RedLine.Text})
	}
	if p.ClaimedBy != "" {
		out = append(out, part{Text: "according to " + e.Called(string(p.ClaimedBy)), Look: "doubt"})
	}
	return out
}

// shifts is the screen of who moved.
func (s *recordPages) shifts(r *http.Request) (*view, error) {
	const path = "/positions/shifts"
	c, to, err := s.conditions(r, service.Shifts, path, []string{"actor", "issue", "since", "until", "state"}, positionWays...)
	if to != nil || err != nil {
		return to, err
	}
	q := r.URL.Query()
	body := &listPage{conditioned: c, Noun: [2]string{"move", "moves"}, Table: table{Caption: "Who moved", None: "Nobody moved.",
		Columns: []column{{"Day", "day"}, {"Who", ""}, {"Issue", ""}, {"Wanted before", "long"}, {"Wants now", "long"}}}}
	v := &view{Title: "Positions", Place: "/positions", Template: "list", Body: body, Data: addressOf("/shifts", asked(q))}
	asks, page := question(service.Shifts, q)
	a, err := service.Ask(r.Context(), s.Record, asks)
	if body.refused(v, err) {
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	for i := range a.Shifts {
		body.Table.Rows = append(body.Table.Rows, shiftRow(&a.Shifts[i]))
	}
	body.Pager = pagerOf(path, q, page, len(a.Shifts), a.Total, a.Over)
	return v, nil
}

// shiftRow is a change of mind, with the words of both sides.
func shiftRow(s *record.Shift) row {
	return row{s.To.Entry, []cell{words(export.Day(s.To.Date)), {{Text: s.Name, To: lineAt(s.Party, s.Issue.ID), Look: "actor"}}, words(s.Issue.Label), turned(&s.From, true), turned(&s.To, false)}}
}

// turned is one side of a change of mind.
func turned(t *record.Turn, dated bool) cell {
	out := append(stands(t.Direction, t.Stance), part{Text: t.Proposal, Entry: t.Entry})
	if t.Condition != nil {
		out = append(out, part{Text: t.Condition.Text, Look: "condition"})
	}
	if t.Quote.Text != "" {
		out = append(out, part{Text: t.Quote.Text, Look: "said"})
	}
	from := commas(t.Outlets)
	if dated {
		from = commas(append([]string{export.Day(t.Date)}, t.Outlets...))
	}
	return append(out, part{Text: from, Look: "quiet"})
}
