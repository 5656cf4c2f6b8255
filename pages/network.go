package pages

import (
	"math"
	"net/http"
	"strconv"

	"rapporteur/service"
)

// mostNodes is the number of parties that are drawn.
const mostNodes = 18

// The drawing: its size, and the circle on which parties stand.
const (
	networkWidth  = 760
	networkHeight = 560
	networkRound  = 200
)

// networkPage is what the page of the network shows: a drawing, and the same as a table.
type networkPage struct {
	conditioned
	Width, Height int
	Nodes         []nodeDrawn
	Lines         []lineDrawn
	Table         table
	Left          int
}

// nodeDrawn is a party on the circle; Anchor is where its name begins.
type nodeDrawn struct {
	X, Y, R, TextX, TextY int
	Name, Address, Anchor string
	Title                 string
}

// lineDrawn is a tie: a chord for meetings, a curve for who names whom.
type lineDrawn struct {
	Path, Look, Title string
	Width             string
}

// network is the screen of who meets whom and who names whom.
func (s composer) network(r *http.Request) (*view, error) {
	const path = "/network"
	form, to, err := s.conditions(r, service.Everything, path, []string{"since", "until", "actor", "place"})
	if to != nil || err != nil {
		return to, err
	}
	q := r.URL.Query()
	body := &networkPage{conditioned: form, Width: networkWidth, Height: networkHeight}
	v := &view{Title: "Network", Place: path, Template: "network", Body: body, Data: addressOf(path, asked(q))}
	asks, _ := question(service.Everything, q)
	n, err := service.NetworkOf(r.Context(), s.Record, asks, mostNodes)
	if body.refused(v, err) {
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	body.draw(n)
	return v, nil
}

// draw puts the parties on a circle, in their order, and ties between them.
func (p *networkPage) draw(n *service.Network) {
	p.Left = n.Total - len(n.Nodes)
	at := map[string]int{}
	for i := range n.Nodes {
		one := &n.Nodes[i]
		angle := 2*math.Pi*float64(i)/float64(len(n.Nodes)) - math.Pi/2
		x, y := math.Cos(angle), math.Sin(angle)
		point := func(by float64) (int, int) {
			return networkWidth/2 + int(math.Round(by*x)), networkHeight/2 + int(math.Round(by*y))
		}
		d := nodeDrawn{R: 4 + min(10, int(math.Sqrt(float64(one.Ties)))), Name: one.Name, Address: actorAt(one.ID), Anchor: "start", Title: one.Name + ": " + plural(one.Ties, "tie", "ties")}
		d.X, d.Y = point(networkRound)
		d.TextX, d.TextY = point(networkRound + 20)
		switch {
		case math.Abs(x) < 0.2:
			d.Anchor = "middle"
		case x < 0:
			d.Anchor = "end"
		}
		d.TextY += 4
		at[one.ID] = len(p.Nodes)
		p.Nodes = append(p.Nodes, d)
	}
	p.Table = table{Caption: "Ties, the strongest first", None: "Nobody meets or names anybody on the record.", Columns: []column{{"Who", ""}, {"Whom", "main"}, {"Met", "count"}, {"Named", "count"}}}
	for i := range n.Ties {
		t := &n.Ties[i]
		from, to := &p.Nodes[at[t.From]], &p.Nodes[at[t.To]]
		p.tie(t, from, to)
		p.Table.Rows = append(p.Table.Rows, row{Cells: []cell{{{Text: from.Name, To: from.Address, Look: "actor"}}, {{Text: to.Name, To: to.Address, Look: "actor"}}, words(counted(t.Met)), words(counted(t.Named))}})
	}
}

func counted(n int) string {
	if n == 0 {
		return ""
	}
	return number(n)
}

// tie draws a tie.
func (p *networkPage) tie(t *service.Tie, from, to *nodeDrawn) {
	at := func(x, y int) string { return strconv.Itoa(x) + " " + strconv.Itoa(y) }
	width := func(n int) string { return strconv.FormatFloat(min(8, math.Sqrt(float64(n))), 'f', 1, 64) }
	if t.Met > 0 {
		p.Lines = append(p.Lines, lineDrawn{"M" + at(from.X, from.Y) + "L" + at(to.X, to.Y), "met", from.Name + " and " + to.Name + " met " + plural(t.Met, "time", "times"), width(t.Met)})
	}
	if t.Named > 0 {
		bendX, bendY := (from.X+to.X)/2+(to.Y-from.Y)/6, (from.Y+to.Y)/2-(to.X-from.X)/6
		p.Lines = append(p.Lines, lineDrawn{"M" + at(from.X, from.Y) + "Q" + at(bendX, bendY) + " " + at(to.X, to.Y), "named", from.Name + " named " + to.Name + " " + plural(t.Named, "time", "times"), width(t.Named)})
	}
}
