package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// shortName links a single word: to the holder of the office beside it, to a
// person of the report whose family name it is (or first name, after "Sir"),
// else to the one known person whom that name alone can mean on that day.
func (l *linker) shortName(n *personName) int {
	word := n.words[0]
	known := l.wellKnown(n, word)
	bearers := l.bearers(n, word)
	if known != nil && len(bearers) == 1 && l.son(bearers[0]) {
		return l.known(known)
	}
	switch {
	case known != nil && n.post >= 0 && l.holds(known, l.posts[n.post]):
		return l.known(known)
	case len(bearers) == 1:
		return bearers[0]
	case len(bearers) > 1:
		bearers = royalty{l}.addressedSo(n, bearers)
		return l.oneOf(n, bearers, known)
	case known != nil:
		return l.known(known)
	}
	if i := l.oneOff(word); i >= 0 {
		return i
	}
	if l.byGivenName(n) {
		return l.newPerson(n) // nobody of another title
	}
	if i := l.relative(word); i >= 0 && n.post < 0 {
		return i
	}
	if n.post >= 0 {
		if k := l.holder(l.posts[n.post]); k != nil && knowledge.Distance(lastWord(knowledge.Fold(k.Family)), word, 2) <= 2 {
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
	found := -1
	for i := range l.cast.Actors {
		a := &l.cast.Actors[i]
		if a.Kind != rapporteur.Person || a.Family == "" || !slices.Contains(l.nameWords(i), word) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
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
func (l *linker) bearers(n *personName, word string) []int {
	byGiven := l.byGivenName(n)
	var found []int
	for i := range l.cast.Actors {
		a := &l.cast.Actors[i]
		if a.Kind != rapporteur.Person || n.title.Gender != 0 && a.Gender != 0 && a.Gender != n.title.Gender {
			continue
		}
		if byGiven {
			if (a.Family == word || sameGivenName(l.firstOf(i), word)) && (royalty{l}).mayBe(i, n.address) {
				found = append(found, i)
			}
			continue
		}
		if a.Family == word || lastWord(a.Family) == word || a.Family == "" && l.firstOf(i) == word {
			found = append(found, i)
		}
	}
	return found
}

// relative gives the person of the report whose first name a word is, where the
// report names another one of the same family: then the news calls them by their
// first names. -1 where it names none, or two.
func (l *linker) relative(word string) int {
	found := -1
	for i := range l.cast.Actors {
		a := &l.cast.Actors[i]
		if a.Kind != rapporteur.Person || a.Family == "" || l.firstOf(i) != word {
			continue
		}
		kin := slices.ContainsFunc(l.cast.Actors, func(b Actor) bool {
			return b.Kind == rapporteur.Person && b.ID != a.ID && b.Family == a.Family
		})
		if kin && found >= 0 {
			return -1
		} else if kin {
			found = i
		}
	}
	return found
}

// son reports whether a person is called by a name that an elder one has too.
func (l *linker) son(actor int) bool {
	words := knowledge.Words(l.cast.Actors[actor].Name)
	return l.cast.Actors[actor].Known == nil && knowledge.Younger(words[len(words)-1])
}

// oneOf picks among namesakes of a report: the one whom the name alone means,
// a president rather than his wife, else the one named in full last before.
func (l *linker) oneOf(n *personName, bearers []int, known *knowledge.Actor) int {
	bears := make(map[int]bool, len(bearers))
	for _, i := range bearers {
		if known != nil && l.cast.Actors[i].Known == known {
			return i
		}
		bears[i] = true
	}
	best, at := -1, -1
	for i := range l.persons {
		if p := &l.persons[i]; p.First < n.First && p.First > at && len(p.words) > 1 && bears[p.actor] {
			best, at = p.actor, p.First
		}
	}
	return best
}

// firstOf gives the first word of an actor's name.
func (l *linker) firstOf(actor int) string {
	if words := l.nameWords(actor); len(words) > 0 {
		return words[0]
	}
	return ""
}

func lastWord(name string) string {
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// ranks order offices by how far their holders are known by family name alone.
var ranks = map[string]int{"head-of-state": 1, "head-of-government": 1, "supreme-leader": 1, "head-of-body": 2, "foreign-minister": 2, "crown-prince": 2, "foreign-policy-chief": 2, "defence-minister": 3, "national-security-adviser": 3, "special-envoy": 3, "chief-negotiator": 3, "group-leader": 3}

// wellKnown finds the known person whom a family name alone means on the day:
// the only one of the highest rank, of the gender that the title tells.
func (l *linker) wellKnown(n *personName, word string) *knowledge.Actor {
	people := l.base.ByFamily(word)
	if n.post >= 0 {
		if k := l.holder(l.posts[n.post]); k != nil {
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
