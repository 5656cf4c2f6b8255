package syntax

import "rapporteur/language"

// Quoted gives for each token of a text the index of the quotation that it stands
// in, -1 for none.
type Quoted []int

// QuotedTokens finds which tokens stand in which of a text's quotations.
func QuotedTokens(doc *language.Document, quotations []Quotation) Quoted {
	quoted := make(Quoted, len(doc.Tokens))
	q := 0
	for i, t := range doc.Tokens {
		for q < len(quotations) && quotations[q].End <= t.Start {
			q++
		}
		quoted[i] = -1
		if q < len(quotations) && quotations[q].Contains(t.Range) {
			quoted[i] = q
		}
	}
	return quoted
}

// Apart reports whether a token stands in a quotation that another one does not
// stand in.
func (q Quoted) Apart(token, other int) bool { return q[token] >= 0 && q[token] != q[other] }

// Any reports whether one of the tokens from first to last (exclusive) is quoted.
func (q Quoted) Any(first, last int) bool {
	for _, at := range q[first:last] {
		if at >= 0 {
			return true
		}
	}
	return false
}
