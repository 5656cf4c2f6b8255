package entities

import (
	"slices"

	"rapporteur/entities/knowledge"
)

// shortName links a single word: to the holder of the office beside it, to a
// person of the report whose family name it is (or first name, after "Sir"),
// else to the one known person whom that name alone can mean on that day.
func (l *personLinker) shortName(n *personName) int {
	word := n.words[0]
	known := l.ranks.wellKnown(n, word)
	bearers := l.bearers(n, word)
	if known != nil && len(bearers.actors) == 1 && l.isYounger(bearers.actors[0]) {
		return l.known(known)
	}
	switch {
	case known != nil && n.office >= 0 && l.holds(known, l.offices.phrases[n.office]):
		return l.known(known)
	case len(bearers.actors) == 1:
		return bearers.actors[0]
	case len(bearers.actors) > 1:
		return l.oneOf(n, bearers, known)
	case known != nil:
		return l.known(known)
	}
	if i := l.people().oneLetterOff(l.actors, word); i >= 0 {
		return i
	}
	if l.byGivenName(n) {
		return l.newPerson(n) // nobody of another title
	}
	if i := l.relative(word); i >= 0 && n.office < 0 {
		return i
	}
	if n.office >= 0 {
		if k := l.holder(l.offices.phrases[n.office]); k != nil && knowledge.Distance(lastWord(knowledge.Fold(k.Family)), word, 2) <= 2 {
			return l.known(k)
		}
	}
	if i := l.firstNamed(word); i >= 0 {
		return i
	}
	return l.newPerson(n)
}

// firstNamed gives the one person of the report whose first or middle name a word
// is: many peoples call each other by the first, with or without a title, and by
// the father's of two family names. -1 for none or two.
func (l *personLinker) firstNamed(word string) int {
	return only(l.people().byWord[word], func(i int) bool { return l.actor(i).Family != "" })
}

// bearers are the persons of the report whom a single word may name.
func (l *personLinker) bearers(n *personName, word string) *namesakes {
	if l.byGivenName(n) {
		return &namesakes{actors: l.styles.addressedSo(n, l.bearersByGivenName(n, word))}
	}
	return l.calledSo(word, n.title.Gender)
}

// bearersByGivenName are those whom a word and a title that goes with a given name
// may name.
func (l *personLinker) bearersByGivenName(n *personName, word string) []int {
	var found []int
	add := func(i int) {
		if l.mayBeOf(i, n.title.Gender) && l.styles.mayBe(i, n.address) && !slices.Contains(found, i) {
			found = append(found, i)
		}
	}
	for _, i := range l.people().bySound[knowledge.Sound(word)] {
		add(i)
	}
	for _, i := range l.people().bySurname[word] {
		if l.actor(i).Family == word {
			add(i)
		}
	}
	return found
}

// relative gives the person of the report whose first name a word is, where the
// report names another one of the same family: then the news calls them by their
// first names. -1 where it names none, or two.
func (l *personLinker) relative(word string) int {
	return only(l.people().byGivenName[word], func(i int) bool {
		family := l.actor(i).Family
		return family != "" && l.people().families[family] > 1
	})
}

// isYounger reports whether a person is called by a name that an elder one has too.
func (l *personLinker) isYounger(actor int) bool {
	words := knowledge.Words(l.actor(actor).Name)
	return l.actor(actor).Known == nil && knowledge.Younger(words[len(words)-1])
}

// oneOf picks among namesakes of a report: the one whom the name alone means,
// a president rather than his wife, else the one named in full last before.
func (l *personLinker) oneOf(n *personName, of *namesakes, known *knowledge.Actor) int {
	if known != nil {
		if i := l.byID(known.ID); of.has[i] || of.has == nil && slices.Contains(of.actors, i) {
			return i
		}
	}
	if of.has == nil {
		return l.names.lastOf(n.nth, of.actors)
	}
	return l.names.lastInFull(n.nth, n.words[0], of)
}
