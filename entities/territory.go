package entities

import (
	"strings"

	"rapporteur"
)

// Territory gives the actor that is struck, helped or shut off with the place
// that is named at a token, -1 for none: the state that it lies in, and for a
// land that goes by its own name in the news, such as Gaza, a collective of that
// name. It enters the actor into the cast.
func (c *Cast) Territory(token int) int {
	m := c.At(token)
	if m == nil || m.Place == nil || m.Place.Country == "" {
		return -1
	}
	if m.Actor >= 0 {
		return m.Actor
	}
	l := c.linker
	mention := *m
	if name := m.Place.Name; l.base.Is(strings.ToLower(name), "land of its own") {
		mention.Actor = l.stranger(name, rapporteur.Collective, string(m.Place.Country))
	} else if k := l.base.Actor(string(m.Place.Country)); k != nil {
		mention.Actor = l.known(k)
	}
	c.Mentions = append(c.Mentions, mention)
	return mention.Actor
}
