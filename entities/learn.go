package entities

import (
	"rapporteur"
	"rapporteur/entities/knowledge"
)

// learned are the holders of offices whom other reports name, for posts that no table
// has a holder for on the report's day, by the first token of the phrases that mean them.
type learned map[int]rapporteur.Incumbent

// learnedHolder gives the actor who holds the office of a phrase by the word of other
// reports, where this one names nobody else in it. -1 for none.
func (l *officeLinker) learnedHolder(p officePhrase) int {
	i, ok := l.learned[p.First]
	if !ok || l.followed(l.base.Actor(i.Person), post{i.Office, i.For}) {
		return -1
	}
	return l.incumbentOf(i)
}

// incumbentOf gives the actor for somebody whom other reports name in an office.
func (s *actorSet) incumbentOf(i rapporteur.Incumbent) int {
	of, count := s.base.Actor(i.For), len(s.actors)
	var actor int
	if k := s.base.Actor(i.Person); k != nil {
		actor = s.known(k)
	} else {
		actor = s.unknown(i.Name, rapporteur.Person, of.State)
	}
	a := s.actor(actor)
	if a.Known == nil && actor == count {
		a.Family = knowledge.Fold(knowledge.FamilyName(a.Name))
		if g, ok := s.base.GivenName(knowledge.Words(a.Name)[0]); ok {
			a.Gender = g
		}
	}
	if len(a.Roles) == 0 {
		role := rapporteur.Role{Office: i.Title, For: rapporteur.Text(i.For), Learned: true, Acting: i.Acting}
		if o := s.base.Offices().Of(i.Office, i.For); o != nil {
			role.Sector = rapporteur.Text(o.Sector)
		}
		a.Roles = append(a.Roles, role)
		if a.For == "" && official(role.Sector) {
			s.setSide(actor, forWhom(of, nil))
		}
	}
	return actor
}
