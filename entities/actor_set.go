package entities

import (
	"rapporteur"
	"rapporteur/entities/knowledge"
)

// actorSet is the actors of a report: those of the tables that it names, and those
// whom no table knows. They keep their places, ids, names and kinds.
type actorSet struct {
	base   *knowledge.Base
	day    string
	actors []Actor
	// places are the places of the actors by their ids.
	places  map[string]int
	persons *personIndex
	share   *stateShare
}

func newActorSet(base *knowledge.Base, day string) *actorSet {
	return &actorSet{base: base, day: day, places: map[string]int{}, persons: newPersonIndex(), share: newStateShare()}
}

// actor gives an actor by its place.
func (s *actorSet) actor(i int) *Actor { return &s.actors[i] }

// byID gives the place of the actor with an id, -1 for none.
func (s *actorSet) byID(id string) int {
	if i, ok := s.places[id]; ok {
		return i
	}
	return -1
}

func (s *actorSet) enter(a Actor) int {
	s.places[a.ID] = len(s.actors)
	s.actors = append(s.actors, a)
	return len(s.actors) - 1
}

// known gives the actor for a row of the tables, entering it on its first mention.
func (s *actorSet) known(k *knowledge.Actor) int {
	if i := s.byID(k.ID); i >= 0 {
		return i
	}
	a := Actor{Actor: rapporteur.Actor{ID: k.ID, Known: true, Name: k.Name, Kind: k.Kind, State: rapporteur.Text(k.State)}, Known: k, Gender: k.Gender, Family: knowledge.Fold(k.Family)}
	a.Roles = rolesOn(s.base, k, s.day)
	if k.Part != "" && k.State == "" {
		a.State = rapporteur.Text(k.Part)
	}
	a.For = s.principal(forWhom(k, a.Roles))
	return s.enter(a)
}

// unknown gives the actor of the report for a name that no table knows.
func (s *actorSet) unknown(name string, kind rapporteur.ActorKind, state string) int {
	id := "~" + knowledge.Slug(name)
	if i := s.byID(id); i >= 0 {
		return i
	}
	return s.enter(Actor{Actor: rapporteur.Actor{ID: id, Name: name, Kind: kind, State: rapporteur.Text(state)}, For: state})
}

// principal gives the state of an organ, for whose people speak for the state:
// "the commander of the Guards". Any other actor is its own.
func (s *actorSet) principal(id string) string {
	if k := s.base.Actor(id); k != nil && k.Kind == rapporteur.Organisation {
		return forWhom(k, nil)
	}
	return id
}

// setSide sets whom an actor acts for.
func (s *actorSet) setSide(actor int, side string) {
	a := s.actor(actor)
	if a.Kind != rapporteur.State {
		s.share.move(actor, a.For, side)
	}
	a.For = side
}

// sideOf gives the state or body that an actor is, or acts for, and whether that
// is told of the actor at all.
func (s *actorSet) sideOf(actor int) (side *knowledge.Actor, told bool) {
	a := s.actor(actor)
	switch {
	case a.Known != nil && a.Known.Kind != rapporteur.Person:
		return a.Known, true
	case a.Known != nil || a.For != "":
		return s.base.Actor(a.For), true
	}
	return nil, false
}

// people gives the index of the persons, with those who have come since.
func (s *actorSet) people() *personIndex {
	s.persons.extend(s.actors)
	return s.persons
}

// mayBeOf reports whether a person can be of a gender; 0 fits all.
func (s *actorSet) mayBeOf(actor int, gender byte) bool {
	of := s.actor(actor).Gender
	return gender == 0 || of == 0 || of == gender
}
