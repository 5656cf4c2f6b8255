package whoswho

import (
	"rapporteur"
	"rapporteur/table"
)

func (a *Almanac) addStates(t *table.Table) error {
	for _, row := range t.Rows {
		s := &Known{ID: row.Get("id"), Name: row.Get("name"), Kind: rapporteur.State, Status: row.Get("status")}
		if s.ID == "" || s.Name == "" {
			return row.Errorf("a state needs an id and a name")
		}
		s.State = s.ID
		a.actors[s.ID] = s
		a.names.add(s.Name, s, ByName)
		a.addNames(row.List("long"), s, ByName)
		a.addNames(row.List("aliases"), s, ByName)
		a.addNames(row.List("demonyms"), s, ByDemonym)
		a.addNames(row.List("capital"), s, ByCapital)
		a.addNames(row.List("seats"), s, BySeat)
		a.addNames(row.List("cities"), s, ByCity)
	}
	return nil
}

func (a *Almanac) addNames(names []string, known *Known, sort Sort) {
	for _, name := range names {
		a.names.add(name, known, sort)
	}
}
