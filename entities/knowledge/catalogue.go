package knowledge

import (
	"slices"
)

// Names gives all names of every actor: its own first, then the others in the
// order of the alphabet, demonyms and seats of power included.
func (a *Base) Names() map[*Actor][]string {
	out := map[*Actor][]string{}
	for _, list := range a.names.byFirst {
		for _, p := range list {
			for _, s := range p.senses {
				if s.Sort != ByCity && s.Name != s.Actor.Name {
					out[s.Actor] = append(out[s.Actor], s.Name)
				}
			}
		}
	}
	for _, k := range a.Actors() {
		slices.Sort(out[k])
		out[k] = slices.Insert(out[k], 0, k.Name)
	}
	return out
}

// Title gives the office of a term as one would print it.
func (a *Base) Title(t *Term) string {
	if o := a.offices.title(t.Office, t.For); o != nil {
		return o.Title
	}
	return t.Office
}

// HasOffice reports whether an office with an id is in the tables.
func (a *Base) HasOffice(id string) bool {
	for p := range a.offices.byID {
		if p.office == id {
			return true
		}
	}
	return false
}
