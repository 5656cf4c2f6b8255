package rules

import (
	"slices"

	"rapporteur/frames"
)

// referent is an actor as a word of the text tells it: the word is what fills a role,
// the actor is asked about while rules decide.
type referent struct {
	_ [0]func() // two are compared by their actors alone

	actor, token int
	// by is how the word stands for the actor.
	by frames.Denotation
}

// nobody is no referent.
func nobody() referent { return referent{actor: -1, token: -1} }

// some reports whether there is anybody.
func (r referent) some() bool { return r.actor >= 0 }

// actorAt gives the actor that the mention at a token stands for.
func actorAt(x *text, token int) referent {
	if m := x.actors.Mention(token); m != nil {
		return referent{actor: m.Actor, token: token}
	}
	return nobody()
}

// described gives the actor that the noun phrase of a token stands for.
func described(x *text, token int) referent {
	return referent{actor: x.actors.Describe(token), token: token}
}

// territory gives the actor whose land a token names.
func territory(x *text, token int) referent {
	return referent{actor: x.actors.Territory(token), token: token, by: frames.ByTerritory}
}

// both gives the two that a token stands for.
func both(token int, pair []int) []referent {
	var out []referent
	for i, a := range pair {
		out = append(out, referent{actor: a, token: token, by: frames.ByFirst + frames.Denotation(min(i, 1))})
	}
	return out
}

// among reports whether an actor is one of some referents.
func among(all []referent, actor int) bool {
	return slices.ContainsFunc(all, func(r referent) bool { return r.actor == actor })
}

// withReferent adds somebody who is not there yet.
func withReferent(all []referent, r referent) []referent {
	if !r.some() || among(all, r.actor) {
		return all
	}
	return append(all, r)
}
