package mcp

import (
	"context"

	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// TableInput asks for a part of a table.
type TableInput struct {
	Filters
	Paging
}

// Stand is where a party stands on an issue.
type Stand struct {
	Party     string `json:"party" jsonschema:"id"`
	Name      string `json:"name"`
	Issue     string `json:"issue,omitempty" jsonschema:"id"`
	Entry     string `json:"entry" jsonschema:"the id of the position"`
	Stance    string `json:"stance" jsonschema:"towards the proposal: supports, opposes, conditional or undecided"`
	Proposal  string `json:"proposal"`
	Direction string `json:"direction,omitempty" jsonschema:"for or against what the issue names"`
	Condition string `json:"condition,omitempty"`
	ClaimedBy string `json:"claimed_by,omitempty" jsonschema:"who says so, where it is not the party"`
	Date      string `json:"date,omitempty"`
	Sources   int    `json:"sources"`
	Earlier   int    `json:"earlier" jsonschema:"how many other positions it has on the issue"`
	Moved     bool   `json:"moved,omitempty" jsonschema:"its stance or condition changed; who_moved tells how"`
}

// Matrix is a part of the table of parties by issues, cell by cell.
type Matrix struct {
	Stands []Stand `json:"stands"`
	Total  int     `json:"total"`
	Next   string  `json:"next,omitempty" jsonschema:"the cursor for what comes after these"`
}

// Turn is one side of a move.
type Turn struct {
	Entry      string  `json:"entry" jsonschema:"the id of the position"`
	Stance     string  `json:"stance"`
	Proposal   string  `json:"proposal"`
	Direction  string  `json:"direction,omitempty"`
	Condition  string  `json:"condition,omitempty"`
	Date       string  `json:"date,omitempty"`
	Confidence float64 `json:"confidence"`
	Sources    int     `json:"sources"`
	Quote      Quote   `json:"quote"`
}

// Move is a change of a party's stance, or of its condition.
type Move struct {
	Party string `json:"party" jsonschema:"id"`
	Name  string `json:"name"`
	Issue string `json:"issue,omitempty"`
	From  Turn   `json:"from"`
	To    Turn   `json:"to"`
}

// Moves is a part of the list of them.
type Moves struct {
	Moves []Move `json:"moves"`
	Total int    `json:"total"`
	Over  bool   `json:"over,omitempty" jsonschema:"there are more than total, which are not counted"`
	Next  string `json:"next,omitempty" jsonschema:"the cursor for what comes after these"`
}

// tables declares the tools that lay the record out.
func (s *server) tables(to *sdk.Server) {
	tool(s, to, "brief", "What is new", "A page of what is new: meetings, who moved, what each party wants, what was agreed, demanded, refused and done, what is to come and what is in dispute; each line with the ids of its entries and their words.", access.Ask, s.brief)
	tool(s, to, "who_moved", "Who moved", "Parties whose stance towards a proposal, or its condition, changed between two dates, with the words of both.", access.Ask, s.moved)
	tool(s, to, "positions", "Where parties stand", "The last word of each party on each issue: stance, proposal, condition.", access.Ask, s.positions)
}

func (s *server) positions(ctx context.Context, in TableInput) (Matrix, error) {
	part, err := in.part(in.AsOf, s.Now())
	if err != nil {
		return Matrix{}, err
	}
	q := in.question(service.Positions, s.Silent)
	part.ask(&q, in.Cursor == "")
	q.Limit, q.Offset = 0, 0
	m, err := service.Matrix(ctx, s.Record, q)
	if err != nil {
		return Matrix{}, err
	}
	out := Matrix{Stands: []Stand{}}
	for _, p := range m.Parties {
		for i, c := range p.Stands {
			if c == nil {
				continue
			}
			if out.Total++; out.Total <= part.offset || len(out.Stands) == part.limit {
				continue
			}
			out.Stands = append(out.Stands, Stand{Party: p.Party, Name: p.Name, Issue: m.Issues[i].ID, Entry: c.Entry, Stance: string(c.Stance), Proposal: c.Proposal,
				Direction: string(c.Direction), Condition: c.Condition, ClaimedBy: c.ClaimedBy, Date: string(c.Date), Sources: c.Sources, Earlier: c.Earlier, Moved: c.Moved != nil})
		}
	}
	out.Next = part.next(len(out.Stands), out.Total)
	return out, nil
}

func (s *server) moved(ctx context.Context, in TableInput) (Moves, error) {
	part, err := in.part(in.AsOf, s.Now())
	if err != nil {
		return Moves{}, err
	}
	q := in.question(service.Shifts, s.Silent)
	part.ask(&q, in.Cursor == "")
	a, err := service.Ask(ctx, s.Record, q)
	if err != nil {
		return Moves{}, err
	}
	out := Moves{Moves: []Move{}, Total: a.Total, Over: a.Over, Next: part.next(len(a.Shifts), a.Total)}
	for _, m := range a.Shifts {
		out.Moves = append(out.Moves, moveOf(&m))
	}
	return out, nil
}

func moveOf(m *record.Shift) Move {
	return Move{Party: m.Party, Name: m.Name, Issue: m.Issue.ID, From: turnOf(&m.From), To: turnOf(&m.To)}
}

func turnOf(t *record.Turn) Turn {
	out := Turn{Entry: t.Entry, Stance: string(t.Stance), Proposal: t.Proposal, Direction: string(t.Direction), Date: string(t.Date), Confidence: t.Confidence, Sources: t.Sources,
		Quote: Quote{Text: t.Quote.Text, Report: t.Quote.Report, Start: t.Quote.Start, End: t.Quote.End}}
	if t.Condition != nil {
		out.Condition = t.Condition.Text
	}
	if len(t.Outlets) > 0 {
		out.Quote.Outlet = t.Outlets[0]
	}
	return out
}
