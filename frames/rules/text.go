package rules

import (
	"slices"

	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/ontology"
)

// text is an analysed text with what is known of it before its frames are found. It
// is not changed.
type text struct {
	doc        *language.Document
	statements []frames.Frame
	quotations []syntax.Quotation
	// sources are who says each token, -1 for the reporter.
	sources []int
	told    tellings
	// nouns are where each noun stands, by its lemma in small letters.
	nouns   map[string][]int
	actors  Actors
	lexicon *lexicon
	// issues gives how much each issue of negotiation shows in the report.
	issues func() ontology.Shown
	// over says that nobody waits for the frames any more.
	over func() bool
}

// nounsOf gives where each noun of a text stands.
func nounsOf(doc *language.Document) map[string][]int {
	out := map[string][]int{}
	for i, t := range doc.Tokens {
		if t.UPOS == "NOUN" {
			out[lower(t.Lemma)] = append(out[lower(t.Lemma)], i)
		}
	}
	return out
}

// tellingsBack is how many earlier mentions of a thing are asked for what is said of it:
// far more than a reader remembers.
const tellingsBack = 20

// toldBefore gives where the noun of a token stood before it, the last first.
func toldBefore(x *text, token int) []int {
	all := x.nouns[lower(x.doc.Tokens[token].Lemma)]
	n, _ := slices.BinarySearch(all, token)
	before := slices.Clone(all[max(0, n-tellingsBack):n])
	slices.Reverse(before)
	return before
}

// tokensOf gives the tokens that a range holds.
func tokensOf(x *text, words language.Range) frames.Tokens {
	first, last := syntax.TokensIn(x.doc, words)
	return frames.Tokens{First: first, Last: last}
}
