package service

import (
	"cmp"
	"context"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// PositionMatrix is where parties stand: parties by issues.
type PositionMatrix struct {
	Issues  []rapporteur.Issue `json:"issues"`
	Parties []PartyStands      `json:"parties"`
}

// PartyStands is a party with where it stands on each of the issues.
type PartyStands struct {
	Party string `json:"party"`
	Name  string `json:"name"`
	// Stands has one a column, nil where nothing is on the record.
	Stands []*Stand `json:"stands"`
}

// Stand is a party's last word on an issue.
type Stand struct {
	// Entry is the id of the position on the record.
	Entry string `json:"entry"`
	// Direction is towards what the issue names, empty where it is not known; the stance
	// is towards the proposal.
	Direction rapporteur.Direction `json:"direction"`
	Stance    rapporteur.Stance    `json:"stance"`
	Proposal  string               `json:"proposal"`
	// Condition is what a conditional stance depends on.
	Condition string          `json:"condition,omitempty"`
	Date      rapporteur.Date `json:"date"`
	Sources   int             `json:"sources"`
	// ClaimedBy is who says so, where it is not the party itself.
	ClaimedBy string `json:"claimed_by,omitempty"`
	// Moved is the last change on this issue, if there was one; it is the one that
	// Shifts gives.
	Moved *record.Shift `json:"moved,omitempty"`
	// Earlier counts the other positions of the party on the issue.
	Earlier int `json:"earlier"`
}

// Matrix answers where parties stand on issues. What opinion pieces alone say is not in
// it, nor are parties without a name.
func Matrix(ctx context.Context, r *record.Record, q Question) (*PositionMatrix, error) {
	lines, err := Lines(ctx, r, q)
	if err != nil {
		return nil, err
	}
	return matrixOf(lines), nil
}

// matrixOf makes the table of some lines.
func matrixOf(lines []record.Line) *PositionMatrix {
	m := &PositionMatrix{Issues: []rapporteur.Issue{}, Parties: []PartyStands{}}
	type cell struct {
		line  *record.Line
		stand *Stand
	}
	var cells []cell
	said := map[string]int{}
	for i := range lines {
		l := &lines[i]
		stand := standOf(l)
		if stand == nil {
			continue
		}
		cells = append(cells, cell{l, stand})
		said[l.Party]++
		said["issue "+l.Issue.ID]++
		if !slices.ContainsFunc(m.Issues, func(have rapporteur.Issue) bool { return have.ID == l.Issue.ID }) {
			m.Issues = append(m.Issues, l.Issue)
		}
	}
	slices.SortFunc(m.Issues, func(a, b rapporteur.Issue) int {
		return cmp.Or(cmp.Compare(said["issue "+b.ID], said["issue "+a.ID]), cmp.Compare(a.ID, b.ID))
	})
	rows := map[string]int{}
	for _, c := range cells {
		at, ok := rows[c.line.Party]
		if !ok {
			at = len(m.Parties)
			rows[c.line.Party] = at
			m.Parties = append(m.Parties, PartyStands{c.line.Party, c.line.Name, make([]*Stand, len(m.Issues))})
		}
		column := slices.IndexFunc(m.Issues, func(have rapporteur.Issue) bool { return have.ID == c.line.Issue.ID })
		m.Parties[at].Stands[column] = c.stand
	}
	slices.SortFunc(m.Parties, func(a, b PartyStands) int {
		return cmp.Or(cmp.Compare(said[b.Party], said[a.Party]), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Party, b.Party))
	})
	return m
}

// standOf is the last word of a line, nil where nobody is named or nothing but opinion
// pieces speak. Of several words of one day a party's own goes before what others say,
// and the surest first.
func standOf(l *record.Line) *Stand {
	var last *record.Entry
	n := 0
	for i := range l.Positions {
		e := &l.Positions[i]
		if e.OpinionOnly() || !e.IsNamed(l.Party) || !l.IsParty() {
			continue
		}
		n++
		if last == nil || newer(e, last) > 0 {
			last = e
		}
	}
	if last == nil {
		return nil
	}
	p := last.Position
	s := &Stand{Entry: last.ID, Direction: p.Direction, Stance: p.Stance, Proposal: p.Proposal, Date: on(last), Sources: last.Sources, Earlier: n - 1}
	if p.Condition != nil {
		s.Condition = p.Condition.Text
	}
	if p.ClaimedBy != "" {
		s.ClaimedBy = last.Called(string(p.ClaimedBy))
	}
	for i := range l.Shifts {
		if move := &l.Shifts[i]; s.Moved == nil || move.To.Date > s.Moved.To.Date {
			s.Moved = move
		}
	}
	return s
}

func newer(a, b *record.Entry) int {
	own := func(e *record.Entry) int { return map[bool]int{true: 1}[e.Position.ClaimedBy == ""] }
	return cmp.Or(cmp.Compare(on(a), on(b)), cmp.Compare(own(a), own(b)), cmp.Compare(a.Position.Confidence, b.Position.Confidence), cmp.Compare(a.ID, b.ID))
}

// on is the day of a position, or that of its first report.
func on(e *record.Entry) rapporteur.Date {
	if e.Position.Date != "" {
		return e.Position.Date
	}
	return e.First
}
