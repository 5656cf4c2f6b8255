package reading

import (
	"rapporteur"
)

// listActors gives the actors that the text names, and behind them those that an
// entry uses though the text does not name them: the state that "its delegation" acts
// for. Tables know the latter; they have no mentions.
func (r *reading) listActors() {
	used := map[string]bool{}
	for _, id := range idsIn(r.out) {
		used[id] = true
	}
	r.out.Actors = append(r.out.Actors, r.links.List(used)...)
	sides := r.links.sides()
	listed := map[string]bool{}
	for i := range r.out.Actors {
		a := &r.out.Actors[i]
		listed[a.ID] = true
		if side := sides[a.ID]; side != "" && side != a.ID {
			a.State = rapporteur.Text(side) // an official of a body counts for the body
		}
	}
	for _, a := range r.links.groups {
		listed[a.ID] = listed[a.ID] || used[a.ID]
		if used[a.ID] {
			r.out.Actors = append(r.out.Actors, a)
		}
	}
	for _, id := range idsIn(r.out) {
		if known := r.linker.Base().Actor(id); known != nil && !listed[id] {
			listed[id] = true
			r.out.Actors = append(r.out.Actors, rapporteur.Actor{ID: id, Known: true, Name: known.Name, Kind: known.Kind,
				State: rapporteur.Text(known.State), Roles: []rapporteur.Role{}, Mentions: []rapporteur.Span{}})
		}
	}
}

// idsIn gives the ids of actors that entries use, in their order.
func idsIn(out *rapporteur.Reading) []string {
	var ids []string
	for _, s := range out.Statements {
		ids = append(append(append(ids, s.Speakers...), s.Addressees...), string(s.For))
	}
	for _, m := range out.Meetings {
		for _, a := range m.Attendance {
			ids = append(ids, a.Actor, string(a.For))
		}
	}
	for _, e := range out.Events {
		ids = append(append(ids, e.Actors...), e.Recipients...)
	}
	for _, p := range out.Positions {
		ids = append(ids, p.Actor, string(p.For))
	}
	return ids
}
