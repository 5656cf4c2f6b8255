package entities

import (
	"slices"
	"sort"
)

// pairs are the two that "their talks" and "the two" stand for, at any token.
type pairs struct {
	ordered orderedMentions
	// sides and persons give for each place of a mention its party in a pair, -1 for
	// none.
	sides, persons []int
	// mostNamed gives which sides are named most, from a token on.
	mostNamed []step
	// mentioned says of actors whether any mention is theirs; actingFor are the
	// mentions of those who act for a side, by its id.
	mentioned []bool
	actingFor map[string][]lastMention
}

// lastMention is, of some mentions whose heads come no later than a token, the last one
// in the order of all, and whose it is.
type lastMention struct{ head, mention, actor int }

// step is the pair named most often from a token on.
type step struct {
	from int
	pair []int
}

// newPairs resolves pairs once the sides of all actors are entered.
func newPairs(d *discourse) *pairs {
	p := &pairs{ordered: orderMentions(d.doc, d.mentions), mentioned: make([]bool, len(d.actors)), actingFor: map[string][]lastMention{}}
	for _, m := range p.ordered.list {
		p.sides = append(p.sides, d.party(m, sides))
		p.persons = append(p.persons, d.party(m, persons))
	}
	for k, m := range d.mentions {
		if m.Actor >= 0 {
			p.mentioned[m.Actor] = true
			side := d.actor(m.Actor).Side()
			p.actingFor[side] = append(p.actingFor[side], lastMention{m.Head, k, m.Actor})
		}
	}
	for _, list := range p.actingFor {
		settleLast(list)
	}
	p.countSides()
	return p
}

// settleLast puts mentions in the order of their heads and lets each be the last one so
// far.
func settleLast(list []lastMention) {
	slices.SortStableFunc(list, func(a, b lastMention) int { return a.head - b.head })
	for i := 1; i < len(list); i++ {
		if before := list[i-1]; before.mention > list[i].mention {
			list[i].mention, list[i].actor = before.mention, before.actor
		}
	}
}

// countSides finds the two sides named most often before each token of the text.
func (p *pairs) countSides() {
	t := newPartyTally()
	for _, place := range p.ordered.byHead {
		if p.sides[place] >= 0 {
			t.add(p.sides[place], place)
		}
		at := step{p.ordered.list[place].Head + 1, t.two()}
		if n := len(p.mostNamed); n > 0 && p.mostNamed[n-1].from == at.from {
			p.mostNamed[n-1] = at
		} else if n == 0 || !slices.Equal(p.mostNamed[n-1].pair, at.pair) {
			p.mostNamed = append(p.mostNamed, at)
		}
	}
}

// Pair gives the two actors that "their" or "the two" before a word for a meeting
// means: the two persons of different sides that its sentence names before it, or the
// sentence before, else the two sides last named side by side, else those named most. A side that the report does
// not name is whoever it named for that side. Fewer than two where it is not clear.
func (k *Links) Pair(token int) []int {
	var out []int
	for _, side := range k.sidesOf(token) {
		if i := k.representative(side, token); i >= 0 {
			out = append(out, i)
		}
	}
	return out
}

// sidesOf gives the two before anybody stands in for a side.
func (k *Links) sidesOf(token int) []int {
	sentence := k.pairs.ordered.doc.SentenceOf(token)
	for s := sentence; s >= max(0, sentence-1); s-- {
		if two := k.pairs.personsIn(s, token); len(two) == 2 && k.actors[two[0]].For != k.actors[two[1]].For {
			return two
		}
	}
	if pair := k.pairs.ordered.sideBySideBefore(token, func(place int) int { return k.pairs.sides[place] }); pair != nil {
		return pair
	}
	at := sort.Search(len(k.pairs.mostNamed), func(i int) bool { return k.pairs.mostNamed[i].from > token }) - 1
	if at < 0 {
		return nil
	}
	return k.pairs.mostNamed[at].pair
}

// personsIn gives the persons whom a sentence names before a token.
func (p *pairs) personsIn(sentence, token int) []int {
	var named []int
	s := p.ordered.doc.Sentences[sentence]
	token = min(token, s.Last)
	for k := p.ordered.startingFrom(s.First); k < len(p.ordered.list) && p.ordered.list[k].First < token; k++ {
		if m := &p.ordered.list[k]; m.Head < token && p.persons[k] >= 0 && !slices.Contains(named, p.persons[k]) {
			named = append(named, p.persons[k])
		}
	}
	return named
}

// representative gives a side where the report mentions it, else who was mentioned last
// for it before a token; -1 for nobody.
func (k *Links) representative(side, token int) int {
	if k.pairs.mentioned[side] {
		return side
	}
	list := k.pairs.actingFor[k.actors[side].ID]
	if n := sort.Search(len(list), func(i int) bool { return list[i].head >= token }); n > 0 {
		return list[n-1].actor
	}
	return -1
}
