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
