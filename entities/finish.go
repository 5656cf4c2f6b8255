package entities

import (
	"slices"
	"sort"

	"rapporteur"
)

// finish puts the mentions in the order of the text, and resolves what no name or
// pronoun stands for. Nothing changes after it.
func (l *linker) finish() {
	c := l.cast
	sort.SliceStable(c.Mentions, func(i, j int) bool {
		if c.Mentions[i].First != c.Mentions[j].First {
			return c.Mentions[i].First < c.Mentions[j].First
		}
		return c.Mentions[i].Last > c.Mentions[j].Last
	})
	l.starts, l.indexed = nil, 0 // they are in another order now
	l.heads, l.headed = nil, 0
	l.byNoun, l.nouned = nil, 0
	c.linker = l
	l.cover()
	c.entered, c.told = len(c.Actors), len(c.Mentions)
	l.describeAll()
	l.settleLand()
	l.enterSides()
	c.pairs = newPairFinder(l)
	c.mostNamed = c.pairs.steps()
}

// cover notes for each token the mention that stands for it: the shortest one
// around it, a pronoun or name rather than the description it is part of.
func (l *linker) cover() {
	c := l.cast
	for i := range c.at {
		c.at[i] = -1
	}
	l.datelines = nil
	for k, m := range c.Mentions {
		for i := m.First; i < m.Last; i++ {
			if b := c.at[i]; b < 0 || m.Last-m.First < c.Mentions[b].Last-c.Mentions[b].First || m.Head == i {
				c.at[i] = k
			}
		}
	}
}

// describeAll resolves every noun phrase that a name or a pronoun does not, in the
// order of the text, so that each can take up those before it. They stand beside
// what covers the tokens: a word inside a description is not its actor.
func (l *linker) describeAll() {
	c := l.cast
	covered := slices.Clone(c.at)
	c.phrases = make([]int, len(c.at))
	for i := range c.phrases {
		c.phrases[i] = -1
	}
	for i := range l.doc.Tokens {
		n := len(c.Mentions)
		l.described(i)
		for k := n; k < len(c.Mentions); k++ {
			c.phrases[c.Mentions[k].Head] = k
		}
	}
	c.at = covered
}

// enterSides enters the states and bodies for which the persons of the report act,
// so that any two of them can be a pair.
func (l *linker) enterSides() {
	for i := range l.cast.Actors {
		if a := &l.cast.Actors[i]; a.Kind == rapporteur.Person && a.For != "" {
			if side := l.base.Actor(a.For); side != nil {
				l.known(side)
			}
		}
	}
}

// Describe gives the actor that the noun phrase of a head token stands for,
// by name or by description, -1 for none.
func (c *Cast) Describe(head int) int {
	if m := c.Phrase(head); m != nil {
		return m.Actor
	}
	return -1
}

// Phrase gives the mention that a token stands for as the head of a noun phrase: a
// name or a pronoun, else the description that it heads. Nil for none.
func (c *Cast) Phrase(head int) *Mention {
	m := c.At(head)
	if m != nil && (m.Actor >= 0 || m.Pair != nil) || head < 0 || head >= len(c.phrases) || c.phrases[head] < 0 {
		return m
	}
	return &c.Mentions[c.phrases[head]]
}

// Entered reports whether the report names an actor, or stands for it by an office
// or a pronoun, other than by a description alone.
func (c *Cast) Entered(actor int) bool { return actor >= 0 && actor < c.entered }

// Pair gives the two actors that "their" or "the two" before a word for a
// meeting means: the two persons of different sides that its sentence names
// before it, else the two last named side by side. Nil where it is not clear.
func (c *Cast) Pair(token int) []int {
	l := c.linker
	var named []int
	for _, m := range l.mentionsIn(l.doc.SentenceOf(token), token) {
		named = l.addParty(named, m, "persons")
	}
	if len(named) == 2 && c.Actors[named[0]].For != c.Actors[named[1]].For {
		return named
	}
	if pair := c.pairs.sideBySideBefore(token, "sides"); pair != nil {
		return pair
	}
	k := sort.Search(len(c.mostNamed), func(k int) bool { return c.mostNamed[k].from > token }) - 1
	if k < 0 {
		return nil
	}
	return slices.Clone(c.mostNamed[k].pair)
}

// List gives the actors that the report names and those that entries use, in the
// order in which linking came upon them, with their spans. What only a description
// or a place stands for counts where an entry uses it.
func (c *Cast) List(used map[string]bool) []rapporteur.Actor {
	spans := make([][]rapporteur.Span, len(c.Actors))
	for k, m := range c.Mentions {
		land := k >= c.told && m.Place != nil // is a mention of whose it is if nothing else is
		if m.Actor >= 0 && (k < c.told || used[c.Actors[m.Actor].ID] && !(land && len(spans[m.Actor]) > 0)) {
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
