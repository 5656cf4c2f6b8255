package knowledge

import "slices"

// Actor gives the actor with an id, nil where no table has it.
func (a *Base) Actor(id string) *Actor { return a.actors[id] }

// Actors gives all actors of the tables: states, bodies, then persons, each in
// the order of the tables.
func (a *Base) Actors() []*Actor { return append(slices.Clone(a.bodies), a.persons...) }

// Find gives the actors that a whole name may stand for, whatever its capitals.
func (a *Base) Find(name string) []Sense { return a.names.lookup(name) }

// NameAt gives the senses of the longest name that folded words begin with, and
// how many of them it takes; forms are the words as the text has them, whose
// capitals count.
func (a *Base) NameAt(words, forms []string) ([]Sense, int) { return a.names.match(words, forms) }

// LongestName gives the number of words of the longest name that begins with a
// folded word, 0 for none.
func (a *Base) LongestName(first string) int {
	if list := a.names.byFirst[first]; len(list) > 0 {
		return len(list[0].words)
	}
	return 0
}

// NamedIn reports whether a text, by the folded words of its tokens, has a name
// or adjective of one word for an actor.
func (a *Base) NamedIn(tokens [][]string, actor *Actor) bool { return a.names.in(tokens, actor) }

// ByFamily gives the persons with a folded family name.
func (a *Base) ByFamily(name string) []*Actor { return a.byFamily[name] }

// ByWord gives the persons whose name of several words begins or ends with a
// folded word.
func (a *Base) ByWord(word string) []*Actor { return a.byWord[word] }

// ShortNames gives the states that a folded word with an article may stand for:
// "the North".
func (a *Base) ShortNames(word string) []ShortName { return a.shorts[word] }

// Office gives the office with an id as a state or body has it, nil for none.
func (a *Base) Office(id, actor string) *Office { return a.offices.title(id, actor) }

// OwnOffice is Office where the state or body has a row of its own for it.
func (a *Base) OwnOffice(id, actor string) *Office { return a.offices.byID[post{id, actor}] }

// OfficesCalled gives the offices that a phrase of folded words names.
func (a *Base) OfficesCalled(phrase []byte) []OfficeSense { return a.offices.byPhrase[string(phrase)] }

// LongestOffice gives the number of words of the longest office phrase that
// begins with a folded word, 0 for none.
func (a *Base) LongestOffice(first string) int { return a.offices.longest[first] }

// Envoys gives the persons whom a state or body has sent, on a day, to deal with
// another one.
func (a *Base) Envoys(sender, about, day string) []*Actor {
	var out []*Actor
	for _, t := range a.envoys[sender] {
		if a.offices.title(t.Office, t.For).Sent && t.Holds(day) && slices.Contains(t.About, about) && !slices.Contains(out, t.Person) {
			out = append(out, t.Person)
		}
	}
	return out
}
