package entities

import (
	"slices"
	"sort"
)

// nameIndex finds the names of a report that are linked by the person whom each
// stands for. Names are numbered in the order of the text.
type nameIndex struct {
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

func newNameIndex() *nameIndex {
	return &nameIndex{full: map[int][]int{}, fullBySurname: map[string][]int{}, addressed: map[address]int{}, titled: map[int]bool{}}
}

// enter takes in a full name, now that it is linked.
func (x *nameIndex) enter(name, actor int, surname string) {
	x.full[actor] = insertSorted(x.full[actor], name)
	x.fullBySurname[surname] = insertSorted(x.fullBySurname[surname], name)
}

// address takes in that a full name has a title that goes with a given name.
func (x *nameIndex) address(name int, by address) {
	x.titled[by.actor] = true
	if first, ok := x.addressed[by]; !ok || name < first {
		x.addressed[by] = name
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
