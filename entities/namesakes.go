package entities

// namesakes are the persons of a report whom one word may name, of one gender if a
// title tells it.
type namesakes struct {
	actors []int
	has    map[int]bool
	// among is how many persons of that surname there were.
	among int
}

type namesakesKey struct {
	word   string
	gender byte
}

// calledSo gives the persons whom a word alone may name as a surname. Hundreds of
// names ask the same, so that the answer is kept until a person is added to them.
func (l *personLinker) calledSo(word string, gender byte) *namesakes {
	all := l.people().bySurname[word]
	key := namesakesKey{word, gender}
	if kept := l.alike[key]; kept != nil && kept.among == len(all) {
		return kept
	}
	found := &namesakes{has: map[int]bool{}, among: len(all)}
	for _, i := range all {
		if l.mayBeOf(i, gender) {
			found.actors = append(found.actors, i)
			found.has[i] = true
		}
	}
	l.alike[key] = found
	return found
}

// lastInFull gives which of some namesakes was named in full last before a name, -1
// for none.
func (n *personNames) lastInFull(before int, word string, of *namesakes) int {
	name := lastBelow(n.fullBySurname[word], before, func(name int) bool { return of.has[n.list[name].actor] })
	if name < 0 {
		return -1
	}
	return n.list[name].actor
}

// lastOf gives which of some persons was named in full last before a name, -1 for
// none.
func (n *personNames) lastOf(before int, persons []int) int {
	best, at := -1, -1
	for _, i := range persons {
		if name := lastBelow(n.full[i], before, func(int) bool { return true }); name > at {
			best, at = i, name
		}
	}
	return best
}
