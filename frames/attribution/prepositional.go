package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// readPreposition reads "according to X, …": the source is what the expression
// governs, the content the clause it is set into.
func readPreposition(x *text, cue *Cue, head, last int) (attribution, bool) {
	doc := x.doc
	from := ledNoun(x, head, last)
	if from < 0 || x.quoted[head] >= 0 {
		return attribution{}, false
	}
	clause := clauseAround(x, from, head)
	if clause < 0 {
		return attribution{}, false
	}
	content := aroundExpression(x, clause, syntax.Subtree(x.doc, from, regainedContent(x, from, head, last)), head, last)
	if len(content) == 0 {
		return attribution{}, false
	}
	rule := cue.Lemmas[0]
	if head == syntax.Sentence(doc, head).First || doc.Tokens[head-1].UPOS == "PUNCT" {
		rule += setInto
	}
	return newAttribution(x, cue, head, last, documentOwner(x, from), -1, content, rule), true
}

// aroundExpression gives the words of a clause but for an expression set into it, from
// head to last, and the words of its own.
func aroundExpression(x *text, clause int, own []bool, head, last int) []language.Range {
	sentence, take := syntax.Sentence(x.doc, head), syntax.Subtree(x.doc, clause, -1)
	for i := range take {
		at := sentence.First + i
		take[i] = take[i] && !own[i] && (at < head || at > last)
	}
	return growToQuotations(x, syntax.Runs(x.doc, sentence, take), head)
}

// clauseAround gives the head of the clause that an expression is set into.
// Behind a comma at the end, or before one at the beginning, it is about the
// whole sentence, whatever noun or verb or quotation the parser hung it on.
func clauseAround(x *text, from, head int) int {
	doc := x.doc
	sentence := syntax.Sentence(doc, head)
	_, end := doc.Yield(from)
	bounded := end >= sentence.Last || doc.Tokens[end].UPOS == "PUNCT" || doc.Tokens[end-1].Form == ","
	if bounded && head == sentence.First {
		return syntax.Root(x.doc, from)
	}
	closes := bounded && head > sentence.First && doc.Tokens[head-1].Form == ","
	clause := doc.Tokens[from].Head
	for clause >= 0 && doc.Tokens[clause].Head >= 0 {
		t := doc.Tokens[clause]
		if t.UPOS == "VERB" && !closes || x.quoted.Apart(t.Head, clause) && !(closes && opensUnquoted(x, clause)) || t.Has("parataxis") || x.knows(doc.Tokens[t.Head].Lemma) && t.Has("ccomp") {
			break
		}
		clause = t.Head
	}
	return clause
}

// opensUnquoted reports whether the sentence of a clause has a root that is not quoted, or
// quoted as a part of what it begins with: "the plan is “dead”, in the words of".
func opensUnquoted(x *text, clause int) bool {
	root := x.quoted[syntax.Root(x.doc, clause)]
	return root < 0 || x.quoted[syntax.Sentence(x.doc, clause).First] < 0
}

// regainedContent gives the word that the parser hung on the source though it is what
// the source says: joined behind a comma, or, where the expression took the
// place of the predicate, set beside it: "the plan is, in the words of a
// diplomat, a road to nowhere". -1 for none.
func regainedContent(x *text, from, head, last int) int {
	for i := head; i <= last; i++ {
		if x.doc.Child(i, "cop") >= 0 {
			return x.doc.Child(from, "appos", "conj")
		}
	}
	return joinedBehindComma(x, from)
}

// joinedBehindComma gives a noun that the parser joined to the source across a
// comma, -1 for none: in "according to officials, Italy will wait" it is the
// subject of what is said.
func joinedBehindComma(x *text, from int) int {
	c := x.doc.Child(from, "conj")
	if c < 0 {
		return -1
	}
	if first, _ := x.doc.Yield(c); first > 0 && x.doc.Tokens[first].Form == "," && x.doc.Child(c, "cc") < 0 || x.doc.Tokens[c-1].Form == "," {
		return c
	}
	return -1
}

// ledNoun gives the noun that a prepositional expression leads to: the governor
// of one of its words, outside of it.
func ledNoun(x *text, head, last int) int {
	if o := x.doc.Child(last, "obj"); o > last {
		return o // to quote X
	}
	for i := head; i <= last; i++ {
		if h := x.doc.Tokens[i].Head; h > last && x.doc.Tokens[i].Has("case", "mark", "fixed") {
			return h
		}
	}
	for c := range x.doc.Children(last) { // in the words of X
		if x.doc.Tokens[c].Has("nmod", "obl") {
			return c
		}
	}
	for c := range x.doc.Children(head) {
		if x.doc.Tokens[c].Has("nmod", "obl", "obj") && c > last {
			return c
		}
	}
	return -1
}

// documentOwner gives who is behind a document: "a statement issued by Haniyeh", "the
// ministry's report". The noun itself where nobody is named, or only who saw it.
func documentOwner(x *text, noun int) int {
	doc := x.doc
	if doc.Tokens[noun].UPOS != "NOUN" || !x.inClass(doc.Tokens[noun].Lemma, "document") {
		return noun
	}
	for c := range doc.Children(noun) {
		if doc.Tokens[c].Has("acl") && !x.inClass(doc.Tokens[c].Lemma, "sighting") {
			for d := range doc.Children(c) {
				if p := doc.Child(d, "case"); doc.Tokens[d].Has("obl") && p >= 0 && doc.Tokens[p].Lemma == "by" {
					return d
				}
			}
		}
	}
	return syntax.Owner(doc, noun)
}

// endOf gives the last byte of a list of ranges that are in order.
func endOf(parts []language.Range) int { return parts[len(parts)-1].End }
