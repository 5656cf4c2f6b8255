package coref

import (
	"slices"

	"rapporteur/language"
	"rapporteur/language/syntax"
)

// Kind is what a mention is headed by.
type Kind uint8

// The kinds of mentions. Others are numbers, adverbs and adjectives: "the two".
const (
	Common Kind = iota
	Proper
	Pronominal
	Other
)

// Mention is the tokens from First to Last (exclusive) of one sentence that
// may refer to something, and the token that governs them.
type Mention struct {
	First, Last, Head int
	Kind              Kind
	// Joined mentions are those of several things: "the envoy and the minister".
	Joined bool
	// Pronoun is set for pronouns.
	Pronoun Pronoun
	// Number is 's', 'p' or 0; Gender 'm', 'f', 'n' or 0.
	Number, Gender byte
	// core and coreE bound the tokens without what follows the head: "the new
	// envoy".
	core, coreE int
}

// search is the state of one text.
type search struct {
	*Resolver
	doc      *language.Document
	voices   []int
	turns    []Turn
	mentions []Mention
	// features are of the mentions, by the same index.
	features []features
	// class is the name class of each token, names the index of its name, -1
	// for none.
	class []symbol
	names []int
	// words are the symbols of lemmas.
	words []symbol
	index index
	sink  sink
	// room is for the candidates of one mention.
	room []int
}

// detect finds the mentions, in the order of their first tokens, the longer
// first.
func (s *search) detect() {
	s.mentions = make([]Mention, 0, len(s.doc.Tokens)/2)
	for i := range s.doc.Tokens {
		kind, ok := s.headed(i)
		if !ok {
			continue
		}
		m := Mention{Head: i, Kind: kind}
		s.span(&m)
		s.mentions = append(s.mentions, m)
		if c := syntax.LastConjunct(s.doc, i); c >= 0 {
			m.Joined, m.Kind = true, Common
			_, m.Last = syntax.NounPhrase(s.doc, c)
			s.mentions = append(s.mentions, m)
		}
	}
	slices.SortStableFunc(s.mentions, func(a, b Mention) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.Last - a.Last
	})
}

// headed reports whether a token heads a mention, and of what kind.
func (s *search) headed(i int) (Kind, bool) {
	t := &s.doc.Tokens[i]
	switch t.UPOS {
	case "VERB", "AUX", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "INTJ":
		return 0, false
	}
	if t.Has("flat", "fixed", "goeswith", "punct", "case", "mark", "cc") {
		return 0, false
	}
	switch t.UPOS {
	case "NOUN":
		return Common, true
	case "PROPN", "X":
		return Proper, true
	case "PRON":
		if _, ok := s.lexicon.Pronoun(t.Form); ok {
			return Pronominal, t.XPOS != "EX" && t.XPOS != "WDT" && t.XPOS != "IN"
		}
		return Common, t.XPOS == "NN"
	case "NUM":
		return Other, !t.Has("nummod", "compound", "advmod", "list")
	case "DET", "ADJ", "SYM":
		return Other, t.Has("nsubj", "obj", "iobj", "obl", "nmod") && t.XPOS != "WDT"
	case "ADV":
		_, ok := s.lexicon.Pronoun(t.Form)
		return Pronominal, ok && t.Has("advmod", "obl", "nmod", "root")
	}
	return 0, false
}

// span sets the tokens of a mention.
func (s *search) span(m *Mention) {
	m.First, m.Last = syntax.NounPhrase(s.doc, m.Head)
	m.core, m.coreE = syntax.NounCore(s.doc, m.Head)
	m.core, m.coreE = max(m.core, m.First), min(m.coreE, m.Last)
}
