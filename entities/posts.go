package entities

import (
	"slices"
	"sort"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// postPhrase is an office phrase of the text with what stands around it.
type postPhrase struct {
	First, Last int
	senses      []knowledge.OfficeSense
	// actor is the state or body that the words around it give, nil for none.
	actor  *knowledge.Actor
	former bool
	plural bool
	// name is the index of the person's name that the phrase goes with, -1 for
	// none.
	name int
}

// findOffices finds the office phrases and whom they are held for.
func (l *linker) findOffices() {
	for i := 0; i < len(l.doc.Tokens); {
		p, ok := l.officeAt(i)
		if !ok {
			i++
			continue
		}
		p.actor, p.former = l.heldFor(p)
		l.offices.add(p)
		i = p.Last
	}
}

// officeAt matches the longest office phrase that begins at a token.
func (l *linker) officeAt(i int) (postPhrase, bool) {
	if len(l.words[i]) == 0 {
		return postPhrase{}, false
	}
	longest := l.base.LongestOffice(l.words[i][0])
	end := syntax.Sentence(l.doc, i).Last
	var room [64]byte
	key := room[:0]
	var best postPhrase
	n := 0
	for t := i; t < end && n < longest; t++ {
		if len(l.words[t]) == 0 && l.doc.Tokens[t].Form != "-" {
			break
		}
		for _, w := range l.words[t] {
			if n > 0 {
				key = append(key, ' ')
			}
			key = append(key, w...)
			n++
		}
		if senses := l.base.OfficesCalled(key); senses != nil {
			best = postPhrase{First: i, Last: t + 1, senses: senses, plural: senses[0].Plural, name: -1}
		}
	}
	if best.Last == 0 || !l.nominal(best) {
		return postPhrase{}, false
	}
	return best, true
}

// nominal reports whether a phrase is used as a noun: "lead" and "general" are
// also a verb and an adjective.
func (l *linker) nominal(p postPhrase) bool {
	t := l.doc.Tokens[p.Last-1]
	return t.UPOS == "NOUN" || t.UPOS == "PROPN"
}

// heldFor looks for the state or body of an office before the phrase ("the
// Russian", "Hamas", "Israel's") and behind it ("of Ukraine", "for NATO").
func (l *linker) heldFor(p postPhrase) (*knowledge.Actor, bool) {
	former := false
	var actor *knowledge.Actor
	begin := syntax.Sentence(l.doc, p.First).First
	for i := p.First - 1; i >= begin && i >= p.First-8; i-- {
		t := l.doc.Tokens[i]
		if w := strings.ToLower(t.Form); w == "former" || w == "ex" || w == "then" || w == "late" {
			former = true
			continue
		}
		if senses, n := l.lookup(i); actor == nil && n > 0 && i+n <= p.First && !l.apart(i+n, p.First) {
			if whole, m := l.lookup(max(begin, i-1)); m > 1 && i-1+m >= i+n {
				senses = whole // North Korea, not Korea
			}
			actor = knowledge.OfficeHolder(senses)
		}
		if !modifies(t) {
			break
		}
	}
	if actor == nil {
		actor = l.ofBehind(p)
	}
	return actor, former
}

// modifies reports whether a token may stand between a state and the office.
func modifies(t language.Token) bool {
	switch t.UPOS {
	case "ADJ", "PROPN", "NOUN", "PART", "ADV", "X":
		return true
	}
	return t.Form == "-"
}

// apart reports whether something other than words of the same noun phrase
// stands between two tokens.
func (l *linker) apart(from, to int) bool {
	for i := from; i < to; i++ {
		if !modifies(l.doc.Tokens[i]) {
			return true
		}
	}
	return false
}

// ofBehind reads the state or body behind an office: "of Ukraine", "for Nato".
// Behind an envoy "for" and "to" lead to those whom he is sent to.
func (l *linker) ofBehind(p postPhrase) *knowledge.Actor {
	at, end := p.Last, len(l.doc.Tokens)
	if at >= end || !slices.Contains([]string{"of", "for", "to", "at"}, l.doc.Tokens[at].Lemma) {
		return nil
	}
	if l.doc.Tokens[at].Lemma != "of" && p.sent() {
		return nil
	}
	at++
	for at < end && l.doc.Tokens[at].UPOS == "DET" {
		at++
	}
	if at >= end {
		return nil
	}
	senses, n := l.lookup(at)
	if n == 0 && at+1 < end && l.doc.Tokens[at].UPOS == "ADJ" {
		senses, n = l.lookup(at + 1) // of the elite Guards
	}
	if n == 0 {
		return nil
	}
	return knowledge.OfficeHolder(senses)
}

// linkOffices resolves the office phrases: to the person whose name they go
// with, else to the one who holds the office on the report's day, or is presumed
// to hold it.
func (l *linker) linkOffices() {
	l.holders = l.namedHolders()
	for _, p := range l.offices.posts {
		m := Mention{First: p.First, Last: p.Last, Head: syntax.SpanHead(l.doc, p.First, p.Last), Actor: -1, Form: ByDescription, Office: l.office(p)}
		switch {
		case p.name >= 0:
			m.Actor = l.persons[p.name].actor
		case p.plural || p.former:
		default:
			if m.Actor = l.incumbent(p); m.Actor < 0 {
				m.Actor = l.presumed(p)
				m.Presumed = m.Actor >= 0
			}
		}
		if m.Actor >= 0 {
			l.add(m)
		}
	}
}

// incumbent gives the person an office phrase without a name means: the one
// person named so far who can be "the Russian minister", else the holder.
func (l *linker) incumbent(p postPhrase) int {
	holder := l.holder(p)
	if holder == nil && l.office(p).Sent {
		holder = l.envoy(p)
	}
	if holder == nil && p.actor != nil && l.isDefinite(p) {
		if i := l.namedFor(p); i >= 0 {
			return i
		}
		if i := l.namedIn(p); i >= 0 {
			return i
		}
	}
	if holder == nil && p.actor == nil && p.First > 0 && l.capitalised(p) {
		holder = l.incumbentAtHome(p)
	}
	if holder == nil && p.actor == nil && p.First > 0 && strings.ToLower(l.doc.Tokens[p.First-1].Form) == "the" {
		if i := l.lastSpeaker(p); i >= 0 {
			return i
		}
		if i := l.namedAs(p); i >= 0 {
			return i
		}
		holder = l.incumbentAtHome(p)
	}
	if holder == nil {
		return -1
	}
	return l.known(holder)
}

// lastSpeaker gives the person by name who spoke last before a phrase without a
// state, shortly before it, if the phrase can mean that person: "the prime
// minister" behind a prime minister, "the diplomat" behind an official.
func (l *linker) lastSpeaker(p postPhrase) int {
	found, last := -1, -1
	for at, sentence := max(0, l.doc.SentenceOf(p.First)-2), l.doc.SentenceOf(p.First); at <= sentence; at++ {
		for _, k := range l.sourcesSaid().in[at] {
			source := l.sourceOf(k)
			if k < last || source >= p.First {
				continue
			}
			if i := l.cast.ActorAt(source); i >= 0 && l.cast.Actors[i].Kind == rapporteur.Person {
				found, last = i, k
			}
		}
	}
	if found < 0 || !l.fits(&l.cast.Actors[found], p) {
		return -1
	}
	return found
}

// fits reports whether a person holds the office of a phrase, or one of the kind
// that a general word for it names.
func (l *linker) fits(a *Actor, p postPhrase) bool {
	if a.Known != nil && l.holdsOne(a.Known, p) && l.soCalled(a.Known, p) {
		return true
	}
	o := l.office(p)
	if o.ID != "diplomat" && o.ID != "politician" {
		return false
	}
	return slices.ContainsFunc(a.Roles, func(r rapporteur.Role) bool { return r.Sector == "government" || string(r.Sector) == o.Sector })
}

// namedAs finds who is meant by a phrase without a state, "the president": of
// the persons named before it who hold such an office the only one, or the one
// named most. Whose state has another word for the office comes after the others.
func (l *linker) namedAs(p postPhrase) int {
	if i := l.namedMost(p, true); i >= 0 {
		return i
	}
	return l.namedMost(p, false)
}

// namedMost is namedAs among all, or those whose own state calls the office so.
// Phrases ask in the order of the text.
func (l *linker) namedMost(p postPhrase, own bool) int {
	t := l.holders.tallyOf(p, own)
	for ; t.next < len(l.holders.knownNames); t.next++ {
		n := &l.persons[l.holders.knownNames[t.next]]
		if n.First >= p.First {
			break
		}
		if k := l.cast.Actors[n.actor].Known; l.holdsOne(k, p) && (!own || l.soCalled(k, p)) {
			t.add(n.actor)
		}
	}
	if t.tie {
		return -1
	}
	return t.most
}

// isDefinite reports whether a phrase begins with "the".
func (l *linker) isDefinite(p postPhrase) bool {
	for i := p.First - 1; i >= 0 && i >= p.First-4; i-- {
		if t := l.doc.Tokens[i]; t.UPOS == "DET" {
			return strings.ToLower(t.Form) == "the"
		}
	}
	return false
}

// namedFor finds the person named last before a phrase who acts for its state
// or body.
func (l *linker) namedFor(p postPhrase) int {
	name := lastBelow(l.holders.actingFor[p.actor.ID], l.namesBefore(p.First), func(int) bool { return true })
	if name < 0 {
		return -1
	}
	return l.persons[name].actor
}

// namesBefore gives how many names of persons begin before a token.
func (l *linker) namesBefore(token int) int {
	return sort.Search(len(l.persons), func(i int) bool { return l.persons[i].First >= token })
}

// namedIn finds the person whom the report names somewhere with the same office
// of the same state or body.
func (l *linker) namedIn(p postPhrase) int {
	if i, ok := l.holders.byOffice[heldOffice{l.office(p), p.actor}]; ok {
		return i
	}
	return -1
}
