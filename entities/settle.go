package entities

import (
	"rapporteur"
)

// settle puts the mentions in the order of the text, resolves what no name or pronoun
// stands for, and gives all of it. Nothing changes after it.
func (d *discourse) settle() *Links {
	d.reorder()
	d.datelines = nil
	k := &Links{doc: d.doc, at: d.at, named: len(d.actors), told: len(d.mentions)}
	k.phrases, k.faced = d.linkDescriptions(), descriptions{d}.facing()
	k.territories = d.linkTerritories(k.told)
	d.enterSides()
	k.actors, k.mentions, k.notices, k.places = d.actors, d.mentions, d.notices, d.places
	k.introduced = introductions(k.actors, k.mentions)
	k.pairs, k.sides = newPairs(d), tellSides(d.actors, d.mentions)
	return k
}

// linkDescriptions resolves every noun phrase that a name or a pronoun does not, in the
// order of the text, so that each can take up those before it, and gives the mention of
// each head. They stand beside what covers the tokens: a word inside a description is
// not its actor.
func (d *discourse) linkDescriptions() []int {
	heads := noneOf(len(d.at))
	covered := d.at
	d.at = append([]int(nil), covered...)
	for i := range d.doc.Tokens {
		n := len(d.mentions)
		descriptions{d}.link(i)
		for k := n; k < len(d.mentions); k++ {
			heads[d.mentions[k].Head] = k
		}
	}
	d.at = covered
	return heads
}

// enterSides enters the states and bodies for which the persons of the report act,
// so that any two of them can be a pair.
func (d *discourse) enterSides() {
	for i := range d.actors {
		if a := d.actor(i); a.Kind == rapporteur.Person && a.For != "" {
			if side := d.base.Actor(a.For); side != nil {
				d.known(side)
			}
		}
	}
}

// introductions gives the head of the first mention of each actor that is no pronoun,
// -1 for none.
func introductions(actors []Actor, mentions []Mention) []int {
	heads := noneOf(len(actors))
	for _, m := range mentions {
		if m.Actor >= 0 && m.Form != ByPronoun && heads[m.Actor] < 0 {
			heads[m.Actor] = m.Head
		}
	}
	return heads
}
