package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// officeLinker links office phrases to persons.
type officeLinker struct {
	*discourse
	// holders are the persons whom the report names with offices.
	holders *namedHolders
	// learned are the holders of offices whom other reports name.
	learned learned
}

func newOfficeLinker(d *discourse, learned learned) *officeLinker {
	return &officeLinker{d, newNamedHolders(d), learned}
}

// linkOffices resolves the office phrases: to the person whose name they go
// with, else to the one who holds the office on the report's day, by the word of
// other reports or as is presumed.
func (l *officeLinker) linkOffices() {
	for _, p := range l.offices.phrases {
		m := Mention{First: p.First, Last: p.Last, Head: syntax.SpanHead(l.doc, p.First, p.Last), Actor: -1, Form: ByDescription, Office: p.office()}
		switch {
		case p.name >= 0:
			m.Actor = l.names.list[p.name].actor
		case p.plural:
		case p.former:
			m.Actor = l.formerNamed(p)
		default:
			if m.Actor = l.incumbent(p); m.Actor < 0 {
				if m.Actor = l.learnedHolder(p); m.Actor < 0 {
					m.Actor = l.presumed(p)
				}
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
func (l *officeLinker) incumbent(p officePhrase) int {
	holder := l.holder(p)
	if holder == nil && p.office().Sent {
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
	if holder == nil && p.actor == nil && p.First > 0 && capitalised(l.doc, p) {
		holder = l.implicitIncumbent(p)
	}
	if holder == nil && p.actor == nil && p.First > 0 && strings.ToLower(l.doc.Tokens[p.First-1].Form) == "the" {
		if i := l.lastSpeaker(p); i >= 0 {
			return i
		}
		if i := l.namedAs(p); i >= 0 {
			return i
		}
		if i := l.lastNamedAs(p); i >= 0 {
			return i
		}
		holder = l.implicitIncumbent(p)
	}
	if holder == nil {
		return -1
	}
	return l.known(holder)
}

// lastSpeaker gives the person by name who spoke last before a phrase without a
// state, shortly before it, if the phrase can mean that person: "the prime
// minister" behind a prime minister, "the diplomat" behind an official.
func (l *officeLinker) lastSpeaker(p officePhrase) int {
	found, last := -1, -1
	for at, sentence := max(0, l.doc.SentenceOf(p.First)-2), l.doc.SentenceOf(p.First); at <= sentence; at++ {
		for _, k := range l.inSentence[at] {
			source := l.sources[k]
			if k < last || source >= p.First {
				continue
			}
			if i := l.actorAt(source); i >= 0 && l.actor(i).Kind == rapporteur.Person {
				found, last = i, k
			}
		}
	}
	if found < 0 || !l.fits(l.actor(found), p) {
		return -1
	}
	return found
}

// fits reports whether a person holds the office of a phrase, or one of the kind
// that a general word for it names.
func (l *officeLinker) fits(a *Actor, p officePhrase) bool {
	if a.Known != nil && l.holdsOne(a.Known, p) && l.soCalled(a.Known, p) {
		return true
	}
	o := p.office()
	if o.ID != "diplomat" && o.ID != "politician" {
		return false
	}
	return slices.ContainsFunc(a.Roles, func(r rapporteur.Role) bool { return r.Sector == "government" || string(r.Sector) == o.Sector })
}

// namedAs finds who is meant by a phrase without a state, "the president": of
// the persons named before it who hold such an office the only one, or the one
// named most. Whose state has another word for the office comes after the others.
func (l *officeLinker) namedAs(p officePhrase) int {
	if i := l.namedMost(p, true); i >= 0 {
		return i
	}
	return l.namedMost(p, false)
}

// namedMost is namedAs among all, or those whose own state calls the office so.
// Phrases ask in the order of the text.
func (l *officeLinker) namedMost(p officePhrase, own bool) int {
	t := l.holders.tallyOf(p, own)
	for ; t.next < len(l.holders.knownNames); t.next++ {
		n := &l.names.list[l.holders.knownNames[t.next]]
		if n.First >= p.First {
			break
		}
		if k := l.actor(n.actor).Known; l.holdsOne(k, p) && (!own || l.soCalled(k, p)) {
			t.add(n.actor)
		}
	}
	if t.tie {
		return -1
	}
	return t.most
}

// isDefinite reports whether a phrase begins with "the".
func (l *officeLinker) isDefinite(p officePhrase) bool {
	for i := p.First - 1; i >= 0 && i >= p.First-4; i-- {
		if t := l.doc.Tokens[i]; t.UPOS == "DET" {
			return strings.ToLower(t.Form) == "the"
		}
	}
	return false
}

// namedFor finds the person named last before a phrase who acts for its state
// or body. No envoy is one of whom the tables know another office.
func (l *officeLinker) namedFor(p officePhrase) int {
	name := lastBelow(l.holders.actingFor[p.actor.ID], l.names.before(p.First), func(name int) bool {
		k := l.actor(l.names.list[name].actor).Known
		return !p.sent() || k == nil || l.holdsOne(k, p)
	})
	if name < 0 {
		return -1
	}
	return l.names.list[name].actor
}

// namedIn finds the person whom the report names somewhere with the same office
// of the same state or body.
func (l *officeLinker) namedIn(p officePhrase) int {
	if i, ok := l.holders.byOffice[heldOffice{p.office(), p.actor}]; ok {
		return i
	}
	return -1
}

// implicitIncumbent gives who holds the first office of the report's own state that
// a phrase names alone: "the president" in a report on Kazakhstan. Nil for other
// phrases.
func (l *officeLinker) implicitIncumbent(p officePhrase) *knowledge.Actor {
	if !isImplicit(l.doc, p) {
		return nil
	}
	p.actor = l.implicitState()
	if p.actor == nil || p.actor.Kind != rapporteur.State {
		return nil
	}
	return l.holder(p)
}

// settleMinisters gives the persons of the report who hold an office of a
// government that the report need not name the state that it is about.
func (l *officeLinker) settleMinisters() {
	home := l.implicitState() // which persons who act for it make no other
	if home == nil || home.Kind != rapporteur.State {
		return
	}
	for _, n := range l.names.list {
		if n.actor < 0 || n.office < 0 {
			continue
		}
		a, o := l.actor(n.actor), l.offices.phrases[n.office].office()
		if a.Known != nil || a.For != "" || a.State != "" || len(a.Roles) == 0 || a.Roles[0].For != "" || o.Sector != "government" || !o.Sole && o.ID != "minister" {
			continue
		}
		l.setSide(n.actor, home.ID)
		a.State, a.Roles[0].For = rapporteur.Text(home.ID), rapporteur.Text(home.ID)
	}
}
