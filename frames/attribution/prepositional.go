package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// preposition reads "according to X, …": the source is what the expression
// governs, the content the clause it is set into.
func (s *search) preposition(cue *Cue, head, last int) bool {
	doc := s.doc
	from := s.led(head, last)
	if from < 0 || s.quoted[head] >= 0 {
		return false
	}
	clause := s.clauseAround(from, head)
	if clause < 0 {
		return false
	}
	sentence := syntax.Sentence(doc, head)
	own, take := syntax.Subtree(s.doc, from, s.regained(from, head, last)), syntax.Subtree(s.doc, clause, -1)
	for i := range take {
		at := sentence.First + i
		take[i] = take[i] && !own[i] && (at < head || at > last)
	}
	content := s.grow(syntax.Runs(s.doc, sentence, take), head)
	if len(content) == 0 {
		return false
	}
	rule := cue.Lemmas[0]
	if head == sentence.First || doc.Tokens[head-1].UPOS == "PUNCT" {
		rule += setInto
	}
	s.keep(cue, head, last, s.issuer(from), -1, content, rule)
	return true
}

// clauseAround gives the head of the clause that an expression is set into.
// Behind a comma at the end, or before one at the beginning, it is about the
// whole sentence, whatever noun or verb or quotation the parser hung it on.
func (s *search) clauseAround(from, head int) int {
	doc := s.doc
	sentence := syntax.Sentence(doc, head)
	_, end := doc.Yield(from)
	bounded := end >= sentence.Last || doc.Tokens[end].UPOS == "PUNCT" || doc.Tokens[end-1].Form == ","
	if bounded && head == sentence.First {
		return syntax.Root(s.doc, from)
	}
	closes := bounded && head > sentence.First && doc.Tokens[head-1].Form == ","
	clause := doc.Tokens[from].Head
	for clause >= 0 && doc.Tokens[clause].Head >= 0 {
		t := doc.Tokens[clause]
		if t.UPOS == "VERB" && !closes || s.quoted.Apart(t.Head, clause) && !(closes && s.quoted[syntax.Root(s.doc, clause)] < 0) || t.Has("parataxis") || s.Knows(doc.Tokens[t.Head].Lemma) && t.Has("ccomp") {
			break
		}
		clause = t.Head
	}
	return clause
}

// regained gives the word that the parser hung on the source though it is what
// the source says: joined behind a comma, or, where the expression took the
// place of the predicate, set beside it: "the plan is, in the words of a
// diplomat, a road to nowhere". -1 for none.
func (s *search) regained(from, head, last int) int {
	for i := head; i <= last; i++ {
		if s.doc.Child(i, "cop") >= 0 {
			return s.doc.Child(from, "appos", "conj")
		}
	}
	return s.joinedBehindComma(from)
}

// joinedBehindComma gives a noun that the parser joined to the source across a
// comma, -1 for none: in "according to officials, Italy will wait" it is the
// subject of what is said.
func (s *search) joinedBehindComma(from int) int {
	c := s.doc.Child(from, "conj")
	if c < 0 {
		return -1
	}
	if first, _ := s.doc.Yield(c); first > 0 && s.doc.Tokens[first].Form == "," && s.doc.Child(c, "cc") < 0 || s.doc.Tokens[c-1].Form == "," {
		return c
	}
	return -1
}

// led gives the noun that a prepositional expression leads to: the governor
// of one of its words, outside of it.
func (s *search) led(head, last int) int {
	if o := s.doc.Child(last, "obj"); o > last {
		return o // to quote X
	}
	for i := head; i <= last; i++ {
		if h := s.doc.Tokens[i].Head; h > last && s.doc.Tokens[i].Has("case", "mark", "fixed") {
			return h
		}
	}
	for c := range s.doc.Children(last) { // in the words of X
		if s.doc.Tokens[c].Has("nmod", "obl") {
			return c
		}
	}
	for c := range s.doc.Children(head) {
		if s.doc.Tokens[c].Has("nmod", "obl", "obj") && c > last {
			return c
		}
	}
	return -1
}

// issuer gives who is behind a document: "a statement issued by Haniyeh", "the
// ministry's report". The noun itself where nobody is named, or only who saw it.
func (s *search) issuer(noun int) int {
	doc := s.doc
	if doc.Tokens[noun].UPOS != "NOUN" || !s.is(doc.Tokens[noun].Lemma, "document") {
		return noun
	}
	for c := range doc.Children(noun) {
		if doc.Tokens[c].Has("acl") && !s.is(doc.Tokens[c].Lemma, "sighting") {
			for d := range doc.Children(c) {
				if p := doc.Child(d, "case"); doc.Tokens[d].Has("obl") && p >= 0 && doc.Tokens[p].Lemma == "by" {
					return d
				}
			}
		}
	}
	return syntax.Owner(doc, noun)
}

// last gives the last byte of a list of ranges that are in order.
func last(parts []language.Range) int { return parts[len(parts)-1].End }
