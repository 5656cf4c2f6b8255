package service

import (
	"slices"
	"strings"

	"rapporteur/record"
)

// ActorIDs finds the ids of actors of the record by id, name or a word of a name.
func ActorIDs(l *record.Look, wanted []string) ([]string, error) {
	if len(wanted) == 0 {
		return nil, nil
	}
	parties, err := l.Parties(record.Filter{})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, w := range wanted {
		found := matching(parties, w)
		if len(found) == 0 {
			return nil, invalid("--actor "+w, "nobody on the record is called so"+nearActors(parties, w))
		}
		for _, p := range found {
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}

// matching gives the actors that a word means: by id, by whole name, else by a
// word of the name.
func matching(parties []record.Party, word string) []record.Party {
	for _, same := range []func(p *record.Party) bool{
		func(p *record.Party) bool {
			return strings.EqualFold(p.ID, word) || strings.EqualFold(p.Name, word) || strings.EqualFold(p.Read, word)
		},
		func(p *record.Party) bool {
			return slices.ContainsFunc(strings.Fields(p.Name+" "+p.Read), func(w string) bool { return strings.EqualFold(w, word) })
		},
	} {
		var found []record.Party
		for i := range parties {
			if same(&parties[i]) {
				found = append(found, parties[i])
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// nearActors names actors whose names look like a word.
func nearActors(parties []record.Party, word string) string {
	var names []string
	for _, p := range parties {
		names = append(names, p.Name)
	}
	return near(word, names, "; rapporteur show actors lists everybody")
}
