package entities

import (
	"slices"
	"sort"

	"rapporteur/entities/knowledge"
)

// personName is a name of a person before it is linked.
type personName struct {
	First, Last int
	// begin is the first token of the titles before the name.
	begin int
	// known is set where the tables know the whole name.
	known []*knowledge.Actor
	// words are the folded words of the name, without titles.
	words []string
	title knowledge.Honorific
	// address is the title as written: sir, prince.
	address string
	// office is the index of the office phrase that goes with the name, -1 for
	// none.
	office int
	// nth is the index of the name in the text.
	nth int
	// actor is the index of the person among the actors, -1 before it is linked.
	actor int
	// other says that the office decided who is meant, against the name.
	other bool
}

// pass is when a name is linked: the more it tells, the earlier.
func (n *personName) pass() int {
	switch {
	case len(n.words) != 1 && !n.familyAlone():
		return 0
	case n.office >= 0:
		return 1
	}
	return 2
}

// articles are particles of family names that are written in several ways, so
// that one stands for the other: "al-Sisi" is "el-Sisi".
var articles = map[string]bool{"al": true, "el": true}

// furtherParticles are particles that familyName leaves before the family name.
var furtherParticles = map[string]bool{"da": true, "di": true, "du": true, "dos": true, "la": true, "ter": true, "ten": true, "abu": true}

// familyAlone reports whether a name is a family name with its particles and
// nothing else: "De Wever", "al-Sharaa", "van der Berg".
func (n *personName) familyAlone() bool {
	last := len(n.words) - 1
	for _, w := range n.words[:max(last, 0)] {
		if !knowledge.Particle(w) && !furtherParticles[w] && !articles[w] {
			return false
		}
	}
	return last > 0
}

// personNames finds the names of a report that are linked by the person whom each
// stands for. Names are numbered in the order of the text.
type personNames struct {
	list []personName
	// full are the names of more than one word of each person, fullBySurname those of
	// the persons whom one word may name.
	full          map[int][]int
	fullBySurname map[string][]int
	// addressed gives for a person and a title that goes with a given name the first
	// full name that has it; titled are the persons who have any.
	addressed map[address]int
	titled    map[int]bool
}

// address is how a report addresses a person: Sheikh, Prince.
type address struct {
	actor int
	title string
}

func newPersonNames() *personNames {
	return &personNames{full: map[int][]int{}, fullBySurname: map[string][]int{}, addressed: map[address]int{}, titled: map[int]bool{}}
}

// enter takes in a full name, now that it is linked.
func (n *personNames) enter(name, actor int, surname string) {
	n.full[actor] = insertSorted(n.full[actor], name)
	n.fullBySurname[surname] = insertSorted(n.fullBySurname[surname], name)
}

// address takes in that a full name has a title that goes with a given name.
func (n *personNames) address(name int, by address) {
	n.titled[by.actor] = true
	if first, ok := n.addressed[by]; !ok || name < first {
		n.addressed[by] = name
	}
}

// insertSorted puts a number where it belongs, most often at the end.
func insertSorted(list []int, n int) []int {
	return slices.Insert(list, sort.SearchInts(list, n), n)
}

// lastBelow gives the last number of a sorted list below a limit that has a
// property, -1 for none.
func lastBelow(list []int, limit int, has func(int) bool) int {
	for k := sort.SearchInts(list, limit) - 1; k >= 0; k-- {
		if has(list[k]) {
			return list[k]
		}
	}
	return -1
}

// before gives how many names of persons begin before a token.
func (n *personNames) before(token int) int {
	return sort.Search(len(n.list), func(i int) bool { return n.list[i].First >= token })
}
