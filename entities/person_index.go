package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// personIndex finds the persons of a report by words of their names, so that a name
// is looked up among thousands as fast as among a few. It grows with the actors.
type personIndex struct {
	// words are the folded words of the names of all actors, persons or not.
	words [][]string
	// bySurname has the last word of the family name, or for who has none the first
	// of the name; byGivenName the first word of the name, bySound how that sounds,
	// byEnding the last word, byWord each word.
	bySurname, byGivenName, bySound, byEnding, byWord map[string][]int
	// families counts the persons of each family name.
	families map[string]int
	// earliest has the first person with a last and a first word, or its initial.
	earliest map[nameEnds]int
	// slips has the persons by what is left of a long family name without one letter.
	slips map[string][]int
}

// nameEnds are the first and the last word of a name, or the initial of the first.
type nameEnds struct {
	last, first string
	initial     bool
}

func newPersonIndex() *personIndex {
	return &personIndex{
		bySurname: map[string][]int{}, byGivenName: map[string][]int{}, bySound: map[string][]int{}, byEnding: map[string][]int{},
		byWord: map[string][]int{}, families: map[string]int{}, earliest: map[nameEnds]int{}, slips: map[string][]int{},
	}
}

// extend takes in the actors that have come since.
func (x *personIndex) extend(actors []Actor) {
	for i := len(x.words); i < len(actors); i++ {
		x.words = append(x.words, knowledge.Words(actors[i].Name))
		if actors[i].Kind == rapporteur.Person {
			x.enter(i, actors[i].Family, x.words[i])
		}
	}
}

// enter takes in a person.
func (x *personIndex) enter(actor int, family string, words []string) {
	x.bySurname[surnameKey(family, words)] = append(x.bySurname[surnameKey(family, words)], actor)
	x.families[family]++
	if len(words) == 0 {
		return
	}
	first, last := words[0], words[len(words)-1]
	x.byGivenName[first] = append(x.byGivenName[first], actor)
	x.bySound[knowledge.Sound(first)] = append(x.bySound[knowledge.Sound(first)], actor)
	x.byEnding[last] = append(x.byEnding[last], actor)
	for i, w := range words {
		if !slices.Contains(words[:i], w) {
			x.byWord[w] = append(x.byWord[w], actor)
		}
	}
	for _, ends := range []nameEnds{{last, first, false}, {last, first[:1], true}} {
		if _, ok := x.earliest[ends]; !ok {
			x.earliest[ends] = actor
		}
	}
	if x.families[family] <= severalBearers && longFamily(family) {
		for shorter := range withoutOne(family) {
			x.slips[shorter] = append(x.slips[shorter], actor)
		}
	}
}

// surnameKey is the word that names a person alone.
func surnameKey(family string, words []string) string {
	if family == "" && len(words) > 0 {
		return words[0]
	}
	return lastWord(family)
}

// sameName gives the first person whose family name is the last of some words, and
// whose first name is their first one or has its initial, or is an initial that it
// has; -1 for none.
func (x *personIndex) sameName(words []string) int {
	last, first := words[len(words)-1], words[0]
	ends := []nameEnds{{last, first, false}, {last, first[:1], false}}
	if len(first) == 1 {
		ends[1].initial = true
	}
	found := -1
	for _, e := range ends {
		if i, ok := x.earliest[e]; ok && (found < 0 || i < found) {
			found = i
		}
	}
	return found
}

// severalBearers is the number of bearers from which a name says no more of who is
// meant.
const severalBearers = 2

// shortestSlip and longestSlip are the lengths of words in which a letter may be
// wrong, in bytes: longer ones are no names.
const (
	shortestSlip = 6
	longestSlip  = 48
)

func longFamily(name string) bool { return len(name) >= shortestSlip && len(name) <= longestSlip }

// withoutOne gives a word and what is left of it without each of its letters: two
// words that are one letter apart, or two letters that changed places, have one of
// these in common.
func withoutOne(word string) map[string]bool {
	all := map[string]bool{word: true}
	for i, r := range word {
		all[word[:i]+word[i+len(string(r)):]] = true
	}
	return all
}

// oneLetterOff gives the person whose family name is one letter off a word, -1 for
// none or several.
func (x *personIndex) oneLetterOff(actors []Actor, word string) int {
	found := -1
	if !longFamily(word) {
		return -1
	}
	tried := map[int]bool{}
	for shorter := range withoutOne(word) {
		for _, i := range x.slips[shorter] {
			if tried[i] {
				continue
			}
			tried[i] = true
			if knowledge.Distance(actors[i].Family, word, 1) != 1 {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// only gives the one of some persons that has a property, -1 for none or several.
func only(persons []int, has func(actor int) bool) int {
	found := -1
	for _, i := range persons {
		if !has(i) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// lastWord gives the last word of a name.
func lastWord(name string) string {
	return name[strings.LastIndexByte(name, ' ')+1:]
}
