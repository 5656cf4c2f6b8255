package knowledge

import (
	"strconv"

	"rapporteur"
)

// merger takes entries of dictionaries into a base.
type merger struct{ *Base }

// addEntries takes in the entries of a dictionary. An actor that the tables
// know gets further names, and terms only for posts in which the tables do not
// have it; any other one is new.
func (a merger) addEntries(entries []entry) {
	for i := range entries {
		e := &entries[i]
		if e.kind == rapporteur.State {
			a.addStateNames(e)
			continue
		}
		k, ok := a.recognise(e)
		if !ok {
			continue
		}
		if k == nil {
			k = a.enterEntry(e)
		}
		if k.Kind == rapporteur.Person {
			loader(a).addAliases(k, append([]string{e.name}, e.aliases...))
			a.addTermsOf(k, e.terms)
		} else {
			a.addFresh(append([]string{e.name}, e.aliases...), k)
		}
	}
}

// addStateNames gives a known state further names.
func (a merger) addStateNames(e *entry) {
	if k := a.actors[e.state]; k != nil && k.Kind == rapporteur.State {
		a.addFresh(append([]string{e.name}, e.aliases...), k)
	}
}

// addFresh enters the names of an actor that mean nothing else yet.
func (a merger) addFresh(names []string, k *Actor) {
	for _, name := range names {
		if len(a.names.lookup(name)) == 0 {
			a.names.add(name, k, ByName)
		}
	}
}

// recognise finds the known actor that an entry is about: one of its kind that
// has one of its names, and no other state. It is not ok where the names mean
// an actor of another kind or several.
func (a merger) recognise(e *entry) (known *Actor, ok bool) {
	for _, name := range append([]string{e.name}, e.aliases...) {
		for _, s := range a.names.lookup(name) {
			person := s.Actor.Kind == rapporteur.Person
			switch {
			case person != (e.kind == rapporteur.Person):
				return nil, false
			case person && e.state != "" && s.Actor.State != "" && e.state != s.Actor.State:
			case known != nil && known != s.Actor:
				return nil, false
			default:
				known = s.Actor
			}
		}
	}
	return known, true
}

// enterEntry makes a new actor of an entry.
func (a merger) enterEntry(e *entry) *Actor {
	id := Slug(e.name)
	for n := 2; a.actors[id] != nil; n++ {
		id = Slug(e.name) + "-" + strconv.Itoa(n)
	}
	k := &Actor{ID: id, Name: e.name, Kind: e.kind, Gender: e.gender, Sector: e.sector}
	if a.actors[e.state] != nil {
		k.State = e.state
	}
	a.actors[id] = k
	if k.Kind != rapporteur.Person {
		a.bodies = append(a.bodies, k)
		return k
	}
	k.Family, k.Words = FamilyName(e.name), Words(e.name)
	a.persons = append(a.persons, k)
	return k
}

// addTermsOf gives a person the terms of an entry, save for posts that the
// tables know the person in.
func (a merger) addTermsOf(k *Actor, terms []entryTerm) {
	known := map[post]bool{}
	for _, t := range k.Terms {
		known[post{t.Office, t.For}] = true
	}
	for _, t := range terms {
		if a.actors[t.actor] == nil || a.offices.Of(t.office, t.actor) == nil || known[post{t.office, t.actor}] {
			continue
		}
		loader(a).addTerm(&Term{Person: k, Office: t.office, For: t.actor, From: t.from, To: t.to, Until: t.until})
	}
}
