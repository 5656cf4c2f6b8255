package knowledge

import (
	"slices"
)

// Actor gives the actor with an id, nil where no table has it.
func (a *Base) Actor(id string) *Actor { return a.actors[id] }

// Actors gives all actors of the tables: states, bodies, then persons, each in
// the order of the tables.
func (a *Base) Actors() []*Actor { return append(slices.Clone(a.bodies), a.persons...) }

// Find gives the actors that a whole name may stand for, whatever its capitals.
func (a *Base) Find(name string) []Sense { return a.names.lookup(name) }

// NameAt gives the senses of the longest name that a text begins with and how many
// tokens it takes, 0 for none. words gives the folded words of a token and its form,
// whose capitals count; there are so many tokens.
func (a *Base) NameAt(tokens int, words func(token int) (folded []string, form string)) ([]Sense, int) {
	return a.names.at(tokens, words)
}

// ShortNames gives the states that a folded word with an article may stand for:
// "the North".
func (a *Base) ShortNames(word string) []ShortName { return a.shorts[word] }

// Persons finds persons by words of their names.
func (a *Base) Persons() *Persons { return a.people }

// Offices finds offices by what they are called.
func (a *Base) Offices() *Offices { return a.offices }

// Terms finds who holds an office on a day.
func (a *Base) Terms() *Terms { return a.terms }
