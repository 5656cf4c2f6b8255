package memory

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// Actors implements record.View.
func (t termTable) Actors(ids ...string) ([]rapporteur.Actor, error) {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	var out []rapporteur.Actor
	for _, id := range slices.Compact(ids) {
		if a, ok := t.actors[id]; ok {
			out = append(out, a)
		}
	}
	return out, nil
}

// PutActor implements record.Update. Of two names the lesser stays.
func (t personTable) PutActor(a rapporteur.Actor) error {
	if have, ok := t.actors[a.ID]; ok {
		a.Name, a.Kind, a.State = min(a.Name, have.Name), min(a.Kind, have.Kind), max(a.State, have.State)
	}
	t.actors[a.ID] = rapporteur.Actor{ID: a.ID, Known: a.Known, Name: a.Name, Kind: a.Kind, State: a.State}
	return nil
}

// Parties implements record.View.
func (t termTable) Parties(q record.PartyQuery) ([]record.Party, error) {
	counts := map[string]int{}
	for _, d := range t.found {
		for _, term := range d.terms {
			if term.Name == "actor" {
				counts[term.Value]++
			}
		}
	}
	var out []record.Party
	for _, id := range slices.Sorted(maps.Keys(counts)) {
		a, ok := t.actors[id]
		in := func(list []string, v string) bool { return len(list) == 0 || slices.Contains(list, v) }
		if !ok || !in(q.IDs, id) || !in(q.States, string(a.State)) || !strings.Contains(strings.ToLower(a.Name), strings.ToLower(q.Text)) {
			continue
		}
		out = append(out, record.Party{ID: id, Known: a.Known, Name: a.Name, Kind: a.Kind, State: a.State, Entries: counts[id]})
	}
	slices.SortStableFunc(out, func(a, b record.Party) int { return cmp.Compare(b.Entries, a.Entries) })
	return page(out, q.Limit, q.Offset), nil
}
