package entities

import (
	"strings"

	"rapporteur"
)

// Territory gives the actor that is struck, helped or shut off with the place
// that is named at a token, -1 for none: the state that it lies in, and for a
// land that goes by its own name in the news, such as Gaza, a collective of that
// name.
func (k *Links) Territory(token int) int {
	at := k.MentionAt(token)
	if at < 0 || k.mentions[at].Place == nil || k.mentions[at].Place.Country == "" {
		return -1
	}
	if actor := k.mentions[at].Actor; actor >= 0 {
		return actor
	}
	if actor, ok := k.territories[at]; ok {
		return actor
	}
	return -1
}

// Location gives the actor that is the state in which the place at a token lies, -1
// where the report does not name it.
func (k *Links) Location(token int) int {
	at := k.MentionAt(token)
	if at < 0 || k.mentions[at].Place == nil {
		return -1
	}
	m := k.mentions[at]
	if m.Actor >= 0 && k.actors[m.Actor].Kind == rapporteur.State {
		return m.Actor
	}
	if i, ok := k.places[string(m.Place.Country)]; ok && i < k.named && k.actors[i].Kind == rapporteur.State {
		return i
	}
	return -1
}

// linkTerritories resolves whose land each place of the report is, among so many
// mentions.
func (d *discourse) linkTerritories(told int) map[int]int {
	land := map[int]int{}
	for k := range told {
		m := d.mentions[k]
		if m.Place == nil || m.Place.Country == "" || m.Actor >= 0 {
			continue
		}
		if name := m.Place.Name; d.base.Is(strings.ToLower(name), "land of its own") {
			m.Actor = d.unknown(name, rapporteur.Collective, string(m.Place.Country))
		} else if state := d.base.Actor(string(m.Place.Country)); state != nil {
			m.Actor = d.known(state)
		}
		if m.Actor >= 0 {
			land[k] = m.Actor
			d.mentions = append(d.mentions, m)
		}
	}
	return land
}
