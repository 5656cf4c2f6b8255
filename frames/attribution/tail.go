package attribution

import (
	"strings"

	"rapporteur/language"
	"rapporteur/language/syntax"
)

// beforeTail gives where the words reported end when the reporter, or somebody
// else, goes on in the same sentence: with "but" or "although" behind a comma, with
// what he adds, with who else reports it. What is quoted there is the speaker's
// all the same.
func beforeTail(x *text, first, stop int) int {
	for i := first + 1; i+1 < stop; i++ {
		comma := x.doc.Tokens[i].Form == "," && x.quoted[i] < 0
		if isMeanwhile(x, i) || comma && isTail(x, i+1, stop) {
			return i
		}
	}
	return stop
}

// isTail reports whether what begins at a token behind a comma is no more what was
// said.
func isTail(x *text, token, stop int) bool {
	return isAnothersSaying(x, token, stop) || isReporters(x, token, stop) || isAside(x, token) || isAddition(x, token, stop) || strings.ToLower(x.doc.Tokens[token].Form) == "according"
}

// withoutAddition gives the words that a noun governs up to what the reporter adds.
func withoutAddition(x *text, noun int) []language.Range {
	parts := syntax.Parts(x.doc, noun)
	_, end := x.doc.Yield(noun)
	for i := noun + 1; i+1 < end; i++ {
		if x.doc.Tokens[i].Form == "," && isAddition(x, i+1, end) {
			return syntax.Clip(parts, language.Range{Start: 0, End: x.doc.Tokens[i].Start})
		}
	}
	return parts
}

// isAddition reports whether a relative clause begins at a token behind a comma and
// runs to where the words reported would stop, none of it quoted: the reporter
// tells who that is, or what became of it.
func isAddition(x *text, token, stop int) bool {
	if !syntax.RelativePronoun(x.doc.Tokens[token]) {
		return false
	}
	clause := syntax.Enclosing(x.doc, token, "acl:relcl")
	if clause < token {
		return false
	}
	_, end := x.doc.Yield(clause)
	for i := token; i < stop; i++ {
		if x.quoted[i] >= 0 {
			return false
		}
	}
	for end < stop && x.doc.Tokens[end].UPOS == "PUNCT" {
		end++
	}
	return end >= stop
}

// isMeanwhile reports whether a clause begins at a token that tells what somebody
// else says at the same time: "… while the army said".
func isMeanwhile(x *text, token int) bool {
	t := x.doc.Tokens[token]
	if t.Lemma != "while" || x.quoted[token] >= 0 || !t.Has("mark") || t.Head < token {
		return false
	}
	v := x.doc.Tokens[t.Head]
	return syntax.Tensed(v) && x.knows(v.Lemma) && syntax.Nominative(x.doc, x.quoted, t.Head) > token && x.doc.Child(t.Head, "ccomp", "obj") > t.Head
}

// isAnothersSaying reports whether the rest of a sentence is who else said or printed it:
// "…, the agency reported on Monday".
func isAnothersSaying(x *text, token, stop int) bool {
	for v := token + 1; v < stop; v++ {
		t := x.doc.Tokens[v]
		if x.quoted[v] >= 0 {
			return false
		}
		if t.UPOS != "VERB" || !syntax.Tensed(t) || !x.knows(t.Lemma) || t.Has("acl:relcl") {
			continue
		}
		n := syntax.Nominative(x.doc, x.quoted, v)
		if n < token {
			n = syntax.AdjacentSubject(x.doc, v)
		}
		if n < token || n > v {
			return false
		}
		first, after := cueFrameTokens(x, v, v)
		for after < stop && x.doc.Tokens[after].UPOS == "PUNCT" {
			after++
		}
		return first <= token && after >= stop
	}
	return false
}

// isAside reports whether a token is a participle by which the reporter tells how
// the words were said: "…, speaking on behalf of the union".
func isAside(x *text, token int) bool {
	t := x.doc.Tokens[token]
	return t.XPOS == "VBG" && x.inClass(t.Lemma, "aside") && x.doc.Child(token, "nsubj", "aux") < 0
}

// isReporters reports whether a clause that begins at a token behind a comma is
// the reporter's and runs to where the words reported would stop.
func isReporters(x *text, token, stop int) bool {
	verb := objectionVerb(x, token)
	if verb < token || verb >= stop {
		return false
	}
	for i := token; i < stop; i++ {
		if x.quoted[i] >= 0 {
			return false
		}
	}
	_, end := x.doc.Yield(verb)
	for end < stop && x.doc.Tokens[end].UPOS == "PUNCT" {
		end++
	}
	return end >= stop
}

// objectionVerb gives the verb of the clause that a "but" or "although" opens, -1
// for none.
func objectionVerb(x *text, token int) int {
	t := x.doc.Tokens[token]
	switch {
	case t.UPOS == "SCONJ" && x.inClass(t.Lemma, "concession"):
		return syntax.Enclosing(x.doc, token, "advcl")
	case t.UPOS == "CCONJ" && t.Lemma == "but" && x.doc.Tokens[token+1].Lemma != "that":
		if v := syntax.Enclosing(x.doc, token, "conj"); v >= 0 && x.doc.Child(v, "nsubj") >= 0 {
			return v
		}
	}
	return -1
}
