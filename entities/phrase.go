package entities

import (
	"rapporteur/entities/knowledge"
	"slices"
	"strings"

	"rapporteur"
)

// definite reports whether a phrase takes up what was named before: "the
// minister", without a state of its own.
func (l *linker) definite(first, head int) bool {
	return head-first <= 2 && slices.Contains([]string{"the", "this", "that"}, strings.ToLower(l.doc.Tokens[first].Form)) && l.stateOf(first, head, head+1) == nil
}

// stateOf gives the state or body that a description names: "Iranian", "of
// Russia", "Haniyeh's". Whose a pronoun makes it counts last: his Belgian
// counterpart is Belgian.
func (l *linker) stateOf(first, head, last int) *knowledge.Actor {
	owner := -1
	for i := first; i < last; i++ {
		if i == head || i > head && l.sentTo(head, i) {
			continue
		}
		if t := l.doc.Tokens[i]; t.UPOS == "PRON" && t.Has("nmod:poss") && t.Head == head {
			owner = i
			continue
		}
		if a := l.actorIn(i, head); a >= 0 {
			if k, tells := l.sideOf(a); tells {
				return k
			}
		}
	}
	if owner >= 0 {
		if a := l.cast.ActorAt(owner); a >= 0 {
			k, _ := l.sideOf(a)
			return k
		}
	}
	return nil
}

// actorIn gives the actor that a token of a description stands for, -1 for none.
func (l *linker) actorIn(token, head int) int {
	if a := l.cast.ActorAt(token); a >= 0 {
		return a
	}
	return l.nestedGroup(token, head)
}

// sideOf gives the state or body that an actor is, or acts for, and whether that
// is told of the actor at all.
func (l *linker) sideOf(actor int) (side *knowledge.Actor, told bool) {
	a := &l.cast.Actors[actor]
	switch {
	case a.Known != nil && a.Known.Kind != rapporteur.Person:
		return a.Known, true
	case a.Known != nil || a.For != "":
		return l.base.Actor(a.For), true
	}
	return nil, false
}

// nestedGroup gives whom a definite noun inside a description takes up:
// "officials from the group".
func (l *linker) nestedGroup(token, head int) int {
	if l.doc.Tokens[token].UPOS != "NOUN" || l.doc.Tokens[token].Head != head || !l.doc.Tokens[token].Has("nmod") {
		return -1
	}
	if d := l.doc.Child(token, "det"); d < 0 || strings.ToLower(l.doc.Tokens[d].Form) != "the" {
		return -1
	}
	return l.takenUp(token)
}
