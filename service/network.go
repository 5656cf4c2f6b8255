package service

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rapporteur/entities/knowledge"
	"rapporteur/record"
)

// Network is who meets whom, and who names whom.
type Network struct {
	// Nodes are the parties with most ties, those with most first.
	Nodes []NetworkNode `json:"nodes"`
	Ties  []Tie         `json:"ties"`
	// Total counts the parties with a tie; Looked the entries among which ties were found.
	Total  int `json:"total"`
	Looked int `json:"looked"`
}

// NetworkNode is a party: a state or body, or somebody who acts for none.
type NetworkNode struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Ties counts the meetings and namings it is part of.
	Ties int `json:"ties"`
}

// Tie is between two parties.
type Tie struct {
	From string `json:"from"`
	To   string `json:"to"`
	// Met counts the meetings at which both were, in either direction; it stands in the tie
	// whose From comes before To. Named counts the statements of From that name To.
	Met   int `json:"met,omitempty"`
	Named int `json:"named,omitempty"`
}

// networkLooks is the number of entries of a kind, the newest, among which ties are
// looked for.
const networkLooks = 1000

// NetworkOf finds the ties of the parties with most of them.
func NetworkOf(ctx context.Context, r *record.Record, q Question, most int) (*Network, error) {
	n := network{ties: map[[2]string]*Tie{}, names: map[string]string{}}
	q.About = Everything
	err := q.look(ctx, r, func(l *record.Look, f record.Filter) error {
		f.Limit, f.Offset = networkLooks, 0
		f.Kinds = []record.Kind{record.Meeting}
		met, err := l.Entries(f)
		if err != nil {
			return err
		}
		f.Kinds = []record.Kind{record.Statement}
		said, err := l.Entries(f)
		if err != nil {
			return err
		}
		for i := range met {
			n.meeting(&met[i])
		}
		n.statements(said)
		n.looked = len(met) + len(said)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return n.most(most), nil
}

type network struct {
	ties   map[[2]string]*Tie
	names  map[string]string
	looked int
}

// party is for whom somebody acts, else the actor itself.
func (n *network) party(e *record.Entry, actor, actsFor string) string {
	id := cmp.Or(actsFor, actor)
	n.names[id] = e.Called(id)
	return id
}

// nobody reports whether an actor is no one in particular, such as two people, and acts
// for no party.
func nobody(e *record.Entry, actor, actsFor string) bool {
	return actsFor == "" && !e.IsNamed(actor)
}

func (n *network) tie(from, to string) *Tie {
	k := [2]string{from, to}
	if n.ties[k] == nil {
		n.ties[k] = &Tie{From: from, To: to}
	}
	return n.ties[k]
}

// meeting ties everybody who was there, or is to come.
func (n *network) meeting(e *record.Entry) {
	var all []string
	for i := range e.Meeting.Attendance {
		a := &e.Meeting.Attendance[i]
		if a.Presence.LeftOut() || nobody(e, a.Actor, string(a.For)) {
			continue
		}
		if id := n.party(e, a.Actor, string(a.For)); !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	slices.Sort(all)
	for i := range all {
		for _, b := range all[i+1:] {
			n.tie(all[i], b).Met++
		}
	}
}

// statements ties who speaks to whom the words are said, and whom they name.
func (n *network) statements(all []record.Entry) {
	speakers := make([][]string, len(all))
	for i := range all {
		e := &all[i]
		for _, id := range e.Statement.Speakers {
			if nobody(e, id, string(e.Statement.For)) {
				continue
			}
			speakers[i] = append(speakers[i], n.party(e, id, string(e.Statement.For)))
		}
	}
	folded := map[string]string{}
	for id, name := range n.names {
		if f := knowledge.Fold(name); len(f) > 3 {
			folded[id] = " " + f + " "
		}
	}
	for i := range all {
		e := &all[i]
		var words strings.Builder
		for _, c := range e.Statement.Content {
			words.WriteString(" " + knowledge.Fold(c.Text) + " ")
		}
		for id, name := range folded {
			if !strings.Contains(words.String(), name) && !slices.Contains(e.Statement.Addressees, id) {
				continue
			}
			for _, from := range slices.Compact(slices.Sorted(slices.Values(speakers[i]))) {
				if from != id {
					n.tie(from, id).Named++
				}
			}
		}
	}
}

// most keeps the parties with most ties.
func (n *network) most(most int) *Network {
	count := map[string]int{}
	for k, t := range n.ties {
		count[k[0]] += t.Met + t.Named
		count[k[1]] += t.Met + t.Named
	}
	out := &Network{Nodes: []NetworkNode{}, Ties: []Tie{}, Total: len(count), Looked: n.looked}
	for id, ties := range count {
		out.Nodes = append(out.Nodes, NetworkNode{id, n.names[id], ties})
	}
	slices.SortFunc(out.Nodes, func(a, b NetworkNode) int { return cmp.Or(cmp.Compare(b.Ties, a.Ties), cmp.Compare(a.ID, b.ID)) })
	out.Nodes = out.Nodes[:min(most, len(out.Nodes))]
	shown := func(id string) bool {
		return slices.ContainsFunc(out.Nodes, func(n NetworkNode) bool { return n.ID == id })
	}
	for k, t := range n.ties {
		if shown(k[0]) && shown(k[1]) {
			out.Ties = append(out.Ties, *t)
		}
	}
	slices.SortFunc(out.Ties, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(b.Met+b.Named, a.Met+a.Named), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return out
}
