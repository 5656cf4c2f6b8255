package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// definite reports whether a phrase takes up what was named before: "the
// minister", without a state of its own.
func (s descriptions) definite(first, head int) bool {
	return head-first <= 2 && slices.Contains([]string{"the", "this", "that"}, strings.ToLower(s.doc.Tokens[first].Form)) && s.stateOf(first, head, head+1) == nil
}

// stateOf gives the state or body that a description names: "Iranian", "of
// Russia", "Haniyeh's". Whose a pronoun makes it counts last: his Belgian
// counterpart is Belgian.
func (s descriptions) stateOf(first, head, last int) *knowledge.Actor {
	owner := -1
	for i := first; i < last; i++ {
		if i == head || i > head && s.sentTo(head, i) || s.facedBy(head, i) {
			continue
		}
		if t := s.doc.Tokens[i]; t.UPOS == "PRON" && t.Has("nmod:poss") && t.Head == head {
			owner = i
			continue
		}
		if a := s.actorIn(i, head); a >= 0 {
			if k, tells := s.sideOf(a); tells {
				return k
			}
		}
	}
	if owner >= 0 {
		if a := s.actorAt(owner); a >= 0 {
			k, _ := s.sideOf(a)
			return k
		}
	}
	return nil
}

// actorIn gives the actor that a token of a description stands for, -1 for none.
func (s descriptions) actorIn(token, head int) int {
	if a := s.actorAt(token); a >= 0 {
		return a
	}
	return s.nestedGroup(token, head)
}

// nestedGroup gives whom a definite noun inside a description takes up:
// "officials from the group".
func (s descriptions) nestedGroup(token, head int) int {
	if s.doc.Tokens[token].UPOS != "NOUN" || s.doc.Tokens[token].Head != head || !s.doc.Tokens[token].Has("nmod") {
		return -1
	}
	if d := s.doc.Child(token, "det"); d < 0 || strings.ToLower(s.doc.Tokens[d].Form) != "the" {
		return -1
	}
	return s.takenUp(token)
}

// topicPrepositions are the prepositions behind a person or group that lead to what they deal
// with, not to whose they are: "an expert on Iran".
var topicPrepositions = []string{"about", "on", "over", "against", "regarding", "concerning"}

// sentTo reports whether a token behind an envoy or ambassador names the place
// of the mission rather than who sends him: "the ambassador to Russia". What
// others are on or against is not theirs either.
func (s descriptions) sentTo(head, token int) bool {
	for ; token > head; token = s.doc.Tokens[token].Head {
		if s.doc.Tokens[token].Head == head {
			p := syntax.Preposition(s.doc, token)
			return s.doc.Tokens[token].Has("nmod") && (slices.Contains(topicPrepositions, p) || p != "of" && s.envoyAt(head))
		}
	}
	return false
}

// facedBy reports whether a token is, or is part of, the owner of a noun for those who stand on another
// side than whoever owns it: "the president's hosts", and for states alone "Iran's
// critics", since those of a politician are mostly at home.
func (s descriptions) facedBy(head, token int) bool {
	for up := s.doc.Tokens[token].Head; up >= 0 && up != head; up = s.doc.Tokens[up].Head {
		token = up
	}
	t, noun := s.doc.Tokens[token], strings.ToLower(s.doc.Tokens[head].Lemma)
	if t.Head != head || !t.Has("nmod:poss") && !(t.Has("nmod") && syntax.Preposition(s.doc, token) == "of") {
		return false
	}
	if s.base.Is(noun, "faces its owner") {
		return true
	}
	if !s.base.Is(noun, "faces its state") {
		return false
	}
	a := s.actorAt(token)
	return a >= 0 && s.actor(a).Kind != rapporteur.Person
}

// facing gives the nouns for those who face their owners, by the owner's token.
func (s descriptions) facing() map[int]int {
	var out map[int]int
	for i, t := range s.doc.Tokens {
		if !t.Has("nmod:poss") || !s.facedBy(t.Head, i) {
			continue
		}
		if out == nil {
			out = map[int]int{}
		}
		out[i] = t.Head
	}
	return out
}

// envoyAt reports whether a token is in the office of an envoy or ambassador.
func (s descriptions) envoyAt(token int) bool {
	p := s.offices.around(token)
	return p != nil && p.sent()
}
