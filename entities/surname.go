package entities

import (
	"slices"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// surname finds family names that are also a state's or a word: May, Ban, Israel.
type surname struct {
	*linker
	// foremost tells whether a word is the family name of one who holds one of the
	// first offices.
	foremost func(token int) bool
	// full are the folded family names of the first so many persons that were named
	// with more than that.
	full  map[string]bool
	asked int
	// trace tells of states whether the report speaks of them by more than the name.
	trace map[*knowledge.Actor]bool
}

func newSurname(l *linker, foremost func(token int) bool) *surname {
	return &surname{linker: l, foremost: foremost, full: map[string]bool{}, trace: map[*knowledge.Actor]bool{}}
}

// at reports whether a single word at a token is the family name of a person: of
// one whom the report has named in full before ("Ban Ki-moon … Ban said"), or of
// somebody who needs no first name and does here what people do ("May met
// Merkel"). senses are what the tables know the word for.
func (l *surname) at(i int, senses []knowledge.Sense) bool {
	t := l.doc.Tokens[i]
	if t.UPOS != "PROPN" || len(l.words[i]) != 1 || !knowledge.HasCapital(t.Form) || l.partOfName(i) || l.dated(i) {
		return false
	}
	if slices.ContainsFunc(senses, func(s knowledge.Sense) bool { return s.Actor.Kind == rapporteur.Person }) {
		return false
	}
	if l.namedInFull(l.words[i][0]) {
		return len(senses) == 0 || l.doc.Tokens[i].Has("nsubj") && l.amongPeople(i) && !l.traced(senses[0].Actor)
	}
	return len(senses) == 0 && l.foremost(i) && l.amongPeople(i)
}

// partOfName reports whether a word belongs to a longer name or to a compound.
func (l *surname) partOfName(i int) bool {
	s := syntax.Sentence(l.doc, i)
	if i+1 < s.Last && (l.doc.Tokens[i+1].UPOS == "PROPN" || l.doc.Tokens[i+1].Form == "-") {
		return true
	}
	return i > s.First && (l.doc.Tokens[i-1].UPOS == "PROPN" || l.doc.Tokens[i-1].Form == "-")
}

// dated reports whether a word is part of a date.
func (l *surname) dated(i int) bool {
	at := l.doc.Tokens[i].Range
	k, _ := slices.BinarySearchFunc(l.doc.Dates, at.End, func(d language.Date, end int) int { return d.End - end })
	return k < len(l.doc.Dates) && l.doc.Dates[k].Overlaps(at)
}

// namedInFull reports whether a person whose family name a word is has been named
// with more than that.
func (l *surname) namedInFull(word string) bool {
	for ; l.asked < len(l.persons); l.asked++ {
		n := l.persons[l.asked]
		last := l.words[n.Last-1]
		switch {
		case n.Last-n.First < 2:
		case len(n.known) > 0:
			l.full[knowledge.Fold(n.known[0].Family)] = true
		case len(last) > 0:
			l.full[last[len(last)-1]] = true
		}
	}
	return l.full[word]
}

// traced reports whether the report speaks of a state by more than its name: of
// its people, its capital or its towns.
func (l *surname) traced(state *knowledge.Actor) bool {
	if found, ok := l.trace[state]; ok {
		return found
	}
	found := false
	for i := range l.doc.Tokens {
		senses, n := l.match(i)
		found = found || n > 0 && senses[0].Actor == state && senses[0].Sort != knowledge.ByName
	}
	l.trace[state] = found
	return found
}

// amongPeople reports whether a word says something or does something with
// somebody who is named: months and bans do not.
func (l *surname) amongPeople(i int) bool {
	if _, says := l.sourcesSaid().of[i]; says {
		return true
	}
	t := l.doc.Tokens[i]
	if t.Head < 0 || !t.Has("nsubj", "obj") || l.doc.Tokens[t.Head].UPOS != "VERB" {
		return false
	}
	other := l.doc.Child(t.Head, "obj")
	if t.Has("obj") {
		other = l.doc.Child(t.Head, "nsubj")
	}
	return other >= 0 && other != i && l.personAt(other)
}

// personAt reports whether the engine or the tables see a person at a token.
func (l *surname) personAt(i int) bool {
	k, _ := slices.BinarySearchFunc(l.doc.Names, i, func(n language.Name, at int) int { return n.Last - at - 1 })
	if k < len(l.doc.Names) && l.doc.Names[k].First <= i {
		return l.doc.Names[k].Class == language.PersonName
	}
	senses, n := l.lookup(i)
	return n > 0 && senses[0].Actor.Kind == rapporteur.Person
}
