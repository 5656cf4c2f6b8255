package knowledge

import (
	"slices"

	"rapporteur/table"
)

// Province is a first-order division of a state.
type Province struct {
	Name  string
	State *Actor
	// Shared says that the name alone means something else: Georgia.
	Shared bool
	// towns are the folded names of the towns that tell a shared name.
	towns []string
}

// HasTown reports whether a folded name is that of one of the towns that tell a
// province with a shared name.
func (p *Province) HasTown(name string) bool { return slices.Contains(p.towns, name) }

// Provinces gives the provinces with a folded name.
func (a *Base) Provinces(name string) []*Province { return a.provinces[name] }

func (a loader) addProvinces(t *table.Table) error {
	for _, row := range t.Rows {
		p := &Province{Name: row.Get("name"), State: a.actors[row.Get("state")], Shared: row.Get("shared") == "yes"}
		if p.State == nil {
			return row.Errorf("state %q is in no table of states", row.Get("state"))
		}
		for _, town := range row.List("towns") {
			p.towns = append(p.towns, Fold(town))
		}
		key := Fold(p.Name)
		a.provinces[key] = append(a.provinces[key], p)
		if !p.Shared {
			a.names.add(p.Name, p.State, ByCity)
		}
	}
	return nil
}
