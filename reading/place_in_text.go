package reading

import (
	"cmp"
	"iter"
	"slices"

	"rapporteur/language"
)

// tokenFrom gives the first token that begins at a byte of the text or behind it,
// the number of tokens for none.
func tokenFrom(doc *language.Document, start int) int {
	i, _ := slices.BinarySearchFunc(doc.Tokens, start, func(t language.Token, at int) int { return cmp.Compare(t.Start, at) })
	return i
}

// tokensIn goes through the tokens that stand in a range of the text.
func tokensIn(doc *language.Document, in language.Range) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := tokenFrom(doc, in.Start); i < len(doc.Tokens) && doc.Tokens[i].End <= in.End && yield(i); i++ {
		}
	}
}
