package speech

import "rapporteur/language"

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
	sentence := doc.Sentences[doc.SentenceOf(head)]
	own, take := s.governed(from, s.joinedBehindComma(from)), s.governed(clause, -1)
	for i := range take {
		at := sentence.First + i
		take[i] = take[i] && !own[i] && (at < head || at > last)
	}
	content := s.grow(s.runs(sentence, take), head)
	if len(content) == 0 {
		return false
	}
	s.keep(cue, head, last, s.issuer(from), -1, content, cue.Lemmas[0]+" …")
	return true
}

// clauseAround gives the head of the clause that an expression is set into.
// Behind a comma at the end, or before one at the beginning, it is about the
// whole sentence, whatever noun or verb the parser hung it on.
func (s *search) clauseAround(from, head int) int {
	doc := s.doc
	sentence := doc.Sentences[doc.SentenceOf(head)]
	_, end := doc.Yield(from)
	closes := head > sentence.First && doc.Tokens[head-1].Form == "," && (end >= sentence.Last || doc.Tokens[end].UPOS == "PUNCT")
	clause := doc.Tokens[from].Head
	for clause >= 0 && doc.Tokens[clause].Head >= 0 {
		t := doc.Tokens[clause]
		if t.UPOS == "VERB" && !closes || s.quotedApart(t.Head, clause) && !(closes && s.quoted[s.root(clause)] < 0) || t.Has("parataxis") || s.Knows(doc.Tokens[t.Head].Lemma) && t.Has("ccomp") {
			break
		}
		clause = t.Head
	}
	return clause
}

// root gives the word that governs the sentence of a token.
func (s *search) root(token int) int {
	for s.doc.Tokens[token].Head >= 0 {
		token = s.doc.Tokens[token].Head
	}
	return token
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
// ministry's report". The noun itself where nobody is named.
func (s *search) issuer(noun int) int {
	doc := s.doc
	if doc.Tokens[noun].UPOS != "NOUN" || !s.is(doc.Tokens[noun].Lemma, "document") {
		return noun
	}
	for c := range doc.Children(noun) {
		if doc.Tokens[c].Has("acl") {
			for d := range doc.Children(c) {
				if p := doc.Child(d, "case"); doc.Tokens[d].Has("obl") && p >= 0 && doc.Tokens[p].Lemma == "by" {
					return d
				}
			}
		}
	}
	return owner(doc, noun)
}

// noun reads "X's claim that …", "a warning from X that …".
func (s *search) noun(cue *Cue, head int) bool {
	doc := s.doc
	if s.quoted[head] >= 0 {
		return false
	}
	from := owner(doc, head)
	if from == head {
		return false
	}
	for c := range doc.Children(head) {
		if !doc.Tokens[c].Has("acl", "ccomp") || doc.Tokens[c].Has("acl:relcl") {
			continue
		}
		m := doc.Child(c, "mark")
		if m < 0 || doc.Tokens[m].Lemma != "that" && doc.Tokens[m].Lemma != "to" {
			continue
		}
		if content := s.grow(s.parts(c), head); len(content) > 0 {
			s.keep(cue, head, head, from, s.addressee(cue, head, content), content, "noun of saying")
			return true
		}
	}
	return false
}

// last gives the last byte of a list of ranges that are in order.
func last(parts []language.Range) int { return parts[len(parts)-1].End }
