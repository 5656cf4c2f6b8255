package pages

import (
	"net/http"
	"net/url"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// mostColumns is the number of parties that have a column of the matrix, mostPositions
// that of the positions of which it is made, the newest: conditions reach the others.
const mostColumns, mostPositions = 8, 400

// matrixPage is what the matrix of positions shows: issues by parties, as there are more
// issues than parties and a cell has words.
type matrixPage struct {
	conditioned
	Parties []partyShown
	Rows    []issueRow
	// Total counts the positions of the record.
	Total int
	// Others are the parties without a column.
	Others []partyShown
}

// issueRow is an issue with where each party stands.
type issueRow struct {
	Label, Address string
	Stands         []*standShown
}

// standShown is where a party stands on an issue.
type standShown struct {
	Party, Entry, Line string
	Direction, Look    string
	Stance, Proposal   string
	Condition          string
	Date               string
	Claimed            string
	Earlier            int
	// Arrow says that the party moved, Moved how.
	Arrow, Moved string
}

// matrix is the screen of where parties stand.
func (s *recordPages) matrix(r *http.Request) (*view, error) {
	c, to, err := s.conditions(r, service.Positions, "/positions", positionFields[:8], positionWays...)
	if to != nil || err != nil {
		return to, err
	}
	q := r.URL.Query()
	body := &matrixPage{conditioned: c}
	v := &view{Title: "Positions", Place: "/positions", Template: "matrix", Body: body, Data: addressOf("/matrix", asked(q))}
	asks, _ := question(service.Positions, q)
	asks.Limit, asks.Offset = mostPositions, 0
	m, err := service.Matrix(r.Context(), s.Record, asks)
	if body.refused(v, err) {
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	body.fill(m, q)
	all, err := s.Record.Count(r.Context(), record.Filter{Kinds: []record.Kind{record.Position}}, record.Counted)
	body.Total = all.N
	return v, err
}

// fill puts the matrix of the service into rows of issues.
func (p *matrixPage) fill(m *service.PositionMatrix, q url.Values) {
	kept := stickyOf(q)
	for i := range m.Parties {
		party := &m.Parties[i]
		out := asked(q)
		out.Set("actor", party.Party)
		shown := partyShown{Name: party.Name, Address: addressOf("/positions", out)}
		if i < mostColumns {
			p.Parties = append(p.Parties, shown)
		} else {
			p.Others = append(p.Others, shown)
		}
	}
	for i, issue := range m.Issues {
		out := kept.values()
		out.Set("issue", issue.ID)
		one, any := issueRow{Label: issue.Label, Address: addressOf("/positions/list", out)}, false
		for k := range p.Parties {
			stand := standOf(&m.Parties[k], i, issue, kept)
			one.Stands, any = append(one.Stands, stand), any || stand != nil
		}
		if any {
			p.Rows = append(p.Rows, one)
		}
	}
}

// standOf shows where a party stands on the issue of a column, nil for nowhere.
func standOf(party *service.PartyStands, column int, issue rapporteur.Issue, kept sticky) *standShown {
	st := party.Stands[column]
	if st == nil {
		return nil
	}
	out := &standShown{Party: party.Name, Entry: st.Entry, Line: kept.on(lineAt(party.Party, issue.ID)), Stance: stanceVerbs[st.Stance], Proposal: st.Proposal,
		Condition: st.Condition, Date: export.Day(st.Date), Claimed: st.ClaimedBy, Earlier: st.Earlier}
	out.Direction, out.Look = directionOf(st.Direction)
	if st.Moved != nil {
		out.Arrow, out.Moved = arrowOf(st.Moved), movedBy(st.Moved)
	}
	return out
}

// arrowOf points to where a party moved: up for towards what the issue names.
func arrowOf(s *record.Shift) string {
	switch {
	case s.From.Direction == s.To.Direction:
		return "→"
	case s.To.Direction == rapporteur.InFavour || s.From.Direction == rapporteur.Against && s.To.Direction == "":
		return "↗"
	}
	return "↘"
}

// movedBy says how a party moved.
func movedBy(s *record.Shift) string {
	return export.Day(s.To.Date) + ": " + export.ShiftPhrase(s)
}

// lineAt is where what a party said on an issue is told in the order of time.
func lineAt(party, issue string) string {
	q := url.Values{"party": {party}}
	if issue != "" {
		q.Set("issue", issue)
	}
	return addressOf("/positions/line", q)
}
