package entities

import (
	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
)

// Cast is the actors of a report and every mention of them.
type Cast struct {
	Actors   []Actor
	Mentions []Mention
	Notices  []Notice
	linker   *linker
	// at gives the mention that covers a token, -1 for none.
	at []int
	// phrases gives the description that a token heads, -1 for none.
	phrases []int
	// land gives the actor whose land the place at a mention is, by its index.
	land map[int]int
	// pairs finds sides named together, mostNamed says which are named most from each
	// token on.
	pairs     *pairFinder
	mostNamed []step
	// entered and told are how many actors and mentions there are without those
	// that only descriptions and places stand for.
	entered, told int
	// ids are the places of the actors by their ids, as far as they are indexed.
	ids     map[string]int
	indexed int
}

// Actor is an actor of a report while it is being read.
type Actor struct {
	rapporteur.Actor
	// Known is the row of the tables, nil for an actor of this report only.
	Known  *knowledge.Actor
	Gender byte
	Plural bool
	// Source says that it is no people but a document or figures that say
	// something.
	Source bool
	// Family is the folded name used on second mention.
	Family string
	// For is the state or body that the actor speaks and acts for.
	For string
}

// Form is how a mention refers.
type Form uint8

// The ways to refer.
const (
	ByProperName Form = iota
	ByDescription
	ByPronoun
)

// Mention is the tokens from First to Last (exclusive) that stand for an actor
// or a place. Head is the token that the tree governs the others by.
type Mention struct {
	First, Last, Head int
	// Actor is an index into Cast.Actors, -1 for a place that stands for none.
	Actor int
	// Pair is the two actors of "both sides" and "the two leaders".
	Pair []int
	Form Form
	Sort knowledge.Sort
	// Place is set where the name is used as a place, with its name and state.
	Place *rapporteur.Place
	// Office is the office phrase that the mention holds, if any.
	Office *knowledge.Office
	// Presumed says that the tables do not reach to the report's day, and that
	// the last known holder of the office is meant if nobody has followed.
	Presumed bool
}

// Notice is something odd that linking came upon.
type Notice struct {
	Kind, Message string
	Evidence      []language.Range
}

// At gives the mention that covers a token, nil for none.
func (c *Cast) At(token int) *Mention {
	if token < 0 || token >= len(c.at) || c.at[token] < 0 {
		return nil
	}
	return &c.Mentions[c.at[token]]
}

// ActorAt gives the index of the actor that a token stands for, -1 for none.
func (c *Cast) ActorAt(token int) int {
	if m := c.At(token); m != nil {
		return m.Actor
	}
	return -1
}

// index gives the actor with an id, -1 for none. Ids do not change, and actors only
// come to stand behind those that are there.
func (c *Cast) index(id string) int {
	if c.ids == nil {
		c.ids = map[string]int{}
	}
	for ; c.indexed < len(c.Actors); c.indexed++ {
		if _, ok := c.ids[c.Actors[c.indexed].ID]; !ok {
			c.ids[c.Actors[c.indexed].ID] = c.indexed
		}
	}
	if i, ok := c.ids[id]; ok {
		return i
	}
	return -1
}
