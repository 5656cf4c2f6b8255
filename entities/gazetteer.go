package entities

import (
	"slices"

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
	// provinces tells of the provinces asked about whether the report means them,
	// oneWord of actors whether a word of the report is a name of theirs.
	provinces map[*knowledge.Province]bool
	oneWord   map[*knowledge.Actor]bool
	// states are those that the report names; nil until asked for.
	states map[string]bool
	// organs says of names of organs, "the Senate", whether the report has them of another
	// state than the tables.
	organs map[string]bool
}

func newGazetteer(base *knowledge.Base, doc *language.Document, words [][]string) *gazetteer {
	return &gazetteer{base: base, doc: doc, words: words, provinces: map[*knowledge.Province]bool{}, oneWord: map[*knowledge.Actor]bool{}, organs: map[string]bool{}}
}

// lookup matches the tables' names at a token, within its sentence.
func (g *gazetteer) lookup(i int) ([]knowledge.Sense, int) {
	senses, n := g.match(i)
	if n > 0 && senses[0].Actor.Kind == rapporteur.State && senses[0].Sort == knowledge.ByName {
		if p := g.provincial(i, i+n, senses[0]); p != nil {
			return p, n
		}
	}
	if n > 0 && g.foreign(i, i+n, senses) {
		return nil, 0
	}
	return senses, n
}

// match is lookup whatever stands around the name.
func (g *gazetteer) match(i int) ([]knowledge.Sense, int) {
	if len(g.words[i]) == 0 {
		return nil, 0
	}
	return g.base.NameAt(syntax.Sentence(g.doc, i).Last-i, func(token int) ([]string, string) { return g.words[i+token], g.doc.Tokens[i+token].Form })
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
		named = slices.ContainsFunc(g.words, func(words []string) bool {
			return slices.ContainsFunc(words, func(word string) bool { return g.isWordFor(word, k) })
		})
		g.oneWord[k] = named
	}
	return named
}

// isWordFor reports whether a folded word is a name of an actor or an adjective for it.
func (g *gazetteer) isWordFor(word string, k *knowledge.Actor) bool {
	return slices.ContainsFunc(g.base.Find(word), func(s knowledge.Sense) bool { return s.Actor == k && s.Sort <= knowledge.ByDemonym })
}
