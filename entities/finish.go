package entities

import (
	"sort"

	"rapporteur"
)

// finish puts the mentions in the order of the text and gives each actor the
// spans of its own.
func (l *linker) finish() {
	c := l.cast
	sort.SliceStable(c.Mentions, func(i, j int) bool {
		if c.Mentions[i].First != c.Mentions[j].First {
			return c.Mentions[i].First < c.Mentions[j].First
		}
		return c.Mentions[i].Last > c.Mentions[j].Last
	})
	l.starts, l.indexed = nil, 0 // they are in another order now
	c.linker = l
	l.cover()
}

// cover notes for each token the mention that stands for it: the shortest one
// around it, a pronoun or name rather than the description it is part of.
func (l *linker) cover() {
	c := l.cast
	for i := range c.at {
		c.at[i] = -1
	}
	for k, m := range c.Mentions {
		for i := m.First; i < m.Last; i++ {
			if b := c.at[i]; b < 0 || m.Last-m.First < c.Mentions[b].Last-c.Mentions[b].First || m.Head == i {
				c.at[i] = k
			}
		}
	}
}

// Describe gives the actor that the noun phrase of a head token stands for,
// by name or by description, -1 for none. It enters a described actor into
// the cast.
func (c *Cast) Describe(head int) int { return c.linker.described(head) }

// Pair gives the two actors that "their" or "the two" before a word for a
// meeting means: the two persons of different sides that its sentence names
// before it, else the two last named side by side. Nil where it is not clear.
func (c *Cast) Pair(token int) []int {
	l := c.linker
	var named []int
	for _, m := range l.ordered(token) {
		if l.doc.SentenceOf(m.Head) == l.doc.SentenceOf(token) {
			named = l.addParty(named, m, "persons")
		}
	}
	if len(named) == 2 && c.Actors[named[0]].For != c.Actors[named[1]].For {
		return named
	}
	return l.pairBefore(token, "sides")
}

// List gives the actors that have mentions, in the order of the cast, with
// their spans.
func (c *Cast) List() []rapporteur.Actor {
	spans := make([][]rapporteur.Span, len(c.Actors))
	for _, m := range c.Mentions {
		if m.Actor >= 0 {
			spans[m.Actor] = append(spans[m.Actor], c.linker.doc.Span(c.linker.doc.Bytes(m.First, m.Last)))
		}
	}
	var out []rapporteur.Actor
	for i, a := range c.Actors {
		if len(spans[i]) == 0 {
			continue
		}
		actor := a.Actor
		actor.Mentions = spans[i]
		if actor.Roles == nil {
			actor.Roles = []rapporteur.Role{}
		}
		out = append(out, actor)
	}
	return out
}
