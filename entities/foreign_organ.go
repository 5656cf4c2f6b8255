package entities

import (
	"slices"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// foreign reports whether an organ that the tables know by a name of a word or two is
// one of another state here, whose name or adjective stands before it, "Mexico's
// Congress", or stands before the same name first: "the Brazilian Senate … the Senate".
func (g *gazetteer) foreign(first, last int, senses []knowledge.Sense) bool {
	k := senses[0].Actor
	if k.Kind != rapporteur.Organisation || k.State == "" || k.Sector != "legislature" && k.Sector != "judiciary" && k.Sector != "government" || g.saysState(first, last, k.State) {
		return false
	}
	if owner := g.ownerBefore(first); owner != "" {
		return owner != k.State
	}
	name := g.doc.Words(g.doc.Bytes(first, last))
	of, ok := g.organs[name]
	if !ok {
		of = g.foreignFirst(name, k.State, last-first)
		g.organs[name] = of
	}
	return of
}

// saysState reports whether a name has its state in it: "US Congress".
func (g *gazetteer) saysState(first, last int, state string) bool {
	k := g.base.Actor(state)
	return k != nil && slices.ContainsFunc(g.words[first:last], func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return g.isWordFor(w, k) })
	})
}

// ownerBefore gives the state whose name with 's, or whose adjective, stands right before
// a token; empty for none.
func (g *gazetteer) ownerBefore(token int) string {
	last, sort := token, knowledge.ByDemonym
	if last > 0 && g.doc.Tokens[last-1].Lemma == "'s" {
		last, sort = last-1, knowledge.ByName
	}
	for i := max(0, last-longestDemonym); i < last; i++ {
		if g.doc.SentenceOf(i) != g.doc.SentenceOf(token) {
			continue
		}
		senses, n := g.match(i)
		if n == last-i && senses[0].Actor.Kind == rapporteur.State && senses[0].Sort == sort {
			return senses[0].Actor.ID
		}
	}
	return ""
}

// foreignFirst reports whether the first owner that the report gives a name is another
// state.
func (g *gazetteer) foreignFirst(name, state string, words int) bool {
	for i := 1; i+words <= len(g.doc.Tokens); i++ {
		if g.doc.Tokens[i].Form[0] != name[0] || g.doc.Words(g.doc.Bytes(i, i+words)) != name {
			continue
		}
		if owner := g.ownerBefore(i); owner != "" {
			return owner != state
		}
	}
	return false
}
