package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// beforeTail gives where the words reported end when the reporter, or somebody
// else, goes on in the same sentence: with "but" or "although" behind a comma, with
// what he adds, with who else reports it. What is quoted there is the speaker's
// all the same.
func (s *search) beforeTail(first, stop int) int {
	for i := first + 1; i+1 < stop; i++ {
		comma := s.doc.Tokens[i].Form == "," && s.quoted[i] < 0
		if s.meanwhile(i) || comma && s.tail(i+1, stop) {
			return i
		}
	}
	return stop
}

// tail reports whether what begins at a token behind a comma is no more what was
// said.
func (s *search) tail(token, stop int) bool {
	return s.another(token, stop) || s.reporters(token, stop) || s.aside(token) || s.addition(token, stop) || lower(s.doc.Tokens[token].Form) == "according"
}

// unadded gives the words that a noun governs up to what the reporter adds.
func (s *search) unadded(noun int) []language.Range {
	parts := syntax.Parts(s.doc, noun)
	_, end := s.doc.Yield(noun)
	for i := noun + 1; i+1 < end; i++ {
		if s.doc.Tokens[i].Form == "," && s.addition(i+1, end) {
			return syntax.Clip(parts, language.Range{Start: 0, End: s.doc.Tokens[i].Start})
		}
	}
	return parts
}

// addition reports whether a relative clause begins at a token behind a comma and
// runs to where the words reported would stop, none of it quoted: the reporter
// tells who that is, or what became of it.
func (s *search) addition(token, stop int) bool {
	if !syntax.RelativePronoun(s.doc.Tokens[token]) {
		return false
	}
	clause := syntax.Enclosing(s.doc, token, "acl:relcl")
	if clause < token {
		return false
	}
	_, end := s.doc.Yield(clause)
	for i := token; i < stop; i++ {
		if s.quoted[i] >= 0 {
			return false
		}
	}
	for end < stop && s.doc.Tokens[end].UPOS == "PUNCT" {
		end++
	}
	return end >= stop
}

// meanwhile reports whether a clause begins at a token that tells what somebody
// else says at the same time: "… while the army said".
func (s *search) meanwhile(token int) bool {
	t := s.doc.Tokens[token]
	if t.Lemma != "while" || s.quoted[token] >= 0 || !t.Has("mark") || t.Head < token {
		return false
	}
	v := s.doc.Tokens[t.Head]
	return syntax.Tensed(v) && s.Knows(v.Lemma) && syntax.Nominative(s.doc, s.quoted, t.Head) > token && s.doc.Child(t.Head, "ccomp", "obj") > t.Head
}

// another reports whether the rest of a sentence is who else said or printed it:
// "…, the agency reported on Monday".
func (s *search) another(token, stop int) bool {
	for v := token + 1; v < stop; v++ {
		t := s.doc.Tokens[v]
		if s.quoted[v] >= 0 {
			return false
		}
		if t.UPOS != "VERB" || !syntax.Tensed(t) || !s.Knows(t.Lemma) || t.Has("acl:relcl") {
			continue
		}
		n := syntax.Nominative(s.doc, s.quoted, v)
		if n < token {
			n = syntax.AdjacentSubject(s.doc, v)
		}
		if n < token || n > v {
			return false
		}
		first, after := s.frameTokens(v, v)
		for after < stop && s.doc.Tokens[after].UPOS == "PUNCT" {
			after++
		}
		return first <= token && after >= stop
	}
	return false
}

// aside reports whether a token is a participle by which the reporter tells how
// the words were said: "…, speaking on behalf of the union".
func (s *search) aside(token int) bool {
	t := s.doc.Tokens[token]
	return t.XPOS == "VBG" && s.is(t.Lemma, "aside") && s.doc.Child(token, "nsubj", "aux") < 0
}

// reporters reports whether a clause that begins at a token behind a comma is
// the reporter's and runs to where the words reported would stop.
func (s *search) reporters(token, stop int) bool {
	verb := s.objection(token)
	if verb < token || verb >= stop {
		return false
	}
	for i := token; i < stop; i++ {
		if s.quoted[i] >= 0 {
			return false
		}
	}
	_, end := s.doc.Yield(verb)
	for end < stop && s.doc.Tokens[end].UPOS == "PUNCT" {
		end++
	}
	return end >= stop
}

// objection gives the verb of the clause that a "but" or "although" opens, -1
// for none.
func (s *search) objection(token int) int {
	t := s.doc.Tokens[token]
	switch {
	case t.UPOS == "SCONJ" && s.is(t.Lemma, "concession"):
		return syntax.Enclosing(s.doc, token, "advcl")
	case t.UPOS == "CCONJ" && t.Lemma == "but" && s.doc.Tokens[token+1].Lemma != "that":
		if v := syntax.Enclosing(s.doc, token, "conj"); v >= 0 && s.doc.Child(v, "nsubj") >= 0 {
			return v
		}
	}
	return -1
}
