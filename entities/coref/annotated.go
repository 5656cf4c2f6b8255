package coref

import (
	"strings"

	"rapporteur/language"
)

// annotated is a text with what is known of each of its tokens.
type annotated struct {
	doc     *language.Document
	lexicon *Lexicon
	*speakers
	// words are the symbols of lemmas.
	words []symbol
	// class is the name class of each token or the kind of its noun, names the index
	// of its name, -1 for none.
	class []symbol
	names []int
}

// annotate notes the words, names and classes of the tokens, and who speaks them.
func annotate(doc *language.Document, lexicon *Lexicon, turns []Turn) *annotated {
	s := &annotated{doc: doc, lexicon: lexicon, speakers: newSpeakers(doc, turns)}
	n := len(s.doc.Tokens)
	s.words, s.class, s.names = make([]symbol, n), make([]symbol, n), make([]int, n)
	for i := range s.doc.Tokens {
		t := &s.doc.Tokens[i]
		s.words[i] = symbolOf(strings.ToLower(t.Lemma))
		s.names[i], s.class[i] = -1, none
		if t.UPOS == "NOUN" {
			if n, ok := s.lexicon.nouns[s.words[i].text]; ok {
				s.class[i] = n.kind
			}
		}
	}
	for k, name := range s.doc.Names {
		class := symbolOf(string(name.Class))
		for i := name.First; i < name.Last; i++ {
			s.class[i], s.names[i] = class, k
		}
	}
	return s
}
