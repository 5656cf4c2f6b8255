package record

import (
	"rapporteur"
	"slices"
	"strings"
)

// alikeOf are the recipients that two events have in common. Those whom no table
// knows are the same if a word is, numbers apart: 24 sailors, the sailors.
func alikeOf(a, b []string) []string {
	out := shared(a, b)
	for _, x := range a {
		for _, y := range b {
			if x[0] == '~' && y[0] == '~' && len(shared(uncountedWords(x), uncountedWords(y))) > 0 {
				out = append(out, x)
			}
		}
	}
	return out
}

// uncountedWords are the words of an id that no table knows, without numbers.
func uncountedWords(id string) []string {
	id, _, _ = strings.Cut(id, "@")
	return slices.DeleteFunc(wordsOf(id), func(w string) bool {
		_, number := numeral(w)
		return number || len(w) < 4
	})
}

// named reports whether tables know all of some actors.
func named(actors []string) bool {
	return !slices.ContainsFunc(actors, func(a string) bool { return a[0] == '~' })
}

// take puts an actor on a side and names it there if it is a person.
func (p *piece) take(actor string, acts rapporteur.Text, sides *[]string) {
	side := p.side(actor, acts)
	*sides = append(*sides, side)
	if a := p.cast[actor]; a.Kind == rapporteur.Person && !slices.Contains(p.persons[side], p.name(actor)) {
		p.persons[side] = append(p.persons[side], p.name(actor))
	}
}

// side is the state or body that an actor stands for, or the actor itself.
func (p *piece) side(actor string, acts rapporteur.Text) string {
	a := p.cast[actor]
	switch {
	case acts != "":
		return string(acts)
	case a.Kind == rapporteur.Person && len(a.Roles) > 0 && a.Roles[0].For != "":
		return string(a.Roles[0].For)
	case a.Kind != rapporteur.Organisation && a.Kind != rapporteur.Collective && a.State != "":
		return string(a.State)
	}
	return p.name(actor)
}

// name is what an actor is compared by: its id. An id that no table knows is made of
// the name. A person's full name holds in every report; "the coast guard" is that of
// the state of which the report speaks most, and a single name holds in its report.
func (p *piece) name(actor string) string {
	if actor == "" || actor[0] != '~' {
		return actor
	}
	switch person := p.cast[actor].Kind == rapporteur.Person; {
	case person && fullName(actor):
		return actor
	case person || p.about == "":
		return actor + "@" + p.report.TextID()
	}
	return actor + "@" + p.about
}

// fullName reports whether an id is made of two words or more.
func fullName(id string) bool { return slices.Contains([]byte(id), '-') }

// clash compares the persons of two pieces on the sides that both have: those
// named by both, and whether a side is represented by others altogether.
func clash(a, b *piece, sides []string) (same []string, differ bool) {
	for _, side := range sides {
		x, y := a.persons[side], b.persons[side]
		both := shared(x, y)
		same = append(same, both...)
		if len(x) > 0 && len(y) > 0 && len(both) == 0 {
			differ = true
		}
	}
	return same, differ
}
