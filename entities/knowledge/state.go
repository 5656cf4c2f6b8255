package knowledge

import (
	"strings"

	"rapporteur"
	"rapporteur/table"
)

func (a loader) addStates(t *table.Table) error {
	for _, row := range t.Rows {
		s := &Actor{ID: row.Get("id"), Name: row.Get("name"), Kind: rapporteur.State, Status: row.Get("status")}
		if s.ID == "" || s.Name == "" {
			return row.Errorf("a state needs an id and a name")
		}
		s.State = s.ID
		if err := a.enter(s, row); err != nil {
			return err
		}
		s.Words = nounsOf(row.List("long"))
		a.names.add(s.Name, s, ByName)
		a.addNames(row.List("long"), s, ByName)
		a.addNames(row.List("aliases"), s, ByName)
		a.addNames(row.List("demonyms"), s, ByDemonym)
		capitals := row.List("capital")
		if len(capitals) > 0 {
			s.Capital = capitals[0]
		}
		a.addNames(capitals, s, ByCapital)
		a.addNames(row.List("seats"), s, BySeat)
		a.addNames(row.List("cities"), s, ByCity)
		if short := strings.ToLower(row.Get("short")); short != "" {
			a.shorts[short] = append(a.shorts[short], ShortName{s, row.Get("beside")})
		}
	}
	return nil
}

// ShortName is a state that a word with an article stands for, where the report
// names the state Beside.
type ShortName struct {
	State  *Actor
	Beside string
}

// enter takes in an actor whose id must be new.
func (a loader) enter(k *Actor, row table.Row) error {
	if other := a.actors[k.ID]; other != nil {
		return row.Errorf("id %q is taken by %s (%s); choose another one", k.ID, other.Name, other.Kind)
	}
	a.actors[k.ID] = k
	if k.Kind == rapporteur.Person {
		a.persons = append(a.persons, k)
	} else {
		a.bodies = append(a.bodies, k)
	}
	return nil
}

func (a loader) addNames(names []string, known *Actor, sort Sort) {
	for _, name := range names {
		a.names.add(name, known, sort)
	}
}
