package reading

import (
	"slices"

	"rapporteur"
)

// party is a mention of somebody who has a side.
type party struct {
	token, actor int
	side         string
}

// partiesOf gives the mentions of states, bodies and those who act for them, in the
// order of the text.
func partiesOf(l *links) []party {
	var out []party
	for i := range l.doc.Tokens {
		m := l.Mention(i)
		if m == nil || m.Head != i || m.Actor < 0 {
			continue
		}
		if a := l.Actor(m.Actor); a.Identified() && !l.press(m.Actor) && a.Kind != rapporteur.Collective {
			out = append(out, party{i, m.Actor, a.Side()})
		}
	}
	return out
}

// supposedBack is how many sentences before a deed name whom it is done to where it does
// not say so itself.
const supposedBack = 3

// suppose lets a deed that must be done to somebody have a patient though the words do
// not name one: several who do it, who do it to one another; else who is the other
// side of the report.
func (d *deed) suppose(l *links, named []party) {
	switch d.Type {
	case "AGREE", "COOPERATE":
		if first := l.Actor(d.agents[0]).Side(); slices.ContainsFunc(d.agents, func(a int) bool { return l.Actor(a).Side() != first }) {
			d.patients = slices.Clone(d.agents)
		}
	case "ACCUSE", "ASSAULT", "REJECT", "SANCTION", "THREATEN", "CONCEDE", "REQUEST":
		if actor := opponent(l, named, d); actor >= 0 {
			d.patients, d.supposed = []int{actor}, true
		}
	}
}

// opponent gives the party of another side than those who do a deed that the report names
// most, if it names no other one last before the deed, -1 for none.
func opponent(l *links, named []party, d *deed) int {
	own := map[string]bool{"": true}
	for _, a := range d.agents {
		own[l.Actor(a).Side()], own[l.Actor(a).State] = true, true
	}
	s := l.doc.SentenceOf(d.Trigger)
	count := map[string]int{}
	last, most := -1, -1
	for i := range named {
		p := &named[i]
		if own[p.side] || l.Actor(p.actor).State != "" && own[l.Actor(p.actor).State] {
			continue
		}
		if count[p.side]++; most < 0 || count[p.side] > count[named[most].side] {
			most = i
		}
		if at := l.doc.SentenceOf(p.token); at < s && at >= s-supposedBack {
			last = i
		}
	}
	if most < 0 || last >= 0 && named[last].side != named[most].side {
		return -1
	}
	return named[max(last, most)].actor
}
