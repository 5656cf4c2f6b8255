package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// filterFlags choose what is shown. Of several values of one flag one must match.
type filterFlags struct {
	Actor   []string `help:"Only what this actor has part in: an id or a name." placeholder:"WHO"`
	State   []string `help:"Only what somebody of this state has part in: an ISO 3166 alpha-3 code." placeholder:"CODE"`
	Issue   []string `help:"Only positions on this issue: its id." placeholder:"ID"`
	Outlet  []string `help:"Only what this outlet reports." placeholder:"NAME"`
	Since   string   `help:"From this day on, YYYY-MM-DD." placeholder:"DATE"`
	Until   string   `help:"Up to this day." placeholder:"DATE"`
	Dossier string   `help:"Only what belongs to this dossier." placeholder:"NAME"`
	asOfFlag
}

// filter translates the flags; names of actors are looked up on the record.
func (f *filterFlags) filter(ctx context.Context, r *record.Record) (record.Filter, error) {
	out := record.Filter{States: f.State, Issues: f.Issue, Outlets: f.Outlet, Since: rapporteur.Date(f.Since), Until: rapporteur.Date(f.Until), Dossier: f.Dossier}
	at, err := f.time()
	if err != nil {
		return out, err
	}
	out.AsOf = at
	if f.Since != "" && f.Until != "" && f.Until < f.Since {
		return out, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--until " + f.Until, Message: "that is before --since " + f.Since}
	}
	if err := checkIssues(ctx, r, f.Issue); err != nil {
		return out, err
	}
	if len(f.Actor) > 0 {
		out.Actors, err = resolve(ctx, r, f.Actor)
	}
	return out, err
}

// resolve finds the ids of actors by id, name or part of a name.
func resolve(ctx context.Context, r *record.Record, wanted []string) ([]string, error) {
	parties, err := r.Parties(ctx, record.Filter{})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, w := range wanted {
		found := matching(parties, w)
		if len(found) == 0 {
			return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--actor " + w, Message: "nobody on the record is called so" + near(parties, w)}
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
		func(p *record.Party) bool { return p.ID == word || strings.EqualFold(p.Name, word) },
		func(p *record.Party) bool {
			return slices.ContainsFunc(strings.Fields(p.Name), func(w string) bool { return strings.EqualFold(w, word) })
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

// near names actors whose name begins alike.
func near(parties []record.Party, word string) string {
	var out []string
	for _, p := range parties {
		for _, w := range strings.Fields(p.Name) {
			if n := min(3, len(word)); len(w) >= n && strings.EqualFold(w[:n], word[:n]) && len(out) < 3 && !slices.Contains(out, p.Name) {
				out = append(out, p.Name)
			}
		}
	}
	if len(out) == 0 {
		return "; rapporteur show actors lists everybody"
	}
	return fmt.Sprintf("; is it %s?", strings.Join(out, ", or "))
}
