package service

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/record"
)

// Called gives the id of an actor that somebody named, by id or by a name that no other
// has. Those of the record go before those that only tables know.
func (d *Directory) Called(ctx context.Context, r *record.Record, typed string) (string, error) {
	parties, err := r.Parties(ctx, record.Filter{Actors: []string{typed}})
	if err != nil {
		return "", err
	}
	if len(parties) > 0 || d.base.Actor(typed) != nil {
		return typed, nil
	}
	all, err := r.Parties(ctx, record.Filter{Text: typed})
	if err != nil {
		return "", err
	}
	found := map[string]string{}
	for _, p := range matching(all, typed) {
		found[p.ID] = p.Name
	}
	if len(found) == 0 {
		q := Who{Name: typed}
		for _, a := range q.find(d.base) {
			for _, name := range a.Names {
				if strings.EqualFold(name, typed) {
					found[a.ID] = a.Name
				}
			}
		}
	}
	for id := range found {
		if len(found) == 1 {
			return id, nil
		}
	}
	if len(found) == 0 {
		return "", invalid("actor "+typed, fmt.Sprintf("neither the record nor a table knows an actor %q", typed))
	}
	return "", invalid("actor "+typed, fmt.Sprintf("%d actors are called %q; give the id of one", len(found), typed))
}
