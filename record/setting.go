package record

import "rapporteur"

func actorsOf(settings []Setting) []*rapporteur.Actor {
	var out []*rapporteur.Actor
	for _, s := range settings {
		out = append(out, s.Actor)
	}
	return out
}
