package entities

import (
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// capitalCity gives the mention of a city by the word "capital" at a token: "the
// Egyptian capital", "Egypt's capital", "the capital of Egypt". Its place has the name
// that stands beside it, "the Egyptian capital, Cairo", else that of the tables. Nil
// where it is money, another kind of capital or one of the past.
func (g *gazetteer) capitalCity(token int) *Mention {
	t := g.doc.Tokens[token]
	if t.Lemma != "capital" || t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "ADJ" {
		return nil
	}
	head := token
	if t.Head == token+1 && t.Has("compound", "amod") {
		if head++; g.doc.Tokens[head].Lemma != "city" {
			return nil // capital markets
		}
	}
	state, end := g.stateBefore(token), head+1
	if state == nil {
		state, end = g.stateBehind(token, end)
	}
	if state == nil {
		return nil
	}
	name := state.Capital
	if beside := g.cityOf(state, end); beside != "" {
		name = beside
	}
	if name == "" {
		return nil
	}
	place := &rapporteur.Place{Name: name, Country: rapporteur.Text(state.ID)}
	return &Mention{First: token, Last: head + 1, Head: head, Actor: -1, Form: ByDescription, Sort: knowledge.ByCity, Place: place}
}

// longestDemonym is the number of words of the longest adjective of a state: "Papua New
// Guinean".
const longestDemonym = 3

// stateBefore gives the state whose adjective, with an article, or whose name, as the
// owner, stands right before a noun; nil for none, and where the noun is said to be of
// another time: "the former Kazakh capital".
func (g *gazetteer) stateBefore(noun int) *knowledge.Actor {
	first := syntax.Sentence(g.doc, noun).First
	last, sort := noun, knowledge.ByDemonym
	if noun > first && g.doc.Tokens[noun-1].Lemma == "'s" {
		last, sort = noun-1, knowledge.ByName
	}
	for i := max(first, last-longestDemonym); i < last; i++ {
		senses, n := g.lookup(i)
		if n != last-i || senses[0].Actor.Kind != rapporteur.State {
			continue
		}
		if sort == knowledge.ByDemonym && !g.definiteBefore(i) || senses[0].Sort > sort {
			return nil
		}
		return senses[0].Actor
	}
	return nil
}

// definiteBefore reports whether "the" stands before a token, at most an adjective
// between that does not tell of another time.
func (g *gazetteer) definiteBefore(token int) bool {
	first := syntax.Sentence(g.doc, token).First
	for i := token - 1; i >= max(first, token-2); i-- {
		t, word := g.doc.Tokens[i], strings.ToLower(g.doc.Tokens[i].Form)
		switch {
		case t.Lemma == "the":
			return true
		case t.UPOS != "ADJ" && t.UPOS != "VERB" || g.base.Is(word, "not in office") || g.base.Is(word, "of another time"):
			return false
		}
	}
	return false
}

// stateBehind gives the state whose name stands with "of" behind a noun with an article,
// "the capital of Egypt", and the token behind the name; nil for none, and where the
// name is only a part: "the capital of Nigeria's Borno state".
func (g *gazetteer) stateBehind(noun, end int) (*knowledge.Actor, int) {
	s := syntax.Sentence(g.doc, noun)
	if noun == s.First || g.doc.Tokens[noun-1].Lemma != "the" || end+1 >= s.Last || g.doc.Tokens[end].Lemma != "of" {
		return nil, end
	}
	at := end + 1
	if g.doc.Tokens[at].Lemma == "the" && at+1 < s.Last {
		at++
	}
	senses, n := g.lookup(at)
	if n == 0 || senses[0].Actor.Kind != rapporteur.State || senses[0].Sort != knowledge.ByName {
		return nil, end
	}
	if end = at + n; end < s.Last {
		if t := g.doc.Tokens[end]; t.Lemma == "'s" || t.UPOS == "PROPN" || t.UPOS == "NOUN" {
			return nil, end
		}
	}
	return senses[0].Actor, end
}

// cityOf gives the name of a city of a state that stands at a token, a comma or "of"
// before it: "the Iraqi capital of Baghdad". Empty for none.
func (g *gazetteer) cityOf(state *knowledge.Actor, token int) string {
	s := syntax.Sentence(g.doc, token)
	if token < s.Last && (g.doc.Tokens[token].Form == "," || g.doc.Tokens[token].Lemma == "of") {
		token++
	}
	if token >= s.Last {
		return ""
	}
	senses, n := g.lookup(token)
	if n == 0 || senses[0].Actor != state || senses[0].Sort != knowledge.ByCapital && senses[0].Sort != knowledge.ByCity {
		return ""
	}
	return senses[0].Name
}
