package rules

import (
	"slices"

	"rapporteur/language/syntax"
)

// authoritiesOf gives the state whose authorities are meant where a passive leaves
// out who did what only they do: "was arrested in Canada".
func authoritiesOf(x *text, verb int) []referent {
	if x.doc.Tokens[verb].UPOS != "VERB" || x.doc.Child(verb, "aux:pass") < 0 {
		return nil
	}
	for c := range x.doc.Children(verb) {
		if x.doc.Tokens[c].Has("obl") && syntax.HasPreposition(x.doc, c, "in") {
			if a := territory(x, c); a.some() {
				return []referent{a}
			}
		}
	}
	return nil
}

// withComitatives adds to who does something those who do it along with them.
func withComitatives(x *text, i int, actors []referent) []referent {
	if x.doc.Tokens[i].UPOS != "VERB" || len(actors) == 0 {
		return actors
	}
	whole := i
	if x.doc.Tokens[i].Has("xcomp") {
		whole = x.doc.Tokens[i].Head
	}
	_, last := x.doc.Yield(whole)
	for c := i + 1; c < last; c++ {
		if x.doc.Tokens[c].Has("obl", "nmod") && syntax.Comitative(x.doc, c) {
			actors = append(actors, slices.DeleteFunc(parties(x, c), func(a referent) bool { return !isParty(x, a) || sharesSide(x, a, actors) })...)
			break
		}
	}
	return actors
}

// referentsAt gives the actors at the first of some places that has any. Those named
// in skip do not count.
func referentsAt(x *text, i int, places []string, skip []referent) []referent {
	return firstSlot(x, i, places, func(t int, place string) []referent {
		return slices.DeleteFunc(referentsOf(x, t, place), func(a referent) bool { return !isInvolved(x, a) || among(skip, a.actor) })
	})
}

func firstSlot(x *text, i int, places []string, who func(int, string) []referent) []referent {
	for _, place := range places {
		var out []referent
		for _, t := range slot(x, i, place) {
			for _, a := range who(t, place) {
				out = withReferent(out, a)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// referentsOf gives the actors that a token at a place stands for: those of the phrase,
// or where it is a thing, those it is from or belongs to: "Kerry's plan", "a
// call by the rebels".
func referentsOf(x *text, t int, place string) []referent {
	switch place {
	case "origin":
		return origins(x, t)
	case "xcomp", "ccomp":
		subject, _, _ := argumentsOf(x, t)
		if o := x.doc.Child(x.doc.Tokens[t].Head, "obj"); place == "xcomp" && o >= 0 {
			subject = o
		}
		return parties(x, subject)
	}
	if k := x.doc.Tokens[t]; k.Has("appos") && k.UPOS == "NOUN" && actorAt(x, k.Head).some() {
		t = k.Head // Oslo, a member that …
	}
	if x.lexicon.classes["land"][lower(x.doc.Tokens[t].Lemma)] {
		if holders := landholders(x, t, 2); len(holders) > 0 {
			return holders
		}
		if found := origins(x, t); len(found) > 0 {
			return found
		}
	}
	if found := parties(x, t); len(found) > 0 {
		if of := possessors(x, t, 1); len(of) > 0 && x.lexicon.classes["member"][x.doc.Tokens[t].Lemma] && !x.actors.Actor(found[0].actor).Known {
			return of
		}
		return found
	}
	if found := possessors(x, t, 2); len(found) > 0 {
		return found
	}
	return possessorsBefore(x, t)
}
