package entities

import (
	"slices"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// surnameFinder finds family names that are also a state's or a word: May, Ban, Israel.
type surnameFinder struct {
	*discourse
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

func newSurnameFinder(d *discourse, foremost func(token int) bool) *surnameFinder {
	return &surnameFinder{discourse: d, foremost: foremost, full: map[string]bool{}, trace: map[*knowledge.Actor]bool{}}
}

// at reports whether a single word at a token is the family name of a person: of
// one whom the report has named in full before ("Ban Ki-moon … Ban said"), or of
// somebody who needs no first name and does here what people do ("May met
// Merkel"). senses are what the tables know the word for.
func (f *surnameFinder) at(i int, senses []knowledge.Sense) bool {
	t := f.doc.Tokens[i]
	if !(t.UPOS == "PROPN" || f.hasSource(i, i+1)) || len(f.words[i]) != 1 || !knowledge.HasCapital(t.Form) || f.partOfName(i) || f.dated(i) {
		return false
	}
	if slices.ContainsFunc(senses, func(s knowledge.Sense) bool { return s.Actor.Kind == rapporteur.Person }) {
		return false
	}
	if f.namedInFull(f.words[i][0]) {
		return len(senses) == 0 || f.doc.Tokens[i].Has("nsubj") && f.amongPeople(i) && !f.traced(senses[0].Actor)
	}
	return len(senses) == 0 && f.foremost(i) && f.amongPeople(i)
}

// partOfName reports whether a word belongs to a longer name or to a compound.
func (f *surnameFinder) partOfName(i int) bool {
	s := syntax.Sentence(f.doc, i)
	if i+1 < s.Last && (f.doc.Tokens[i+1].UPOS == "PROPN" || f.doc.Tokens[i+1].Form == "-") {
		return true
	}
	return i > s.First && (f.doc.Tokens[i-1].UPOS == "PROPN" || f.doc.Tokens[i-1].Form == "-")
}

// dated reports whether a word is part of a date.
func (f *surnameFinder) dated(i int) bool {
	at := f.doc.Tokens[i].Range
	k, _ := slices.BinarySearchFunc(f.doc.Dates, at.End, func(d language.Date, end int) int { return d.End - end })
	return k < len(f.doc.Dates) && f.doc.Dates[k].Overlaps(at)
}

// namedInFull reports whether a person whose family name a word is has been named
// with more than that.
func (f *surnameFinder) namedInFull(word string) bool {
	for ; f.asked < len(f.names.list); f.asked++ {
		n := f.names.list[f.asked]
		last := f.words[n.Last-1]
		switch {
		case n.Last-n.First < 2:
		case len(n.known) > 0:
			f.full[knowledge.Fold(n.known[0].Family)] = true
		case len(last) > 0:
			f.full[last[len(last)-1]] = true
		}
	}
	return f.full[word]
}

// traced reports whether the report speaks of a state by more than its name: of
// its people, its capital or its towns.
func (f *surnameFinder) traced(state *knowledge.Actor) bool {
	if found, ok := f.trace[state]; ok {
		return found
	}
	found := false
	for i := range f.doc.Tokens {
		senses, n := f.match(i)
		found = found || n > 0 && senses[0].Actor == state && senses[0].Sort != knowledge.ByName
	}
	f.trace[state] = found
	return found
}

// amongPeople reports whether a word says something or does something with
// somebody who is named: months and bans do not.
func (f *surnameFinder) amongPeople(i int) bool {
	if f.hasSource(i, i+1) {
		return true
	}
	t := f.doc.Tokens[i]
	if t.Head < 0 || !t.Has("nsubj", "obj") || f.doc.Tokens[t.Head].UPOS != "VERB" {
		return false
	}
	other := f.doc.Child(t.Head, "obj")
	if t.Has("obj") {
		other = f.doc.Child(t.Head, "nsubj")
	}
	return other >= 0 && other != i && f.personAt(other)
}

// personAt reports whether the engine or the tables see a person at a token.
func (f *surnameFinder) personAt(i int) bool {
	k, _ := slices.BinarySearchFunc(f.doc.Names, i, func(n language.Name, at int) int { return n.Last - at - 1 })
	if k < len(f.doc.Names) && f.doc.Names[k].First <= i {
		return f.doc.Names[k].Class == language.PersonName
	}
	senses, n := f.lookup(i)
	return n > 0 && senses[0].Actor.Kind == rapporteur.Person
}
