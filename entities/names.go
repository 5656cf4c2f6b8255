package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// nameFinder finds names by the tables and by the engine.
type nameFinder struct {
	*discourse
	ranks familyRanks
}

func newNameFinder(d *discourse) *nameFinder { return &nameFinder{d, familyRanks{d}} }

// find finds names by the tables and by the engine. The longer one wins:
// a city inside a person's name is no city.
func (f *nameFinder) find() {
	spans, family := f.engineNames(), newSurnameFinder(f.discourse, f.isLeader)
	for i := 0; i < len(f.doc.Tokens); {
		senses, n := f.lookup(i)
		span := spans[i]
		last, place := f.town(i)
		switch {
		case last > 0:
			f.add(Mention{First: i, Last: last, Head: syntax.SpanHead(f.doc, i, last), Actor: -1, Sort: knowledge.ByCity, Place: place})
			i = last
		case n <= 1 && (span == nil || span.Last == i+1) && family.at(i, senses):
			f.names.list = append(f.names.list, personName{First: i, Last: i + 1})
			i++
		case n == 0 && f.shortState(i) != nil:
			k := f.shortState(i)
			f.add(Mention{First: i, Last: i + 1, Head: i, Actor: f.known(k), Place: &rapporteur.Place{Name: k.Name, Country: rapporteur.Text(k.ID), State: true}})
			i++
		case span != nil && (n == 0 || i+n < span.Last):
			f.engineName(*span)
			i = span.Last
		case n > 0 && senses[0].Actor.Kind == rapporteur.Group && f.inOffice(i, i+n):
			i += n // the Labour Minister of another land
		case n > 0:
			f.tableName(i, i+n, senses)
			i += n
		case f.capitalCity(i) != nil:
			f.add(*f.capitalCity(i))
			i++
		case f.afterHonorific(i) > 0:
			last := f.afterHonorific(i)
			f.names.list = append(f.names.list, personName{First: i, Last: last})
			i = last
		default:
			i++
		}
	}
}

// inOffice reports whether tokens are a part, and no more, of an office phrase.
func (f *nameFinder) inOffice(first, last int) bool {
	p := f.offices.around(first)
	return p != nil && last <= p.Last && last-first < p.Last-p.First
}

// afterHonorific gives the end of the proper nouns that follow a form of address:
// "Sir Keir Starmer" is a person's name whatever the engine thinks. 0 where
// there is none.
func (f *nameFinder) afterHonorific(i int) int {
	if i == 0 || f.doc.Tokens[i].UPOS != "PROPN" || f.doc.SentenceOf(i) != f.doc.SentenceOf(i-1) {
		return 0
	}
	if t, ok := f.base.Honorific(strings.Join(f.words[i-1], " ")); !ok || t.Kind == "office" {
		return 0
	}
	last := i
	for last < len(f.doc.Tokens) && f.doc.Tokens[last].UPOS == "PROPN" && f.doc.SentenceOf(last) == f.doc.SentenceOf(i) {
		last++
	}
	return last
}

// engineNames gives the engine's names by their first token, dates and sums
// left out.
func (f *nameFinder) engineNames() map[int]*language.Name {
	spans := map[int]*language.Name{}
	for k := range f.doc.Names {
		n := &f.doc.Names[k]
		if n.Class != language.DateName && n.Class != language.MoneyName && n.Class != language.MiscName && hasCapital(f.doc, n) {
			spans[n.First] = n
		}
	}
	return spans
}

// hasCapital reports whether a name that the engine saw has a capital or a digit:
// without one it is a common word, "“frank” talks".
func hasCapital(doc *language.Document, n *language.Name) bool {
	return slices.ContainsFunc(doc.Tokens[n.First:n.Last], func(t language.Token) bool { return knowledge.HasCapital(t.Form) })
}

