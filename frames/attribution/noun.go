package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// noun reads "X's claim that …", "a warning from X that …", "X's promise to …".
func (s *search) noun(cue *Cue, head int) bool {
	if s.quoted[head] >= 0 {
		return false
	}
	from := syntax.Owner(s.doc, head)
	if from == head || s.unmade(head) {
		return false
	}
	content := s.told(head, from)
	if len(content) == 0 {
		content = s.toldOf(cue, head, from)
	}
	content = s.grow(content, head)
	if len(content) == 0 {
		return false
	}
	s.keep(cue, head, head, from, s.addressee(cue, head, content), content, "noun of saying")
	return true
}

// unmade reports whether the words of a noun of saying are only wanted or
// missing: "seeks a promise from the rebels", "without any warning from them".
func (s *search) unmade(noun int) bool {
	t := s.doc.Tokens[noun]
	if t.Has("obj") && s.is(s.doc.Tokens[t.Head].Lemma, "want") {
		return true
	}
	for c := range s.doc.Children(noun) {
		if t := s.doc.Tokens[c]; t.Has("det", "case") && c < noun && (t.Lemma == "no" || t.Lemma == "any" || t.Lemma == "without") {
			return true
		}
	}
	return false
}

// told gives the words that a noun of saying leads to.
func (s *search) told(noun, from int) []language.Range {
	doc := s.doc
	for c := range doc.Children(noun) {
		if m := doc.Child(c, "mark"); m >= 0 && doc.Tokens[m].Lemma == "to" && doc.Tokens[c].Has("acl", "ccomp") {
			return syntax.Parts(s.doc, c)
		}
	}
	that := s.thatBehind(noun)
	if that < 0 {
		return nil
	}
	end := s.lostVerb(noun, that)
	if end < 0 && !doc.Tokens[noun].Has("root") {
		end = s.thatClause(noun, from, that)
	}
	if end <= that+1 {
		return nil
	}
	if r := syntax.Trim(doc.Tokens[that+1 : end]); r.Len() > 0 {
		return []language.Range{r}
	}
	return nil
}

// toldOf gives what a noun of saying is for or against: "the union's call for a
// truce". What it is of is as often who says it.
func (s *search) toldOf(cue *Cue, noun, from int) []language.Range {
	for c := range s.doc.Children(noun) {
		if c < noun || c == from || !s.doc.Tokens[c].Has("nmod", "obl") || !s.oblique(cue, c) {
			continue
		}
		if p := s.doc.Child(c, "case"); p >= 0 && s.doc.Tokens[p].Lemma != "of" {
			return s.towards(noun, noun, c)
		}
	}
	return nil
}

// thatBehind gives the "that" behind a noun, over those whose word it is: "the
// claim by the envoy that". -1 for none.
func (s *search) thatBehind(noun int) int {
	end := syntax.Sentence(s.doc, noun).Last
	for i := noun + 1; i < end; i++ {
		switch t := s.doc.Tokens[i]; {
		case t.Lemma == "that" && t.UPOS != "DET":
			return i
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PUNCT":
			return -1
		}
	}
	return -1
}

// thatClause gives the end of the clause that "that" opens behind a noun or
// behind whose word it is; -1 where it is a relative pronoun: "the claim that
// he made".
func (s *search) thatClause(noun, from, that int) int {
	clause := s.doc.Tokens[that].Head
	if clause <= that || !s.doc.Tokens[clause].Has("acl", "ccomp") {
		return -1
	}
	if h := s.doc.Tokens[clause].Head; h != noun && h != from {
		return -1
	}
	subject, objects := false, 0
	for c := range s.doc.Children(clause) {
		t := s.doc.Tokens[c]
		subject = subject || c != that && t.Has("nsubj")
		if t.Has("obj", "obl:unmarked") {
			objects++
		}
	}
	if !subject || !s.doc.Tokens[that].Has("mark") && objects < 2 {
		return -1
	}
	_, end := s.doc.Yield(clause)
	return end
}

// lostVerb gives the verb of the sentence where the parser hung it on the noun
// that is its subject: "the envoy's claim that the road was safe angered them".
// -1 for none.
func (s *search) lostVerb(noun, that int) int {
	doc := s.doc
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
