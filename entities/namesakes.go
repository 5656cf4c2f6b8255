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
func (l *linker) calledSo(word string, gender byte) *namesakes {
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

// mayBeOf reports whether a person can be of a gender; 0 fits all.
func (l *linker) mayBeOf(actor int, gender byte) bool {
	of := l.cast.Actors[actor].Gender
	return gender == 0 || of == 0 || of == gender
}

// lastInFull gives which of some namesakes was named in full last before a name, -1
// for none.
func (l *linker) lastInFull(before int, word string, of *namesakes) int {
	name := lastBelow(l.names.fullBySurname[word], before, func(name int) bool { return of.has[l.persons[name].actor] })
	if name < 0 {
		return -1
	}
	return l.persons[name].actor
}

// lastOf gives which of some persons was named in full last before a name, -1 for
// none.
func (l *linker) lastOf(before int, persons []int) int {
	best, at := -1, -1
	for _, i := range persons {
		if name := lastBelow(l.names.full[i], before, func(int) bool { return true }); name > at {
			best, at = i, name
		}
	}
	return best
}

// link notes whom a name stands for.
func (l *linker) link(name, actor int) {
	n := &l.persons[name]
	n.actor = actor
	if actor < 0 || len(n.words) < 2 {
		return
	}
	l.names.enter(name, actor, surnameKey(l.cast.Actors[actor].Family, l.people().words[actor]))
	if l.byGivenName(n) {
		l.names.address(name, address{actor, n.address})
	}
}

// people gives the index of the persons, with those who have come since.
func (l *linker) people() *personIndex {
	l.index.extend(l.cast.Actors)
	return l.index
}
