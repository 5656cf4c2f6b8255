package entities

import "rapporteur/entities/knowledge"

// namedHolders are the persons whom a report names with offices, once its names are linked.
type namedHolders struct {
	// byOffice gives the person of the first name with an office of a state or body.
	byOffice map[heldOffice]int
	// known are, for a post, those whom the tables know and nil for the others, each
	// once.
	known map[post][]*knowledge.Actor
	// actingFor are the names of the persons who act for a state or body.
	actingFor map[string][]int
	// knownNames are the names of those whom the tables know.
	knownNames []int
	// tallies count those who hold an office of a phrase, by its senses.
	tallies map[tallyKey]*tally
}

// heldOffice is an office with the state or body that a phrase gives, nil for none.
type heldOffice struct {
	office *knowledge.Office
	of     *knowledge.Actor
}

// newNamedHolders gathers them.
func newNamedHolders(d *discourse) *namedHolders {
	x := &namedHolders{byOffice: map[heldOffice]int{}, known: map[post][]*knowledge.Actor{}, actingFor: map[string][]int{}, tallies: map[tallyKey]*tally{}}
	for k := range d.offices.phrases {
		p := &d.offices.phrases[k]
		if p.name < 0 {
			continue
		}
		held := heldOffice{p.office(), p.actor}
		if _, ok := x.byOffice[held]; !ok {
			x.byOffice[held] = d.names.list[p.name].actor
		}
	}
	for i := range d.names.list {
		n := &d.names.list[i]
		if n.actor < 0 {
			continue
		}
		a := d.actor(n.actor)
		x.actingFor[a.For] = append(x.actingFor[a.For], i)
		if a.Known != nil {
			x.knownNames = append(x.knownNames, i)
		}
		if n.office < 0 {
			continue
		}
		if p := &d.offices.phrases[n.office]; p.actor != nil && !p.former {
			x.known[d.postOf(n)] = addOnce(x.known[d.postOf(n)], a.Known)
		}
	}
	return x
}

// addOnce adds what is not there yet.
func addOnce(list []*knowledge.Actor, k *knowledge.Actor) []*knowledge.Actor {
	if len(list) > 1 {
		return list // two are as many as count
	}
	for _, other := range list {
		if other == k {
			return list
		}
	}
	return append(list, k)
}

// tally counts how often persons are named, up to a place in the text.
type tally struct {
	next  int // of the names of those whom the tables know
	count map[int]int
	// most is who is named most, -1 for nobody yet; tie says that it is several.
	most int
	tie  bool
}

// tallyKey tells phrases by their senses, and whether each must be the word of the
// holder's own state.
type tallyKey struct {
	senses *knowledge.OfficeSense
	own    bool
}

// tallyOf gives the tally for the senses of a phrase.
func (x *namedHolders) tallyOf(p officePhrase, own bool) *tally {
	key := tallyKey{&p.senses[0], own}
	if x.tallies[key] == nil {
		x.tallies[key] = &tally{count: map[int]int{}, most: -1}
	}
	return x.tallies[key]
}

// add counts a person once more.
func (t *tally) add(actor int) {
	t.count[actor]++
	switch {
	case t.most < 0 || actor == t.most || t.count[actor] > t.count[t.most]:
		t.most, t.tie = actor, false
	case t.count[actor] == t.count[t.most]:
		t.tie = true
	}
}
