package entities

import (
	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// gazetteer finds names of the tables in a text, and tells towns and provinces from
// states of the same name.
type gazetteer struct {
	base *knowledge.Base
	doc  *language.Document
	// words are the folded words of each token.
	words [][]string
	// near is the window of the last look-up, kept for its room.
	near window
	// provinces tells of the provinces asked about whether the report means them,
	// oneWord of actors whether a word of the report is a name of theirs.
	provinces map[*knowledge.Province]bool
	oneWord   map[*knowledge.Actor]bool
	// states are those that the report names; nil until asked for.
	states map[string]bool
}

func newGazetteer(base *knowledge.Base, doc *language.Document, words [][]string) *gazetteer {
	return &gazetteer{base: base, doc: doc, words: words, provinces: map[*knowledge.Province]bool{}, oneWord: map[*knowledge.Actor]bool{}}
}

// window is room for the words from a token on: each word folded, as written
// and the token it comes from.
type window struct {
	words, forms []string
	token        []int
}

// lookup matches the tables' names at a token, within its sentence.
func (g *gazetteer) lookup(i int) ([]knowledge.Sense, int) {
	senses, n := g.match(i)
	if n > 0 && senses[0].Actor.Kind == rapporteur.State && senses[0].Sort == knowledge.ByName {
		if p := g.provincial(i, i+n, senses[0]); p != nil {
			return p, n
		}
	}
	return senses, n
}

// match is lookup whatever stands around the name.
func (g *gazetteer) match(i int) ([]knowledge.Sense, int) {
	if len(g.words[i]) == 0 {
		return nil, 0
	}
	most := g.base.LongestName(g.words[i][0])
	if most == 0 {
		return nil, 0
	}
	words, forms, token := g.near.words[:0], g.near.forms[:0], g.near.token[:0]
	end := syntax.Sentence(g.doc, i).Last
	for t := i; t < end && len(words) < most; t++ {
		for _, w := range g.words[t] {
			words, forms, token = append(words, w), append(forms, g.doc.Tokens[t].Form), append(token, t)
		}
	}
	g.near = window{words, forms, token}
	senses, n := g.base.NameAt(words, forms)
	if n == 0 || n < len(token) && token[n] == token[n-1] { // ends inside a token
		return nil, 0
	}
	return senses, token[n-1] + 1 - i
}

// stateAt gives the state that a name or a demonym at a token means, empty for
// none.
func (g *gazetteer) stateAt(token int) string {
	if senses, n := g.lookup(token); n > 0 && senses[0].Actor.Kind == rapporteur.State && senses[0].Sort <= knowledge.ByDemonym {
		return senses[0].Actor.ID
	}
	return ""
}

// inOneWordOf reports whether a word of the report is a name of an actor, or an
// adjective for it.
func (g *gazetteer) inOneWordOf(k *knowledge.Actor) bool {
	named, ok := g.oneWord[k]
	if !ok {
		named = g.base.NamedIn(g.words, k)
		g.oneWord[k] = named
	}
	return named
}
