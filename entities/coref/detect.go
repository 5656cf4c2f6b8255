package coref

import (
	"slices"

	"rapporteur/language"
	"rapporteur/language/syntax"
)

// detect finds the mentions, in the order of their first tokens, the longer
// first.
func detect(doc *language.Document, lexicon *Lexicon) []Mention {
	mentions := make([]Mention, 0, len(doc.Tokens)/2)
	for i := range doc.Tokens {
		kind, ok := headed(&doc.Tokens[i], lexicon)
		if !ok {
			continue
		}
		m := Mention{Head: i, Kind: kind}
		m.span(doc)
		mentions = append(mentions, m)
		if c := syntax.LastConjunct(doc, i); c >= 0 {
			m.Joined, m.Kind = true, Common
			_, m.Last = syntax.NounPhrase(doc, c)
			mentions = append(mentions, m)
		}
	}
	slices.SortStableFunc(mentions, func(a, b Mention) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.Last - a.Last
	})
	return mentions
}

// headed reports whether a token heads a mention, and of what kind.
func headed(t *language.Token, lexicon *Lexicon) (Kind, bool) {
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
		if _, ok := lexicon.Pronoun(t.Form); ok {
			return Pronominal, t.XPOS != "EX" && t.XPOS != "WDT" && t.XPOS != "IN"
		}
		return Common, t.XPOS == "NN"
	case "NUM":
		return Other, !t.Has("nummod", "compound", "advmod", "list")
	case "DET", "ADJ", "SYM":
		return Other, t.Has("nsubj", "obj", "iobj", "obl", "nmod") && t.XPOS != "WDT"
	case "ADV":
		_, ok := lexicon.Pronoun(t.Form)
		return Pronominal, ok && t.Has("advmod", "obl", "nmod", "root")
	}
	return 0, false
}

// span sets the tokens of a mention.
func (m *Mention) span(doc *language.Document) {
	m.First, m.Last = syntax.NounPhrase(doc, m.Head)
	m.core, m.coreE = syntax.NounCore(doc, m.Head)
	m.core, m.coreE = max(m.core, m.First), min(m.coreE, m.Last)
}
