package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
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
	// post is the index of the office phrase that goes with the name, -1 for
	// none.
	post int
	// nth is the index of the name in the text.
	nth int
	// actor is the index of the person in the cast, -1 before it is linked.
	actor int
	// other says that the office decided who is meant, against the name.
	other bool
}

// findNames finds names by the tables and by the engine. The longer one wins:
// a city inside a person's name is no city.
func (l *linker) findNames() {
	spans, family := l.engineNames(), newSurname(l, l.leader)
	for i := 0; i < len(l.doc.Tokens); {
		senses, n := l.lookup(i)
		span := spans[i]
		last, place := gazetteer{l}.town(i)
		switch {
		case last > 0:
			l.add(Mention{First: i, Last: last, Head: syntax.SpanHead(l.doc, i, last), Actor: -1, Sort: knowledge.ByCity, Place: place})
			i = last
		case n <= 1 && (span == nil || span.Last == i+1) && family.at(i, senses):
			l.persons = append(l.persons, personName{First: i, Last: i + 1})
			i++
		case n == 0 && l.shortState(i) != nil:
			k := l.shortState(i)
			l.add(Mention{First: i, Last: i + 1, Head: i, Actor: l.known(k), Place: &rapporteur.Place{Name: k.Name, Country: rapporteur.Text(k.ID), State: true}})
			i++
		case span != nil && (n == 0 || i+n < span.Last):
			l.engineName(*span)
			i = span.Last
		case n > 0 && senses[0].Actor.Kind == rapporteur.Group && l.inOffice(i, i+n):
			i += n // the Labour Minister of another land
		case n > 0:
			l.tableName(i, i+n, senses)
			i += n
		case l.titled(i) > 0:
			last := l.titled(i)
			l.persons = append(l.persons, personName{First: i, Last: last})
			i = last
		default:
			i++
		}
	}
}

// inOffice reports whether tokens are a part, and no more, of an office phrase.
func (l *linker) inOffice(first, last int) bool {
	p := l.offices.around(first)
	return p != nil && last <= p.Last && last-first < p.Last-p.First
}

// titled gives the end of the proper nouns that follow a form of address:
// "Sir Keir Starmer" is a person's name whatever the engine thinks. 0 where
// there is none.
func (l *linker) titled(i int) int {
	if i == 0 || l.doc.Tokens[i].UPOS != "PROPN" || l.doc.SentenceOf(i) != l.doc.SentenceOf(i-1) {
		return 0
	}
	if t, ok := l.base.Honorific(strings.Join(l.words[i-1], " ")); !ok || t.Kind == "office" {
		return 0
	}
	last := i
	for last < len(l.doc.Tokens) && l.doc.Tokens[last].UPOS == "PROPN" && l.doc.SentenceOf(last) == l.doc.SentenceOf(i) {
		last++
	}
	return last
}

// engineNames gives the engine's names by their first token, dates and sums
// left out.
func (l *linker) engineNames() map[int]*language.Name {
	spans := map[int]*language.Name{}
	for k := range l.doc.Names {
		n := &l.doc.Names[k]
		if n.Class != language.DateName && n.Class != language.MoneyName && n.Class != language.MiscName && l.capital(n) {
			spans[n.First] = n
		}
	}
	return spans
}

// capital reports whether a name that the engine saw has a capital or a digit:
// without one it is a common word, "“frank” talks".
func (l *linker) capital(n *language.Name) bool {
	return slices.ContainsFunc(l.doc.Tokens[n.First:n.Last], func(t language.Token) bool { return knowledge.HasCapital(t.Form) })
}

// tableName enters a name that the tables know. With several senses the first
// one of the tables counts, but a person goes to be linked.
func (l *linker) tableName(first, last int, senses []knowledge.Sense) {
	var people []*knowledge.Actor
	for _, s := range senses {
		if s.Actor.Kind == rapporteur.Person {
			people = append(people, s.Actor)
		}
	}
	if len(people) > 0 {
		l.persons = append(l.persons, personName{First: first, Last: last, known: people})
		return
	}
	s := l.seated(first, last, senses)
	m := Mention{First: first, Last: last, Head: syntax.SpanHead(l.doc, first, last), Actor: -1, Sort: s.Sort}
	if s.Actor.Kind == rapporteur.State && s.Sort != knowledge.ByDemonym && s.Sort != knowledge.BySeat {
		m.Place = &rapporteur.Place{Name: s.Name, Country: rapporteur.Text(s.Actor.ID), State: s.Sort == knowledge.ByName}
	}
	if s.Sort == knowledge.ByDemonym && someOfPeople(l.doc, m.Head) {
		m.Actor = l.stranger(l.doc.Words(l.doc.Bytes(first, last)), rapporteur.Group, s.Actor.State)
		l.cast.Actors[m.Actor].Plural = true
		l.add(m)
		return
	}
	if s.Sort != knowledge.ByCity && (s.Sort != knowledge.ByCapital || l.governs(m.Head)) {
		m.Actor = l.known(s.Actor)
	}
	l.add(m)
}

