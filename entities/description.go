package entities

import (
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// descriptions link noun phrases: "a senior Iranian official", "the alliance".
type descriptions struct{ *discourse }

// link gives the actor that a noun phrase describes, -1 for none, and
// enters the mention.
func (s descriptions) link(head int) int {
	if head < 0 {
		return -1
	}
	if m := s.mentionAt(head); m != nil && (m.Actor >= 0 || m.Pair != nil) {
		return m.Actor
	}
	t := s.doc.Tokens[head]
	if t.UPOS == "NUM" {
		return s.someOf(head)
	}
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "ADJ" {
		return -1
	}
	first, last := syntax.Description(s.doc, head)
	n, ok := s.noun(head)
	if !ok {
		return -1
	}
	if i := s.apposed(n, head, last, s.stateOf(first, head, last)); i >= 0 {
		s.add(Mention{First: first, Last: last, Head: head, Actor: i, Form: ByDescription})
		return i
	}
	if s.definite(first, head) && !(s.envoyAt(head) && s.doc.Child(head, "nmod") > head) {
		i := s.sameNoun(head)
		if i < 0 {
			i = s.takenUp(head)
		}
		if i < 0 {
			i = s.stateTakenUp(head)
		}
		if i >= 0 {
			s.add(Mention{First: first, Last: last, Head: head, Actor: i, Form: ByDescription})
			return i
		}
	}
	actor := s.actorOf(n, first, head, last)
	if actor >= 0 {
		s.add(Mention{First: first, Last: last, Head: head, Actor: actor, Form: ByDescription})
	}
	return actor
}

// someOf enters the actor of "one of the officials": nobody's name, but the side
// of the officials. -1 where they are no people.
func (s descriptions) someOf(number int) int {
	of := s.doc.Child(number, "nmod")
	if of < 0 || syntax.Preposition(s.doc, of) != "of" {
		return -1
	}
	n, ok := s.noun(of)
	whole := s.link(of)
	if whole < 0 || !ok || n.Kind != "person" {
		return -1
	}
	first, last := number, of+1
	i := s.unknown(s.doc.Words(s.doc.Bytes(first, last)), rapporteur.Unnamed, string(s.actor(whole).State))
	s.setSide(i, s.actor(whole).For)
	s.add(Mention{First: first, Last: last, Head: number, Actor: i, Form: ByDescription})
	return i
}

// noun looks a head noun up, by its lemma and as written; an office phrase is
// a person.
func (s descriptions) noun(head int) (knowledge.Noun, bool) {
	t := s.doc.Tokens[head]
	for _, key := range []string{strings.ToLower(t.Lemma), strings.ToLower(t.Form)} {
		if n, ok := s.base.Noun(withoutEx(key)); ok {
			return n, true
		}
	}
	if p := s.offices.around(head); p != nil {
		return knowledge.Noun{Kind: "person", Plural: p.plural}, true
	}
	if head > 0 && s.doc.Tokens[head-1].Has("compound") && s.doc.Tokens[head-1].Head == head {
		n, ok := s.base.Noun(strings.ToLower(s.doc.Tokens[head-1].Form) + " " + strings.ToLower(t.Lemma)) // a radio station, no police station
		return n, ok
	}
	return knowledge.Noun{}, false
}

// actorOf makes the actor that a description stands for.
func (s descriptions) actorOf(n knowledge.Noun, first, head, last int) int {
	state := s.stateOf(first, head, last)
	name := s.doc.Words(s.doc.Bytes(syntax.SkipDeterminer(s.doc, first, head), last))
	switch n.Kind {
	case "person":
		if state == nil {
			state = s.impliedBy(head)
		}
		if state == nil && !syntax.PronounOwns(s.doc, head) {
			state = s.implicitStateOf(head)
		}
		i := s.unknown(name, rapporteur.Unnamed, stateID(state))
		a := s.actor(i)
		a.Gender, a.Plural = n.Gender, syntax.Plural(s.doc.Tokens[head])
		if state != nil {
			s.setSide(i, s.speaksFor(head, state))
		}
		return i
	case "organ":
		if state == nil {
			state = s.implicitStateOf(head)
		}
		if state == nil && s.doc.Child(head, "nmod:poss") < 0 {
			return -1
		}
		if state == nil {
			return s.unknown(name, rapporteur.Organisation, "")
		}
		if s.base.Is(strings.ToLower(s.doc.Tokens[head].Lemma), "government") && state.Kind == rapporteur.State {
			return s.known(state)
		}
		i := s.unknown(name, rapporteur.Organisation, stateID(state))
		s.setSide(i, forWhom(state, nil))
		return i
	case "group":
		if state == nil {
			state = s.implicitStateOf(head)
		}
		if state != nil && state.Kind == rapporteur.Group && !syntax.Plural(s.doc.Tokens[head]) && syntax.PronounOwns(s.doc, head) {
			return s.known(state) // the leader of a movement calls it his
		}
		i := s.unknown(name, rapporteur.Group, stateID(state))
		s.actor(i).Plural = syntax.Plural(s.doc.Tokens[head])
		if state != nil && state.Kind == rapporteur.State && !s.base.Is(strings.TrimSuffix(strings.ToLower(s.doc.Tokens[head].Lemma), "s"), "official group") {
			s.setSide(i, "") // Sudanese rebels
		}
		return i
	}
	return -1
}

// impliedBy gives the state or body that alone has an office: a senior
// administration official is an American one. Nil where several have it.
func (s descriptions) impliedBy(head int) *knowledge.Actor {
	if p := s.offices.around(head); p != nil && len(p.senses) == 1 && p.senses[0].For != "*" {
		return s.base.Actor(p.senses[0].For)
	}
	return nil
}

func stateID(k *knowledge.Actor) string {
	if k == nil {
		return ""
	}
	return k.State
}

// speaksFor gives the state or body in whose name a described person speaks:
// an official does, a resident or an analyst does not.
func (s descriptions) speaksFor(head int, of *knowledge.Actor) string {
	if of.Kind == rapporteur.Collective {
		return "" // a Western diplomat
	}
	if p := s.offices.around(head); p != nil && !p.former && official(rapporteur.Text(p.office().Sector)) {
		return forWhom(of, nil)
	}
	return ""
}

// implicitStateOf gives the state of a government's office or organ that a phrase names
// without one: "a Foreign Ministry spokesman", "the army". Nil for other
// descriptions.
func (s descriptions) implicitStateOf(head int) *knowledge.Actor {
	if s.base.Is(strings.ToLower(s.doc.Tokens[head].Lemma), "state organ") && s.isBareDefinite(head) {
		if k := s.stateBeside(head); k != nil {
			return k
		}
		return s.implicitState()
	}
	if p := s.offices.around(head); p != nil && p.actor == nil && strings.HasPrefix(p.office().ID, "spokesperson-") {
		return s.implicitState()
	}
	return nil
}

// stateBeside gives the state of the one organ or official that the same sentence
// names before: "China's foreign ministry … while the military". Nil for none, or
// for two states.
func (s descriptions) stateBeside(head int) *knowledge.Actor {
	sentence := s.doc.SentenceOf(head)
	var found *knowledge.Actor
	for _, k := range s.headedIn(sentence) {
		m := s.mention(k)
		if m.Actor < 0 || m.Head >= head || !s.doc.Tokens[m.Head].Has("nsubj") {
			continue
		}
		a := s.actor(m.Actor)
		k := s.base.Actor(a.For)
		if k == nil || k.Kind != rapporteur.State || a.Kind != rapporteur.Organisation && a.Kind != rapporteur.Person {
			continue
		}
		if found != nil && found != k {
			return nil
		}
		found = k
	}
	return found
}

// isBareDefinite reports whether a noun has "the" before it and nothing behind that
// says whose it is.
func (s descriptions) isBareDefinite(head int) bool {
	d := s.doc.Child(head, "det")
	for i := d + 1; i < head; i++ {
		if s.doc.Tokens[i].UPOS == "PROPN" && s.mentionAt(i) != nil {
			return false // the Obama administration
		}
		if knowledge.HasCapital(s.doc.Tokens[i].Form) && !knowledge.HasCapital(s.doc.Tokens[head].Form) {
			return false // the Kostrelian army, whoever that is
		}
	}
	return d >= 0 && d < head && strings.ToLower(s.doc.Tokens[d].Form) == "the" && !interrupted(s.doc, d+1, head) && !syntax.Plural(s.doc.Tokens[head]) && s.doc.Child(head, "nmod", "acl") < head
}
