package entities

import (
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// personLinker links the names of persons.
type personLinker struct {
	*discourse
	ranks  familyRanks
	styles styleTitles
	// alike are the namesakes asked for.
	alike map[namesakesKey]*namesakes
}

func newPersonLinker(d *discourse) *personLinker {
	return &personLinker{discourse: d, ranks: familyRanks{d}, styles: styleTitles{d}, alike: map[namesakesKey]*namesakes{}}
}

// linkPersons decides who each name of a person is: full names first, then
// family names with an office, then the short ones that refer to them.
func (l *personLinker) linkPersons() {
	for pass := range 3 {
		for i := range l.names.list {
			if n := &l.names.list[i]; n.pass() == pass {
				l.assign(i, l.resolve(n))
				l.placeInOffice(n)
			}
		}
	}
	for _, n := range l.names.list {
		if n.actor >= 0 {
			l.add(Mention{First: n.begin, Last: n.Last, Head: syntax.SpanHead(l.doc, n.begin, n.Last), Actor: n.actor})
		}
	}
}

// placeInOffice gives a person for whom the tables have no office on the day
// the one that the text gives.
func (l *personLinker) placeInOffice(n *personName) {
	if n.actor < 0 || n.office < 0 {
		return
	}
	if a := l.actor(n.actor); a.Known != nil && len(a.Roles) == 0 {
		l.takeOffice(n.actor, l.offices.phrases[n.office])
	}
}

// resolve decides who a name is, an actor of the report, -1 where it may be two.
func (l *personLinker) resolve(n *personName) int {
	if len(n.words) == 0 {
		return -1
	}
	if len(n.words) == 1 {
		return l.shortName(n)
	}
	if k := l.chooseNamesake(n, n.known); k != nil {
		return l.known(k)
	}
	if i := l.people().sameName(n.words); i >= 0 {
		return i
	}
	if i := l.withParticle(n); i >= 0 {
		return i
	}
	if k := l.startsWith(n); k != nil {
		return l.known(k)
	}
	if k := l.misspelt(n); k != nil {
		return l.known(k)
	}
	return l.newPerson(n)
}

// chooseNamesake picks the person among namesakes: who holds the office that the text
// gives, else who holds any on the day, else the only one.
func (l *personLinker) chooseNamesake(n *personName, people []*knowledge.Actor) *knowledge.Actor {
	if len(people) <= 1 {
		if len(people) == 1 {
			return people[0]
		}
		return nil
	}
	var serving []*knowledge.Actor
	for _, k := range people {
		if k.Serves(l.day) {
			serving = append(serving, k)
		}
		if n.office >= 0 && l.holder(l.offices.phrases[n.office]) == k {
			return k
		}
	}
	if len(serving) == 1 {
		return serving[0]
	}
	return nil
}

// startsWith finds a known person whose name the longer name begins with:
// "Faisal bin Farhan Al Saud".
func (l *personLinker) startsWith(n *personName) *knowledge.Actor {
	for k := len(n.words) - 1; k >= 2; k-- {
		if knowledge.Younger(n.words[k]) {
			return nil // a son of the same name
		}
		for _, s := range l.base.Find(strings.Join(n.words[:k], " ")) {
			if s.Actor.Kind == rapporteur.Person {
				return s.Actor
			}
		}
	}
	return nil
}

// newPerson enters a person whom no table knows, with the office and state
// that the text gives.
func (l *personLinker) newPerson(n *personName) int {
	name := l.doc.Words(l.doc.Bytes(n.First, n.Last))
	count := len(l.actors)
	i := l.unknown(strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s"), rapporteur.Person, "")
	a := l.actor(i)
	a.Gender, a.Family = n.title.Gender, knowledge.Fold(knowledge.FamilyName(a.Name))
	if g, ok := l.base.GivenName(n.words[0]); ok && a.Gender == 0 && len(n.words) > 1 {
		a.Gender = g
	}
	if i < count {
		clear(l.alike) // whose gender is told anew
	}
	if n.office >= 0 {
		l.takeOffice(i, l.offices.phrases[n.office])
	}
	return i
}

// takeOffice gives an actor of the report the role that a phrase states.
func (l *personLinker) takeOffice(actor int, p officePhrase) {
	a := l.actor(actor)
	role := rapporteur.Role{Office: l.doc.Words(l.doc.Bytes(p.First, p.Last))}
	if o := p.office(); o != nil {
		role.Sector = rapporteur.Text(o.Sector)
	}
	if p.actor != nil {
		role.For = rapporteur.Text(p.actor.ID)
		if a.State == "" && p.actor.State != "" {
			a.State = rapporteur.Text(p.actor.State)
		}
		if !p.former && a.For == "" && official(role.Sector) {
			l.setSide(actor, forWhom(p.actor, nil))
		}
	}
	if !p.former {
		a.Roles = append(a.Roles, role)
	}
}

// assign notes whom a name stands for.
func (l *personLinker) assign(name, actor int) {
	n := &l.names.list[name]
	n.actor = actor
	if actor < 0 || len(n.words) < 2 {
		return
	}
	l.names.enter(name, actor, surnameKey(l.actor(actor).Family, l.people().words[actor]))
	if l.byGivenName(n) {
		l.names.address(name, address{actor, n.address})
	}
}

// withParticle gives the person whom a family name with its particles means: one
// of the report whose name ends in the same words, so that "Van Jones" is no
// "Alex Jones"; else, behind an article joined by a hyphen, who is known by the
// family name alone. -1 for none.
func (l *personLinker) withParticle(n *personName) int {
	if !n.familyAlone() {
		return -1
	}
	var found []int
	for _, i := range l.people().byEnding[n.words[len(n.words)-1]] {
		if l.mayBeOf(i, n.title.Gender) && endsIn(l.people().words[i], n.words) {
			found = append(found, i)
		}
	}
	switch {
	case len(found) == 1:
		return found[0]
	case len(found) > 1:
		return l.names.lastOf(n.nth, found)
	case articles[n.words[0]] && strings.Contains(l.doc.Words(l.doc.Bytes(n.First, n.Last)), "-"):
		if k := l.ranks.wellKnown(n, n.words[len(n.words)-1]); k != nil {
			return l.known(k)
		}
	}
	return -1
}

// endsIn reports whether a name of more words ends in others; one article stands
// for the other.
func endsIn(name, words []string) bool {
	skip := len(name) - len(words)
	if skip <= 0 {
		return false
	}
	for i, w := range words {
		if x := name[skip+i]; x != w && !(articles[x] && articles[w]) {
			return false
		}
	}
	return true
}
