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
// Russia", "Haniyeh's".
func (l *linker) stateOf(first, head, last int) *knowledge.Actor {
	for i := first; i < last; i++ {
		if i == head || i > head && l.sentTo(head, i) {
			continue
		}
		a := l.cast.ActorAt(i)
		if a < 0 {
			a = l.nestedGroup(i, head)
		}
		if a < 0 {
			continue
		}
		if k := l.cast.Actors[a].Known; k != nil {
			if k.Kind == rapporteur.Person {
				return l.base.Actor(l.cast.Actors[a].For)
			}
			return k
		}
		if f := l.cast.Actors[a].For; f != "" {
			return l.base.Actor(f)
		}
	}
	return nil
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
