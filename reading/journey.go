package reading

import (
	"slices"

	"rapporteur"
	"rapporteur/frames/rules"
)

// onTheWay reports whether a journey is only how somebody comes to a meeting that
// the report tells as well: one of the same sides in the same state.
func onTheWay(l *links, all []cluster, g *cluster) bool {
	if g.lead.rule != rules.VerbOfJourney || g.lead.place == nil {
		return false
	}
	sides := sidesOf(l, &g.lead)
	return slices.ContainsFunc(all, func(o cluster) bool {
		if o.lead.rule == rules.VerbOfJourney || anotherJourney(&o.lead, &g.lead) || o.lead.kind == "call" || o.lead.place != nil && o.lead.place.Country != g.lead.place.Country {
			return false
		}
		others := sidesOf(l, &o.lead)
		for s := range sides {
			if !others[s] {
				return false
			}
		}
		return true
	})
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
