package record

import (
	"slices"

	"rapporteur"
)

// claimant is who says what somebody else wants: the speaker of the statement from which
// a position is read, where nobody of the party is among its speakers. Empty where the
// party speaks for itself or the report says it.
func claimant(p *rapporteur.Position, r *rapporteur.Reading, cast map[string]rapporteur.Actor) rapporteur.Text {
	if p.ClaimedBy != "" || p.From == "" {
		return p.ClaimedBy
	}
	at := slices.IndexFunc(r.Statements, func(s rapporteur.Statement) bool { return s.ID == string(p.From) })
	if at < 0 || len(r.Statements[at].Speakers) == 0 {
		return ""
	}
	s, party := &r.Statements[at], firstOf(string(p.For), p.Actor)
	if string(s.For) == party || slices.ContainsFunc(s.Speakers, func(id string) bool { return id == p.Actor || belongs(cast[id], party) }) {
		return ""
	}
	return rapporteur.Text(s.Speakers[0])
}

// belongs reports whether an actor is a party or one of its people.
func belongs(a rapporteur.Actor, party string) bool {
	return a.ID == party || string(a.State) == party || slices.ContainsFunc(a.Roles, func(r rapporteur.Role) bool { return string(r.For) == party })
}
