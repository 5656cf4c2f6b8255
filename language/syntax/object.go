package syntax

import (
	"strings"

	"rapporteur/language"
)

// ParticipleObject gives an object that the parser hung on a participle set before it:
// "denounced renewed sanctions". -1 for none.
func ParticipleObject(doc *language.Document, verb int) int {
	if next := verb + 1; next < len(doc.Tokens) && Attributive(doc, next) {
		return doc.Child(next, "obj")
	}
	return -1
}

// QuantifiedObject gives an object that the parser took for an oblique because of a
// word of quantity or a particle: "freed at least ten people", "seized up to ten
// boats", "called off talks". -1 for none.
func QuantifiedObject(doc *language.Document, verb int) int {
	for c := range doc.Children(verb) {
		if !doc.Tokens[c].Has("obl") || c < verb {
			continue
		}
		k := doc.Child(c, "case")
		if k < 0 || k+1 >= len(doc.Tokens) {
			continue
		}
		if k == verb+1 && doc.Tokens[k].XPOS == "RP" { // called off talks
			return c
		}
		if k > 0 && doc.Tokens[k].Lemma == "to" && strings.ToLower(doc.Tokens[k-1].Form) == "up" {
			return c
		}
		switch strings.ToLower(doc.Tokens[k].Form + " " + doc.Tokens[k+1].Form) {
		case "at least", "at most", "up to", "more than", "close to":
			return c
		}
	}
	return -1
}

// nearConjunct is how far apart two verbs stand that have one object.
const nearConjunct = 3

// SharedObject gives the object that a verb has in common with one joined to it:
// "shelled and bombed the town". -1 for none.
func SharedObject(doc *language.Document, verb int) int {
	for c := range doc.Children(verb) {
		if t := doc.Tokens[c]; t.Has("conj") && t.UPOS == "VERB" && c-verb <= nearConjunct {
			return doc.Child(c, "obj")
		}
	}
	return -1
}

// JudgedObject gives the object of which a word is what somebody calls or considers
// it: "called the blockade unacceptable". -1 for none.
func JudgedObject(doc *language.Document, word int) int {
	t := doc.Tokens[word]
	if t.Head < 0 || !t.Has("xcomp") || Infinitive(doc, word) || doc.Tokens[t.Head].UPOS != "VERB" {
		return -1
	}
	if o := doc.Child(t.Head, "obj"); o > t.Head && o < word && doc.Tokens[o].UPOS != "PRON" {
		return o
	}
	return -1
}
