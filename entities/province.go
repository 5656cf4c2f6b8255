package entities

import (
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// provincial gives the sense of a name that a state shares with a province of
// another one, where the text means the province: "Georgia Governor", "Georgia's
// senator", "Atlanta, Georgia", "Senator Moss of Georgia", "a senator from Georgia", or a name that the
// report uses so elsewhere. Nil where it means the state.
func (g *gazetteer) provincial(first, last int, state knowledge.Sense) []knowledge.Sense {
	name, of := knowledge.Fold(state.Name), state.Actor
	for _, p := range g.base.Provinces(name) {
		if !p.Shared || p.State == of {
			continue
		}
		if g.ofProvince(p, first, last) || g.elsewhere(p, name, of) {
			return []knowledge.Sense{{Actor: p.State, Sort: knowledge.ByCity, Name: p.Name}}
		}
	}
	return nil
}

// ofProvince reports whether what stands beside a shared name tells that it is the
// province's.
func (g *gazetteer) ofProvince(p *knowledge.Province, first, last int) bool {
	s := syntax.Sentence(g.doc, first)
	office := func(i int) bool {
		return i >= s.First && i < s.Last && g.base.Is(strings.ToLower(g.doc.Tokens[i].Form), "office of a province")
	}
	next := last
	if next < s.Last && g.doc.Tokens[next].Lemma == "'s" {
		next++
	}
	if office(next) {
		return true
	}
	if first-2 < s.First {
		return false
	}
	switch g.doc.Tokens[first-1].Form {
	case ",":
		return g.townBefore(p, s.First, first-1)
	case "of", "from":
		for i := first - 2; i >= s.First; i-- {
			if office(i) {
				return true
			}
			if g.doc.Tokens[i].UPOS != "PROPN" {
				return false
			}
		}
	}
	return false
}

// longestTown is the number of words of the longest name of a town.
const longestTown = 3

// townBefore reports whether a town of a province stands before a comma.
func (g *gazetteer) townBefore(p *knowledge.Province, begin, comma int) bool {
	for n := 1; n <= longestTown && comma-n >= begin; n++ {
		if p.HasTown(knowledge.Fold(g.doc.Words(g.doc.Bytes(comma-n, comma)))) {
			return true
		}
	}
	return false
}

// elsewhere reports whether the report has a shared name for the province in one
// place, and nothing else of the state that has it too: not its people, its
// capital or its towns.
func (g *gazetteer) elsewhere(p *knowledge.Province, name string, of *knowledge.Actor) bool {
	if meant, ok := g.provinces[p]; ok {
		return meant
	}
	g.provinces[p] = false // while its own occurrences are looked at
	meant := false
	for i := range g.doc.Tokens {
		senses, n := g.match(i)
		if n == 0 || senses[0].Actor != of {
			continue
		}
		if knowledge.Fold(g.doc.Words(g.doc.Bytes(i, i+n))) != name {
			return false
		}
		meant = meant || g.ofProvince(p, i, i+n)
	}
	g.provinces[p] = meant
	return meant
}

// town reads a town with its province, "Paris, Texas", which is no town of another
// state by that name: its last token and its place, 0 where there is none. In a
// list, "Delhi, Punjab and Sindh", the two are not one.
func (g *gazetteer) town(first int) (last int, place *rapporteur.Place) {
	t := g.doc.Tokens[first]
	s := syntax.Sentence(g.doc, first)
	if t.UPOS != "PROPN" || first > s.First && g.doc.Tokens[first-1].UPOS != "ADP" {
		return 0, nil
	}
	comma := first + 1
	for comma < s.Last && comma <= first+longestTown && g.doc.Tokens[comma].UPOS == "PROPN" {
		comma++
	}
	if comma+1 >= s.Last || comma > first+longestTown || g.doc.Tokens[comma].Form != "," {
		return 0, nil
	}
	state, last := g.provinceAt(comma + 1)
	if state == nil || last < s.Last && g.listed(last) {
		return 0, nil
	}
	return last, &rapporteur.Place{Name: g.doc.Words(g.doc.Bytes(first, last)), Country: rapporteur.Text(state.ID)}
}

// provinceAt gives the state whose province is named at a token, and the token
// behind the name.
func (g *gazetteer) provinceAt(token int) (*knowledge.Actor, int) {
	senses, n := g.lookup(token)
	if n == 0 || senses[0].Sort != knowledge.ByCity {
		return nil, 0
	}
	for _, p := range g.base.Provinces(knowledge.Fold(g.doc.Words(g.doc.Bytes(token, token+n)))) {
		if p.State == senses[0].Actor {
			return p.State, token + n
		}
	}
	return nil, 0
}

// listed reports whether the name before a token goes on: as one of a list, as the
// owner of something, as a part of an office.
func (g *gazetteer) listed(token int) bool {
	t := g.doc.Tokens[token]
	return t.UPOS == "CCONJ" || t.UPOS == "PROPN" || t.Lemma == "'s" || g.base.Is(strings.ToLower(t.Form), "office of a province")
}

// countryBehind gives the state that a name of a place ends with behind a comma:
// "Lyon, France". Empty where it ends otherwise.
func (g *gazetteer) countryBehind(n language.Name) rapporteur.Text {
	for i := n.First + 1; i+1 < n.Last; i++ {
		if g.doc.Tokens[i].Form != "," {
			continue
		}
		if senses, k := g.lookup(i + 1); k > 0 && i+1+k == n.Last && senses[0].Actor.Kind == rapporteur.State {
			return rapporteur.Text(senses[0].Actor.ID)
		}
	}
	return ""
}
