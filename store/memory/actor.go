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
func (t *tables) Actors(ids ...string) ([]rapporteur.Actor, error) {
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
func (t *tables) PutActor(a rapporteur.Actor) error {
	if have, ok := t.actors[a.ID]; ok {
		a.Name, a.Kind, a.State = min(a.Name, have.Name), min(a.Kind, have.Kind), max(a.State, have.State)
	}
	t.actors[a.ID] = rapporteur.Actor{ID: a.ID, Known: a.Known, Name: a.Name, Kind: a.Kind, State: a.State}
	return nil
}

// Parties implements record.View.
func (t *tables) Parties(q record.PartyQuery) ([]record.Party, error) {
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

// Corrections implements record.View.
func (t *tables) Corrections(after int64) ([]record.Correction, error) {
	return slices.Clone(t.corrections[min(int(after), len(t.corrections)):]), nil
}

// PutCorrection implements record.Update.
func (t *tables) PutCorrection(c record.Correction) (int64, error) {
	c.ID = int64(len(t.corrections)) + 1
	t.corrections = append(t.corrections, c)
	return c.ID, nil
}

// Dossiers implements record.View.
func (t *tables) Dossiers() ([]record.Dossier, error) {
	var out []record.Dossier
	for _, name := range slices.Sorted(maps.Keys(t.dossiers)) {
		out = append(out, t.dossiers[name])
	}
	return out, nil
}

// PutDossier implements record.Update.
func (t *tables) PutDossier(d record.Dossier) error {
	t.dossiers[d.Name] = d
	return nil
}

// DropDossier implements record.Update.
func (t *tables) DropDossier(name string) error {
	delete(t.dossiers, name)
	return nil
}
