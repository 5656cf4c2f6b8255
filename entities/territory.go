package entities

import (
	"strings"

	"rapporteur"
)

// Territory gives the actor that is struck, helped or shut off with the place
// that is named at a token, -1 for none: the state that it lies in, and for a
// land that goes by its own name in the news, such as Gaza, a collective of that
// name.
func (c *Cast) Territory(token int) int {
	m := c.At(token)
	if m == nil || m.Place == nil || m.Place.Country == "" {
		return -1
	}
	if m.Actor >= 0 {
		return m.Actor
	}
	if actor, ok := c.land[c.at[token]]; ok {
		return actor
	}
	return -1
}

// settleLand resolves whose land each place of the report is.
func (l *linker) settleLand() {
	c := l.cast
	c.land = map[int]int{}
	for k := range c.told {
		m := c.Mentions[k]
		if m.Place == nil || m.Place.Country == "" || m.Actor >= 0 {
			continue
		}
		if name := m.Place.Name; l.base.Is(strings.ToLower(name), "land of its own") {
			m.Actor = l.stranger(name, rapporteur.Collective, string(m.Place.Country))
		} else if state := l.base.Actor(string(m.Place.Country)); state != nil {
			m.Actor = l.known(state)
		}
		if m.Actor >= 0 {
			c.land[k] = m.Actor
			c.Mentions = append(c.Mentions, m)
		}
	}
}