// tableName enters a name that the tables know. With several senses the first
// one of the tables counts, but a person goes to be linked.
func (f *nameFinder) tableName(first, last int, senses []knowledge.Sense) {
	var people []*knowledge.Actor
	for _, s := range senses {
		if s.Actor.Kind == rapporteur.Person {
			people = append(people, s.Actor)
		}
	}
	if len(people) > 0 {
		f.names.list = append(f.names.list, personName{First: first, Last: last, known: people})
		return
	}
	s := f.capitalOrSeat(first, last, senses)
	m := Mention{First: first, Last: last, Head: syntax.SpanHead(f.doc, first, last), Actor: -1, Sort: s.Sort}
	if s.Actor.Kind == rapporteur.State && s.Sort != knowledge.ByDemonym && (s.Sort != knowledge.BySeat || inside(f.discourse, m.Head)) {
		m.Place = &rapporteur.Place{Name: s.Name, Country: rapporteur.Text(s.Actor.ID), State: s.Sort == knowledge.ByName, House: s.Sort == knowledge.BySeat}
	}
	if s.Sort == knowledge.ByDemonym && someOfPeople(f.doc, m.Head) {
		m.Actor = f.unknown(f.doc.Words(f.doc.Bytes(first, last)), rapporteur.Group, s.Actor.State)
		f.actor(m.Actor).Plural = true
		f.add(m)
		return
	}
	if s.Actor.Kind == rapporteur.Group && s.Actor.Sector == "party" && someOfPeople(f.doc, m.Head) {
		m.Actor = f.unknown(f.doc.Words(f.doc.Bytes(first, last)), rapporteur.Unnamed, s.Actor.State)
		f.actor(m.Actor).Plural = true
		f.add(m)
		return
	}
	if s.Sort != knowledge.ByCity && (s.Sort != knowledge.ByCapital || governs(f.discourse, m.Head)) {
		m.Actor = f.known(s.Actor)
	}
	f.add(m)
}

// someOfPeople reports whether a name of origin means some of the people rather than
// the side: "many Iranians", "three Russians", not "the Russians".
func someOfPeople(doc *language.Document, head int) bool {
	if !syntax.Plural(doc.Tokens[head]) {
		return false
	}
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		if t.Has("nummod", "amod") || t.Has("det") && t.Lemma != "the" && t.Lemma != "both" {
			return true
		}
	}
	return false
}

// engineName enters a name that only the engine saw.
func (f *nameFinder) engineName(n language.Name) {
	switch n.Class {
	case language.PersonName:
		f.names.list = append(f.names.list, personName{First: n.First, Last: f.wholeName(n)})
	case language.OrgName:
		if n.Last-n.First == 1 && f.isLeader(n.First) {
			f.names.list = append(f.names.list, personName{First: n.First, Last: n.Last})
			return
		}
		f.organisation(n.First, n.Last)
	case language.PlaceName, language.FacilityName:
		name := f.doc.Words(f.doc.Bytes(n.First, n.Last))
		f.add(Mention{First: n.First, Last: n.Last, Head: syntax.SpanHead(f.doc, n.First, n.Last), Actor: -1, Sort: knowledge.ByCity, Place: &rapporteur.Place{Name: name, Country: f.countryBehind(n)}})
	}
}

// wholeName gives the end of a person's name with the family name that the engine took
// for a common word, "Ada Coats", and without the day behind it that it took for one.
func (f *nameFinder) wholeName(n language.Name) int {
	last := n.Last
	if last-n.First > 1 && f.base.Is(strings.ToLower(f.doc.Tokens[last-1].Form), "weekday") {
		return last - 1
	}
	for last < len(f.doc.Tokens) && f.doc.Tokens[last].Has("flat") && f.doc.Tokens[last].Head >= n.First && f.doc.Tokens[last].Head < last && knowledge.HasCapital(f.doc.Tokens[last].Form) && f.doc.SentenceOf(last) == f.doc.SentenceOf(n.First) {
		last++
	}
	return last
}

// isLeader reports whether a single word is the family name of somebody who holds
// one of the first offices: "the Trump administration".
func (f *nameFinder) isLeader(token int) bool {
	n := personName{office: -1}
	if len(f.words[token]) != 1 {
		return false
	}
	k := f.ranks.wellKnown(&n, f.words[token][0])
	return k != nil && f.ranks.rank(k, false) < rankAnyOffice
}
