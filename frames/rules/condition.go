package rules

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// isOpenCondition reports whether a verb is one of a condition: "if attacked".
func isOpenCondition(x *text, verb int) bool {
	for c := range x.doc.Children(verb) {
		if t := x.doc.Tokens[c]; t.Has("mark", "advmod") && c < verb && x.lexicon.openers[t.Lemma] {
			return true
		}
	}
	return false
}

// inReturn gives "in exchange for …" or "in return for …" under a token.
func inReturn(x *text, token int) *language.Range {
	for c := range x.doc.Children(token) {
		t := x.doc.Tokens[c]
		if t.Has("xcomp") {
			if found := inReturn(x, c); found != nil {
				return found
			}
		}
		if t.Lemma != "exchange" && t.Lemma != "return" || !syntax.HasPreposition(x.doc, c, "in") || c+1 >= len(x.doc.Tokens) || x.doc.Tokens[c+1].Form != "for" {
			continue
		}
		_, last := x.doc.Yield(c)
		if what := x.doc.Tokens[c+1].Head; what > c {
			_, last = x.doc.Yield(what)
		}
		out := x.doc.Bytes(c-1, last)
		return &out
	}
	return nil
}

// condition gives the clause that a stance depends on.
func condition(x *text, token int) *language.Range {
	if t := x.doc.Tokens[token]; t.UPOS == "ADJ" || syntax.MoodOf(x.doc, token) == "will" || x.lexicon.classes["offering"][t.Lemma] {
		if found := inReturn(x, token); found != nil {
			return found
		}
	}
	for c := range x.doc.Children(token) {
		if !x.doc.Tokens[c].Has("advcl") {
			continue
		}
		if conditional(x, c) {
			first, last := x.doc.Yield(c)
			for last > c && x.doc.Tokens[last-1].UPOS == "PUNCT" {
				last--
			}
			out := x.doc.Bytes(first, last)
			return &out
		}
	}
	return nil
}

// conditional reports whether a clause is led in by a word of condition: "if",
// "only if".
func conditional(x *text, clause int) bool {
	for c := range x.doc.Children(clause) {
		if t := x.doc.Tokens[c]; t.Has("mark", "advmod", "case") && x.lexicon.conditions[t.Lemma] {
			return c == 0 || x.doc.Tokens[c-1].Lemma != "even"
		}
	}
	return false
}
