package entities

import (
	"slices"

	"rapporteur/entities/knowledge"
)

// shortName links a single word: to the holder of the office beside it, to a
// person of the report whose family name it is (or first name, after "Sir"),
// else to the one known person whom that name alone can mean on that day.
func (l *linker) shortName(n *personName) int {
	word := n.words[0]
	known := l.wellKnown(n, word)
	bearers := l.bearers(n, word)
	if known != nil && len(bearers.actors) == 1 && l.son(bearers.actors[0]) {
		return l.known(known)
	}
	switch {
	case known != nil && n.post >= 0 && l.holds(known, l.offices.posts[n.post]):
		return l.known(known)
	case len(bearers.actors) == 1:
		return bearers.actors[0]
	case len(bearers.actors) > 1:
		return l.oneOf(n, bearers, known)
	case known != nil:
		return l.known(known)
	}
	if i := l.people().oneLetterOff(l.cast.Actors, word); i >= 0 {
		return i
	}
	if l.byGivenName(n) {
		return l.newPerson(n) // nobody of another title
	}
	if i := l.relative(word); i >= 0 && n.post < 0 {
		return i
	}
	if n.post >= 0 {
		if k := l.holder(l.offices.posts[n.post]); k != nil && knowledge.Distance(lastWord(knowledge.Fold(k.Family)), word, 2) <= 2 {
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
func (l *linker) firstNamed(word string) int {
	return only(l.people().byWord[word], func(i int) bool { return l.cast.Actors[i].Family != "" })
}

// holds reports whether a person holds on the day an office that a phrase may
// name.
func (l *linker) holds(k *knowledge.Actor, p postPhrase) bool {
	for _, t := range k.Terms {
		if !t.Holds(l.day) || p.actor != nil && p.actor.ID != t.For {
			continue
		}
		if slices.ContainsFunc(p.senses, func(s knowledge.OfficeSense) bool { return s.ID == t.Office }) {
			return true
		}
	}
	return false
}

// bearers are the persons of the report whom a single word may name.
func (l *linker) bearers(n *personName, word string) *namesakes {
	if l.byGivenName(n) {
		return &namesakes{actors: royalty{l}.addressedSo(n, l.bearersByGivenName(n, word))}
	}
	return l.calledSo(word, n.title.Gender)
}

// bearersByGivenName are those whom a word and a title that goes with a given name
// may name.
func (l *linker) bearersByGivenName(n *personName, word string) []int {
	var found []int
	add := func(i int) {
		if l.mayBeOf(i, n.title.Gender) && (royalty{l}).mayBe(i, n.address) && !slices.Contains(found, i) {
			found = append(found, i)
		}
	}
	for _, i := range l.people().bySound[knowledge.Sound(word)] {
		add(i)
	}
	for _, i := range l.people().bySurname[word] {
		if l.cast.Actors[i].Family == word {
			add(i)
		}
	}
	return found
}

// relative gives the person of the report whose first name a word is, where the
// report names another one of the same family: then the news calls them by their
// first names. -1 where it names none, or two.
func (l *linker) relative(word string) int {
	return only(l.people().byGivenName[word], func(i int) bool {
		family := l.cast.Actors[i].Family
		return family != "" && l.people().families[family] > 1
	})
}

// son reports whether a person is called by a name that an elder one has too.
func (l *linker) son(actor int) bool {
	words := knowledge.Words(l.cast.Actors[actor].Name)
	return l.cast.Actors[actor].Known == nil && knowledge.Younger(words[len(words)-1])
}

// oneOf picks among namesakes of a report: the one whom the name alone means,
// a president rather than his wife, else the one named in full last before.
func (l *linker) oneOf(n *personName, of *namesakes, known *knowledge.Actor) int {
	if known != nil {
		if i := l.cast.index(known.ID); of.has[i] || of.has == nil && slices.Contains(of.actors, i) {
			return i
		}
	}
	if of.has == nil {
		return l.lastOf(n.nth, of.actors)
	}
	return l.lastInFull(n.nth, n.words[0], of)
}

// ranks order offices by how far their holders are known by family name alone.
var ranks = map[string]int{"head-of-state": 1, "head-of-government": 1, "supreme-leader": 1, "head-of-body": 2, "foreign-minister": 2, "crown-prince": 2, "foreign-policy-chief": 2, "defence-minister": 3, "national-security-adviser": 3, "special-envoy": 3, "chief-negotiator": 3, "group-leader": 3}

// wellKnown finds the known person whom a family name alone means on the day:
// the only one of the highest rank, of the gender that the title tells.
func (l *linker) wellKnown(n *personName, word string) *knowledge.Actor {
	people := l.base.ByFamily(word)
	if n.post >= 0 {
		if k := l.holder(l.offices.posts[n.post]); k != nil {
			for _, p := range people {
				if p == k {
					return k
				}
			}
		}
	}
	var found *knowledge.Actor
	best, tie := unranked, false
	for _, k := range people {
		if n.title.Gender != 0 && k.Gender != 0 && n.title.Gender != k.Gender {
			continue
		}
		if l.byGivenName(n) && !(royalty{l}).goesBy(k, n.address, word) {
			continue
		}
		switch r := l.rank(k, len(people) <= few); {
		case r < best:
			found, best, tie = k, r, false
		case r == best:
			tie = true
		}
	}
	if tie {
		return nil
	}
	return found
}

// Ranks behind those of the table: any office, held by the bearer of a family
// name that few have, and the first offices of a state, held before.
const (
	lowest = iota + 4
	bygone
	unranked
)

// foremost is the rank of the head of the United Nations, whom a family name
// means before any head of state.
const foremost = -1

// few is the number of known bearers up to which a family name alone says who
// is meant, though the office be low or past.
const few = 3

// rank is the best rank of a person's offices on the day; seldom says that few
// have the family name.
func (l *linker) rank(k *knowledge.Actor, seldom bool) int {
	best := unranked
	for _, t := range k.Terms {
		r := ranks[t.Office]
		if t.Office == "head-of-body" && t.For == "UN" {
			r = foremost
		}
		switch {
		case t.Holds(l.day) && r != 0:
			best = min(best, r)
		case t.Holds(l.day) && seldom:
			best = min(best, lowest)
		case seldom && r == 1 && l.day != "" && t.From <= l.day:
			best = min(best, bygone)
		}
	}
	return best
}
