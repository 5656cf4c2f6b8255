package eval

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// fields scores what the record says of each gold entry that was found.
func (a *goldAlignment) fields(kind record.Kind, mentions []goldMention, out *RecordScores) {
	gold := a.gold.entries(kind)
	for i := range gold {
		e := a.main(i, mentions)
		if e == nil {
			continue
		}
		if gold[i].Sources > 0 {
			out.field(&gold[i], "sources", gold[i].Sources, e.Sources)
		}
		if e.Meeting != nil {
			out.meetingFields(&gold[i], e.Meeting)
		}
	}
}

func (s *RecordScores) meetingFields(g *GoldEntry, m *rapporteur.Meeting) {
	s.field(g, "kind", g.Kind, m.Kind)
	s.field(g, "date", g.Date, m.Date)
	s.field(g, "status", g.Status, m.Status)
	if g.Place != "" {
		place := ""
		if m.Place != nil {
			place = m.Place.Name
		}
		s.field(g, "place", g.Place, place)
	}
	for _, actor := range g.Participants {
		s.field(g, "participants", actor, seat(m, actor, false))
	}
	for _, actor := range g.Excluded {
		s.field(g, "excluded", actor, seat(m, actor, true))
	}
}

// seat gives an actor that has a seat, taken or left empty, and otherwise
// all who have.
func seat(m *rapporteur.Meeting, actor string, out bool) string {
	var all []string
	for _, at := range m.Attendance {
		if at.Presence.LeftOut() == out {
			all = append(all, at.Actor)
		}
	}
	if slices.Contains(all, actor) {
		return actor
	}
	return strings.Join(all, ",")
}

// field notes whether a field is as it should be.
func (s *RecordScores) field(g *GoldEntry, name string, want, have any) {
	at := slices.IndexFunc(s.Fields, func(f FieldScore) bool { return f.Field == name })
	if at < 0 {
		at = len(s.Fields)
		s.Fields = append(s.Fields, FieldScore{Field: name})
	}
	s.Fields[at].Of++
	if want == have {
		s.Fields[at].Right++
		return
	}
	s.mistake("%s: %s should be %v, not %v", g.ID, name, want, have)
}

// groups scores wire copies and revisions.
func (a *goldAlignment) groups(out *RecordScores) {
	wires := map[string][]string{}
	for _, r := range a.system.Reports {
		if r.Wire != "" {
			wires[r.Wire] = append(wires[r.Wire], a.name[r.ID])
		}
		if r.SupersededBy != "" {
			out.Revisions.System++
			pair := []string{a.name[r.ID], a.name[r.SupersededBy]}
			if slices.ContainsFunc(a.gold.Revisions, func(g []string) bool { return slices.Equal(g, pair) }) {
				out.Revisions.Correct++
			}
		}
	}
	out.Revisions.Gold = len(a.gold.Revisions)
	out.Wires = Score{Gold: len(a.gold.Wires), System: len(wires)}
	for _, g := range a.gold.Wires {
		have := a.wireOf(g[0], wires)
		if slices.Equal(g, have) {
			out.Wires.Correct++
		} else {
			out.mistake("copies of one text are %v, not %v", g, have)
		}
	}
}

// wireOf gives the group that a report of the gold record is in.
func (a *goldAlignment) wireOf(id string, wires map[string][]string) []string {
	if a.report[id] == nil {
		return nil
	}
	return slices.Sorted(slices.Values(wires[a.report[id].Wire]))
}
