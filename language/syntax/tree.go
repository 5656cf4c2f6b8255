package syntax

import "rapporteur/language"

// Root gives the word that governs the sentence of a token.
func Root(doc *language.Document, token int) int {
	for doc.Tokens[token].Head >= 0 {
		token = doc.Tokens[token].Head
	}
	return token
}

// Governor gives the head of a token, or for the root of a sentence itself.
func Governor(doc *language.Document, token int) int {
	if h := doc.Tokens[token].Head; h >= 0 {
		return h
	}
	return token
}

// Depth counts the words over a token.
func Depth(doc *language.Document, token int) int {
	n := 0
	for h := doc.Tokens[token].Head; h >= 0; h = doc.Tokens[h].Head {
		n++
	}
	return n
}

// Dependents gives the dependents of a token with one of some relations, in the
// order of the text.
func Dependents(doc *language.Document, token int, relations ...string) []int {
	var out []int
	for c := range doc.Children(token) {
		if doc.Tokens[c].Has(relations...) {
			out = append(out, c)
		}
	}
	return out
}

// HasDependent reports whether one of some lemmas depends on a token directly:
// the "phone" of "phone call".
func HasDependent(doc *language.Document, token int, lemmas ...string) bool {
	for c := range doc.Children(token) {
		for _, lemma := range lemmas {
			if doc.Tokens[c].Lemma == lemma {
				return true
			}
		}
	}
	return false
}

// stepsUp is how far Enclosing looks.
const stepsUp = 4

// Enclosing gives the nearest word over a token, itself included, that has a
// relation to its head: with "acl:relcl" the verb of the relative clause that the
// token stands in. A few steps up at most, else -1.
func Enclosing(doc *language.Document, token int, relation string) int {
	for hops := 0; token >= 0 && hops < stepsUp; hops++ {
		if doc.Tokens[token].Has(relation) {
			return token
		}
		token = doc.Tokens[token].Head
	}
	return -1
}

// NearestVerb gives the nearest verb over a token, itself included, -1 for none.
func NearestVerb(doc *language.Document, token int) int {
	for ; token >= 0; token = doc.Tokens[token].Head {
		if doc.Tokens[token].UPOS == "VERB" {
			return token
		}
	}
	return -1
}

// NameHead gives the first word of a name of several words that a token stands
// in, or the title before the name, where the tree joins them: "flat".
func NameHead(doc *language.Document, token int) int {
	for doc.Tokens[token].Has("flat") && doc.Tokens[token].Head >= 0 {
		token = doc.Tokens[token].Head
	}
	return token
}

// SpanHead gives the word of the tokens from first to last (exclusive) whose head
// stands outside of them, the last one where the tree has none.
func SpanHead(doc *language.Document, first, last int) int {
	for i := first; i < last; i++ {
		if h := doc.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return last - 1
}
