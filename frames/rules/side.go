package rules

import (
	"slices"
	"strings"

	"rapporteur"
)

func sharesSide(x *text, actor referent, all []referent) bool {
	for _, o := range all {
		if sameSide(x, actor, o) {
			return true
		}
	}
	return false
}

// compatriot reports whether an actor belongs to the state that one of some others
// acts for: "our troops" are nobody's recipients.
func compatriot(x *text, actor referent, others []referent) bool {
	for _, o := range others {
		if s := x.actors.Actor(actor.actor).State; s != "" && s == x.actors.Actor(o.actor).Side() {
			return true
		}
	}
	return false
}

// arePrivate reports whether actors are persons alone who are nobody's officials: a
// scholar who agrees does nothing.
func arePrivate(x *text, actors []referent) bool {
	for _, i := range actors {
		a := x.actors.Actor(i.actor)
		office := slices.ContainsFunc(a.Sectors, func(sector string) bool { return sector != "" && !standsOutside(sector) })
		if a.Kind != rapporteur.Person || a.Known || a.For != "" || a.State != "" || office {
			return false
		}
	}
	return len(actors) > 0
}

func standsOutside(sector string) bool {
	return sector == "media" || sector == "civil society" || sector == "business"
}

// sameSide reports whether two actors act for the same state or body.
func sameSide(x *text, a, b referent) bool {
	return a.some() && b.some() && (a.actor == b.actor || x.actors.Actor(a.actor).Side() == x.actors.Actor(b.actor).Side())
}

// isParty reports whether an actor is one that takes positions in a
// negotiation: a state, a body, a group, or who acts for one.
func isParty(x *text, actor referent) bool {
	if !actor.some() {
		return false
	}
	a := x.actors.Actor(actor.actor)
	switch a.Kind {
	case rapporteur.State, rapporteur.Organisation, rapporteur.Group, rapporteur.Collective:
		return !isPress(x, actor)
	}
	return a.For != "" || a.State != ""
}

// allPersons reports whether there are actors and all of them are persons by name.
func allPersons(x *text, actors []referent) bool {
	return len(actors) > 0 && !slices.ContainsFunc(actors, func(a referent) bool { return x.actors.Actor(a.actor).Kind != rapporteur.Person })
}

// differentSides reports whether some actors are of more sides than one.
func differentSides(x *text, actors []referent) bool {
	return slices.ContainsFunc(actors, func(a referent) bool { return !sameSide(x, a, actors[0]) })
}

// isInvolved reports whether an actor can do or suffer something on record: a
// party, a named person, several people of one sort, but nobody as vague as
// "countries".
func isInvolved(x *text, actor referent) bool {
	if !actor.some() {
		return false
	}
	a := x.actors.Actor(actor.actor)
	if a.State == "" && a.For == "" && (a.Kind == rapporteur.Unnamed || a.Kind == rapporteur.Group) {
		return (a.Plural || a.Kind == rapporteur.Group) && !isVague(x, a.Name)
	}
	return isParty(x, actor) || a.Kind == rapporteur.Person
}

// isVague reports whether a description tells nothing of whom it means.
func isVague(x *text, name string) bool {
	words := strings.Fields(lower(name))
	if len(words) == 2 && x.lexicon.classes["amount"][words[0]] || len(words) == 1 {
		w := words[len(words)-1]
		return x.lexicon.classes["vague"][w] || x.lexicon.classes["vague"][strings.TrimSuffix(w, "s")] || x.lexicon.classes["vague"][strings.TrimSuffix(w, "ies")+"y"]
	}
	return false
}

// isPress reports whether an actor is an outlet, which meets people to ask them.
func isPress(x *text, actor referent) bool { return x.lexicon.press(x.actors.Actor(actor.actor)) }

// press reports whether an actor is an outlet, one that no table knows by the words of
// its name.
func (t *lexicon) press(a *Actor) bool {
	if a.Known {
		return a.Sector == "media"
	}
	return slices.ContainsFunc(strings.Fields(lower(a.Name)), func(word string) bool { return t.classes["press"][word] })
}
