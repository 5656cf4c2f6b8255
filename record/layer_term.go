package record

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// layeredTerms are the terms and actors as a desk sees them.
type layeredTerms struct{ layered }

// Having implements View.
func (l layeredTerms) Having(terms ...Term) (map[Term]int, error) {
	out, err := l.base.Having(terms...)
	if err != nil {
		return nil, err
	}
	more := l.more()
	for _, t := range terms {
		if n := out[t] + more[t]; n > 0 && more[t] != 0 {
			out[t] = n
		} else if n <= 0 {
			delete(out, t)
		}
	}
	return out, nil
}

// more is how many more entries have a term than in the shared record. While the layer is
// made it is not known, and nobody is told of fewer than there are.
func (l layeredTerms) more() map[Term]int {
	if len(l.terms) > 0 || len(l.entries) == 0 {
		return l.terms
	}
	return l.having
}

// Values implements View.
func (l layeredTerms) Values(names ...string) (map[string][]Value, error) {
	out, err := l.base.Values(names...)
	if err != nil {
		return nil, err
	}
	for t, more := range l.terms {
		if !slices.Contains(names, t.Name) {
			continue
		}
		values := slices.Clone(out[t.Name])
		at := slices.IndexFunc(values, func(v Value) bool { return v.Value == t.Value })
		if at < 0 {
			values = append(values, Value{Value: t.Value, Entries: more})
		} else {
			values[at].Entries += more
		}
		slices.SortFunc(values, func(a, b Value) int {
			return cmp.Or(cmp.Compare(b.Entries, a.Entries), strings.Compare(a.Value, b.Value))
		})
		out[t.Name] = values
	}
	return out, nil
}

// Parties implements View.
func (l layeredTerms) Parties(q PartyQuery) ([]Party, error) {
	more := map[string]int{}
	for t, n := range l.terms {
		if t.Name == termActor && n != 0 {
			more[t.Value] = n
		}
	}
	wide := q
	wide.Offset = 0
	if q.Limit > 0 {
		wide.Limit = q.Limit + q.Offset + len(more)
	}
	out, err := l.base.Parties(wide)
	if err != nil || len(more) == 0 {
		return pageOfParties(out, q), err
	}
	out = slices.DeleteFunc(out, func(p Party) bool { return more[p.ID] != 0 })
	var ids []string
	for id := range more {
		if len(q.IDs) == 0 || slices.Contains(q.IDs, id) {
			ids = append(ids, id)
		}
	}
	changed, err := l.counted(q, ids, more)
	out = append(out, changed...)
	slices.SortFunc(out, func(a, b Party) int { return cmp.Or(cmp.Compare(b.Entries, a.Entries), strings.Compare(a.ID, b.ID)) })
	return pageOfParties(out, q), err
}

// counted gives the parties of some ids that a query chooses, with as many entries as
// they have at the desk.
func (l layeredTerms) counted(q PartyQuery, ids []string, more map[string]int) ([]Party, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	out, err := l.base.Parties(PartyQuery{IDs: ids, States: q.States, Text: q.Text})
	if err != nil {
		return nil, err
	}
	actors, err := l.base.Actors(ids...)
	for _, a := range actors {
		if !slices.ContainsFunc(out, func(p Party) bool { return p.ID == a.ID }) && q.chooses(&a) {
			out = append(out, Party{ID: a.ID, Known: a.Known, Name: a.Name, Kind: a.Kind, State: a.State})
		}
	}
	for i := range out {
		out[i].Entries += more[out[i].ID]
	}
	return slices.DeleteFunc(out, func(p Party) bool { return p.Entries <= 0 }), err
}

// chooses reports whether a query lets an actor through that has no entries in the shared
// record.
func (q *PartyQuery) chooses(a *rapporteur.Actor) bool {
	return (len(q.States) == 0 || slices.Contains(q.States, string(a.State))) && strings.Contains(strings.ToLower(a.Name), strings.ToLower(q.Text))
}

func pageOfParties(all []Party, q PartyQuery) []Party {
	all = all[min(q.Offset, len(all)):]
	if q.Limit > 0 {
		all = all[:min(q.Limit, len(all))]
	}
	return all
}

// Actors implements View.
func (l layeredTerms) Actors(ids ...string) ([]rapporteur.Actor, error) { return l.base.Actors(ids...) }
