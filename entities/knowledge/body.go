package knowledge

import (
	"slices"

	"rapporteur"
	"rapporteur/table"
)

// membership is a state's time in a body; an empty day is open.
type membership struct{ state, from, to string }

func (a loader) addBodies(t *table.Table) error {
	for _, row := range t.Rows {
		b := &Actor{ID: row.Get("id"), Name: row.Get("name"), State: row.Get("state"), Sector: row.Get("sector"), Part: row.Get("part_of")}
		switch b.Kind = rapporteur.ActorKind(row.Get("kind")); b.Kind {
		case rapporteur.Organisation, rapporteur.Group, rapporteur.Collective:
		default:
			return row.Errorf("kind %q; use organisation, group or collective", b.Kind)
		}
		if b.ID == "" || b.Name == "" {
			return row.Errorf("a body needs an id and a name")
		}
		if err := a.enter(b, row); err != nil {
			return err
		}
		a.names.add(b.Name, b, ByName)
		a.addNames(row.List("aliases"), b, ByName)
		b.Words = nounsOf(append(row.List("aliases"), b.Name))
		a.addNames(row.List("adjectives"), b, ByDemonym)
		a.addNames(row.List("seat"), b, BySeat)
	}
	return nil
}

// nounsOf gives the last words of names of several words: "alliance" of the
// Atlantic Alliance, and the first ones of those with "of": "union".
func nounsOf(names []string) []string {
	var out []string
	for _, name := range names {
		words := Words(name)
		if len(words) < 2 {
			continue
		}
		noun := words[len(words)-1]
		if i := slices.Index(words, "of"); i > 0 {
			noun = words[i-1]
		}
		if !slices.Contains(out, noun) {
			out = append(out, noun)
		}
	}
	return out
}

func (a loader) addMembers(t *table.Table) error {
	for _, row := range t.Rows {
		body := row.Get("body")
		a.members[body] = append(a.members[body], membership{row.Get("state"), row.Get("from"), row.Get("to")})
	}
	return nil
}

// Members gives the states that belong to a body on a day (YYYY-MM-DD), in the
// order of the table.
func (a *Base) Members(body, day string) []string {
	var out []string
	for _, m := range a.members[body] {
		if Covers(m.from, m.to, day) {
			out = append(out, m.state)
		}
	}
	return out
}
