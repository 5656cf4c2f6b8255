package syntax

import "rapporteur/language"

// Definite reports whether a noun has "the" or a demonstrative.
func Definite(doc *language.Document, noun int) bool {
	for c := range doc.Children(noun) {
		if t := doc.Tokens[c]; t.Has("det") {
			switch t.Lemma {
			case "the", "this", "these", "that", "those":
				return true
			}
		}
	}
	return false
}

// PronounOwns reports whether a noun is somebody's by a pronoun: "his movement".
func PronounOwns(doc *language.Document, noun int) bool {
	p := doc.Child(noun, "nmod:poss")
	return p >= 0 && doc.Tokens[p].UPOS == "PRON"
}

// Owner gives whose a noun for a deed or a document is, "Oslo's claim", "a warning
// from Oslo", the noun itself where nobody is named: "a report says".
func Owner(doc *language.Document, noun int) int {
	if o := doc.Child(noun, "nmod:poss"); o >= 0 {
		return o
	}
	for c := range doc.Children(noun) {
		if !doc.Tokens[c].Has("nmod") {
			continue
		}
		switch Preposition(doc, c) {
		case "by", "from", "of":
			return c
		}
	}
	return noun
}

// SkipDeterminer gives the first word of a phrase that is no determiner and no
// punctuation, its head at the latest.
func SkipDeterminer(doc *language.Document, first, head int) int {
	for first < head && (doc.Tokens[first].UPOS == "DET" || doc.Tokens[first].UPOS == "PUNCT") {
		first++
	}
	return first
}

// Explained steps from a description that is set behind a name to the name:
// "Hungary, a member which …".
func Explained(doc *language.Document, noun int) int {
	if t := doc.Tokens[noun]; t.Has("appos") && t.UPOS == "NOUN" && doc.Tokens[t.Head].UPOS == "PROPN" {
		return t.Head
	}
	return noun
}

// JoinsApposition reports whether a noun that the parser joined to a name belongs
// to what is set behind the name: "Carl Moe, a former diplomat and governor".
func JoinsApposition(doc *language.Document, name, joined int) bool {
	a := doc.Child(name, "appos")
	return a > name && a < joined && doc.Tokens[joined].UPOS == "NOUN" && doc.Tokens[name].UPOS == "PROPN"
}

// LastConjunct gives the last of the nouns and pronouns that are joined to a noun, -1
// where there is none or where the noun is itself joined to another: of "the envoy,
// the mayor and she" at "envoy" it is "she". Nouns that are predicates of clauses of
// their own do not count.
func LastConjunct(doc *language.Document, noun int) int {
	if doc.Tokens[noun].Has("conj") {
		return -1
	}
	last := -1
	for c := range doc.Children(noun) {
		t := doc.Tokens[c]
		if c > noun && t.Has("conj") && (Nominal(t) || t.UPOS == "PRON") && !Predicative(doc, c) {
			last = c
		}
	}
	return last
}
