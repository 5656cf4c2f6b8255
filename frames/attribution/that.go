package attribution

import "rapporteur/language/syntax"

// behindThat gives the word behind a conjunction "that" that a cue leads to,
// over nouns and adverbs but no verb: "told reporters on Monday that".
func behindThat(x *text, head, last, stop int) int {
	for i := last + 1; i < stop; i++ {
		switch t := x.doc.Tokens[i]; {
		case t.Lemma == "that" && (t.UPOS == "SCONJ" || t.Has("mark")):
			return i + 1
		case mannerParticiple(x, head, i):
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "SCONJ" || t.Form == "“" || t.Form == "\"":
			return -1
		}
	}
	return -1
}

// commaBeforeThat reports whether a comma stands before the "that" behind a token.
func commaBeforeThat(x *text, token int) bool {
	for i := token + 1; i < syntax.Sentence(x.doc, token).Last; i++ {
		if t := x.doc.Tokens[i]; t.Lemma == "that" && t.UPOS == "SCONJ" {
			return x.doc.Tokens[i-1].Form == ","
		}
	}
	return false
}

// thatBehind gives the "that" behind a noun, over those whose word it is: "the
// claim by the envoy that". -1 for none.
func thatBehind(x *text, noun int) int {
	end := syntax.Sentence(x.doc, noun).Last
	for i := noun + 1; i < end; i++ {
		switch t := x.doc.Tokens[i]; {
		case t.Lemma == "that" && t.UPOS != "DET":
			return i
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PUNCT":
			return -1
		}
	}
	return -1
}

// thatClauseEnd gives the end of the clause that "that" opens behind a noun or
// behind whose word it is; -1 where it is a relative pronoun: "the claim that
// he made".
func thatClauseEnd(x *text, noun, from, that int) int {
	clause := x.doc.Tokens[that].Head
	if clause <= that || !x.doc.Tokens[clause].Has("acl", "ccomp") {
		return -1
	}
	if h := x.doc.Tokens[clause].Head; h != noun && h != from {
		return -1
	}
	subject, objects := false, 0
	for c := range x.doc.Children(clause) {
		t := x.doc.Tokens[c]
		subject = subject || c != that && t.Has("nsubj")
		if t.Has("obj", "obl:unmarked") {
			objects++
		}
	}
	if !subject || !x.doc.Tokens[that].Has("mark") && objects < 2 {
		return -1
	}
	_, end := x.doc.Yield(clause)
	return end
}

// lostVerb gives the verb of the sentence where the parser hung it on the noun
// that is its subject: "the envoy's claim that the road was safe angered them".
// -1 for none.
func lostVerb(x *text, noun, that int) int {
	doc := x.doc
	if !doc.Tokens[noun].Has("root") {
		return -1
	}
	for c := range doc.Children(noun) {
		t := doc.Tokens[c]
		if !syntax.Tensed(t) && t.XPOS != "VBN" || !t.Has("acl") || doc.Child(c, "nsubj", "nsubj:pass", "aux") >= 0 {
			continue
		}
		for d := that + 1; d < c; d++ {
			if doc.Tokens[d].Head == noun && doc.Tokens[d].Has("acl") {
				return c
			}
		}
	}
	return -1
}

// mannerParticiple reports whether a token is a participle, or the conjunction of one, that
// tells how something is said or what it is said in: "said, without giving a
// reason, that", "said in remarks carried by a station that".
func mannerParticiple(x *text, head, token int) bool {
	t := x.doc.Tokens[token]
	if t.UPOS != "VERB" || t.XPOS != "VBG" && t.XPOS != "VBN" || t.Head < 0 || x.doc.Child(token, "aux", "nsubj") >= 0 {
		return t.Lemma == "without" && t.Head >= 0 && mannerParticiple(x, head, t.Head)
	}
	over := x.doc.Tokens[t.Head]
	if t.Deprel == "acl" {
		return over.Has("obl") && over.Head == head && (t.XPOS == "VBN" || !x.knows(t.Lemma))
	}
	first, _ := x.doc.Yield(token)
	return t.Has("advcl") && t.Head == head && t.XPOS == "VBG" && (x.doc.Tokens[first].Form == "," || x.doc.Tokens[first-1].Form == ",") && commaBeforeThat(x, token)
}