// seated picks the sense of a name that is a capital and the seat of a body as
// well: the body where it acts, unless the report names the state.
func (l *linker) seated(first, last int, senses []knowledge.Sense) knowledge.Sense {
	s := senses[0]
	for _, o := range senses[1:] {
		if s.Sort == knowledge.ByCapital && o.Sort == knowledge.BySeat && l.governs(syntax.SpanHead(l.doc, first, last)) && !l.inOneWordOf(s.Actor) {
			return o
		}
	}
	return s
}

// inOneWordOf reports whether a word of the report is a name of an actor, or an
// adjective for it.
func (l *linker) inOneWordOf(k *knowledge.Actor) bool {
	named, ok := l.inOneWord[k]
	if !ok {
		named = l.base.NamedIn(l.words, k)
		l.inOneWord[k] = named
	}
	return named
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
func (l *linker) engineName(n language.Name) {
	switch n.Class {
	case language.PersonName:
		l.persons = append(l.persons, personName{First: n.First, Last: n.Last})
	case language.OrgName:
		if n.Last-n.First == 1 && l.leader(n.First) {
			l.persons = append(l.persons, personName{First: n.First, Last: n.Last})
			return
		}
		l.organisation(n.First, n.Last)
	case language.PlaceName, language.FacilityName:
		name := l.doc.Words(l.doc.Bytes(n.First, n.Last))
		l.add(Mention{First: n.First, Last: n.Last, Head: syntax.SpanHead(l.doc, n.First, n.Last), Actor: -1, Sort: knowledge.ByCity, Place: &rapporteur.Place{Name: name, Country: gazetteer{l}.countryBehind(n)}})
	}
}

// leader reports whether a single word is the family name of somebody who holds
// one of the first offices: "the Trump administration".
func (l *linker) leader(token int) bool {
	n := personName{post: -1}
	if len(l.words[token]) != 1 {
		return false
	}
	k := l.wellKnown(&n, l.words[token][0])
	return k != nil && l.rank(k, false) < lowest
}

// governs reports whether the name of a capital stands for the government
// rather than the city: it does things and has things, nobody is in it.
func (l *linker) governs(head int) bool {
	doc := l.doc
	t := doc.Tokens[head]
	if t.Has("nsubj", "nmod:poss", "iobj") {
		return true
	}
	if t.Has("conj") && t.Head >= 0 {
		return l.governs(t.Head)
	}
	c := doc.Child(head, "case")
	if c < 0 {
		return t.Has("obj") && t.Head >= 0 && !l.base.Is(doc.Tokens[t.Head].Lemma, "travel")
	}
	switch doc.Tokens[c].Lemma {
	case "between", "with", "by", "against", "of":
		return true
	case "to", "from":
		return t.Head >= 0 && !l.base.Is(doc.Tokens[t.Head].Lemma, "travel") && t.Has("nmod")
	}
	return false
}

// organisation enters an organisation that no table knows, with the state
// that its name begins with, "Iranian Foreign Ministry", or that owns it,
// "Iran's Foreign Ministry"; organs of two states are two.
func (l *linker) organisation(first, last int) {
	name := l.doc.Words(l.doc.Bytes(first, last))
	state := l.stateAt(first)
	if first > 1 && state == "" && l.doc.Tokens[first-1].XPOS == "POS" {
		state, name = l.ownedBy(first-1, name, last)
	}
	if state == "" {
		state = l.organOf(first, last)
	}
	l.add(Mention{First: first, Last: last, Head: syntax.SpanHead(l.doc, first, last), Actor: l.stranger(name, rapporteur.Organisation, state)})
}

// organOf gives the state that the name of an organ ends with: "Central Bank of
// Iran", "Supreme Court of Kenya". Empty for other names.
func (l *linker) organOf(first, last int) string {
	organ := false
	for t := first; t+1 < last; t++ {
		n, ok := l.base.Noun(strings.ToLower(l.doc.Tokens[t].Form))
		organ = organ || ok && n.Kind == "organ"
		if organ && l.doc.Tokens[t].Form == "of" {
			at := t + 1
			for at+1 < last && l.doc.Tokens[at].UPOS == "DET" {
				at++
			}
			return l.stateAt(at)
		}
	}
	return ""
}

// ownedBy gives the state whose name ends at the mark of a possessive, "North
// Korea's", and the name that an organ behind it then has.
func (l *linker) ownedBy(mark int, name string, last int) (state, whole string) {
	for n := min(5, mark); n > 0; n-- {
		if senses, k := l.lookup(mark - n); k == n && senses[0].Actor.Kind == rapporteur.State && senses[0].Sort <= knowledge.ByDemonym {
			return senses[0].Actor.ID, l.doc.Words(l.doc.Bytes(mark-n, last))
		}
	}
	return "", name
}

// stateAt gives the state that a name or a demonym at a token means, empty for
// none.
func (l *linker) stateAt(token int) string {
	if senses, n := l.lookup(token); n > 0 && senses[0].Actor.Kind == rapporteur.State && senses[0].Sort <= knowledge.ByDemonym {
		return senses[0].Actor.ID
	}
	return ""
}
