package reading

import (
	"maps"
	"slices"

	"rapporteur"
	"rapporteur/frames/rules"
)

// reached are the meetings of a report that a journey may lead to, by the sides that
// meet and in the order of the text.
type reached struct {
	all    []*meetingMention
	sides  []map[string]bool
	ofSide map[string][]int
}

// destinations gives what journeys may lead to: all but journeys and calls.
func destinations(l *links, all []cluster) reached {
	r := reached{ofSide: map[string][]int{}}
	for i := range all {
		if all[i].lead.rule == rules.VerbOfJourney || all[i].lead.kind == "call" {
			continue
		}
		lead := all[i].lead
		sides := sidesOf(l, &lead)
		for s := range sides {
			r.ofSide[s] = append(r.ofSide[s], len(r.all))
		}
		r.all, r.sides = append(r.all, &lead), append(r.sides, sides)
	}
	return r
}

// onTheWay reports whether a journey is only how somebody comes to a meeting that
// the report tells as well: one of the same sides in the same state.
func onTheWay(l *links, to reached, g *cluster) bool {
	if g.lead.rule != rules.VerbOfJourney || g.lead.place == nil {
		return false
	}
	sides := sidesOf(l, &g.lead)
	if len(sides) == 0 {
		return false
	}
	near := to.of(slices.Sorted(maps.Keys(sides)), g.lead.trigger)
	return slices.ContainsFunc(near, func(i int) bool {
		o := to.all[i]
		if anotherJourney(o, &g.lead) || o.place != nil && o.place.Country != g.lead.place.Country {
			return false
		}
		for s := range sides {
			if !to.sides[i][s] {
				return false
			}
		}
		return true
	})
}

// of gives the meetings that the rarest of some sides takes part in, of many those told
// nearest to a token.
func (r reached) of(sides []string, token int) []int {
	rarest := r.ofSide[sides[0]]
	for _, s := range sides[1:] {
		if len(r.ofSide[s]) < len(rarest) {
			rarest = r.ofSide[s]
		}
	}
	at, _ := slices.BinarySearchFunc(rarest, token, func(i, token int) int { return r.all[i].trigger - token })
	return rarest[max(0, at-remembered):min(len(rarest), at+remembered)]
}

// anotherJourney reports whether one of two mentions is a journey, and one of them is
// still to come while the other was, but not on a day that both name.
func anotherJourney(m, e *meetingMention) bool {
	if m.rule != rules.VerbOfJourney && e.rule != rules.VerbOfJourney {
		return false
	}
	ahead := func(s rapporteur.Status) bool { return s == rapporteur.PlannedMeeting || s == rapporteur.Proposed }
	if !(m.status == rapporteur.Held && ahead(e.status) || e.status == rapporteur.Held && ahead(m.status)) {
		return false
	}
	return m.date == "" || e.date == "" || !compatible(m.date, e.date)
}

// beside reports whether one of two mentions is a journey and nothing says that the
// other is what it led to: neither the place nor the day of both.
func beside(m, e *meetingMention) bool {
	if (m.rule == rules.VerbOfJourney) == (e.rule == rules.VerbOfJourney) {
		return false
	}
	return (m.place == nil || e.place == nil) && (m.date == "" || e.date == "")
}
