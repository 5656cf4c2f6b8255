package attribution

import (
	"rapporteur/language/syntax"
)

// source finds whose words a verb's content is: its subject, its agent, or
// what it takes over from the verb that governs it. -1 where the text does not
// say.
func (s *search) source(cue int) int {
	doc := s.doc
	for hops := 0; cue >= 0 && hops < 4; hops++ {
		t := doc.Tokens[cue]
		if n := s.subject(cue); n >= 0 {
			return syntax.Antecedent(doc, cue, n)
		}
		switch {
		case s.asSaying(cue) && doc.Child(t.Head, "obj") >= 0:
			return doc.Child(t.Head, "obj") // quoted her as saying
		case s.conclusion(cue):
			return -1
		case t.XPOS == "VBG" && t.Has("advcl") && s.behindObject(cue) >= 0:
			return s.behindObject(cue)
		case t.Has("acl:relcl"):
			return t.Head
		case t.XPOS == "VBG" && t.Head >= 0 && cue > 0 && doc.Tokens[cue-1].Form == "," && s.underNoun(cue) >= 0:
			cue = syntax.NearestVerb(s.doc, s.underNoun(cue)) // …, vowing retaliation
		case t.Has("acl"):
			return s.publisher(syntax.Owner(doc, t.Head))
		case t.Has("ccomp") && syntax.Tensed(t) && t.Head >= 0 && s.Knows(doc.Tokens[t.Head].Lemma):
			return -1 // the parser lost its subject
		case t.Has("conj", "xcomp", "advcl", "ccomp") && t.Head >= 0:
			cue = t.Head
		default:
			return -1
		}
	}
	return -1
}

// asSaying reports whether a participle tells how somebody's words are given:
// "quoted her as saying".
func (s *search) asSaying(verb int) bool {
	t := s.doc.Tokens[verb]
	m := s.doc.Child(verb, "mark", "case")
	return t.Head >= 0 && t.XPOS == "VBG" && t.Has("advcl", "obl", "xcomp") && m >= 0 && s.doc.Tokens[m].Lemma == "as" && s.Knows(t.Lemma)
}

// publisher gives who brings a document out that has no owner: "the office
// released a statement saying", "she said in a statement accusing". The noun
// itself where the sentence does not tell.
func (s *search) publisher(noun int) int {
	t := s.doc.Tokens[noun]
	if t.UPOS != "NOUN" || !s.is(t.Lemma, "document") || !t.Has("obj", "obl") || s.doc.Tokens[t.Head].UPOS != "VERB" {
		return noun
	}
	if n := s.subject(t.Head); n >= 0 {
		return syntax.Antecedent(s.doc, t.Head, n)
	}
	return noun
}

// unsaid reports whether a verb is a participle of which the subject of its
// clause, or the noun before it, is the hearer: "when asked about the deal,
// he …", "a diplomat briefed on it".
func (s *search) unsaid(verb int) bool {
	t := s.doc.Tokens[verb]
	opens := verb == syntax.Sentence(s.doc, verb).First && s.doc.Child(verb, "nsubj") < 0
	if t.XPOS != "VBN" && !(opens && t.XPOS == "VBD") || !opens && !t.Has("advcl") && t.Deprel != "acl" || s.doc.Child(verb, "aux") >= 0 {
		return false
	}
	for _, c := range s.cues[t.Lemma] {
		if c.Addressee == "obj" {
			return true
		}
	}
	return false
}

// conclusion reports whether a participle tells what the reporter takes a deed
// to mean: "moved troops to the border, suggesting that". Behind a verb of
// saying it goes on with what is said.
func (s *search) conclusion(verb int) bool {
	t := s.doc.Tokens[verb]
	if t.XPOS != "VBG" || !t.Has("advcl") || !s.is(t.Lemma, "sign") || t.Head < 0 || t.Head > verb {
		return false
	}
	return !s.Knows(s.doc.Tokens[t.Head].Lemma) && s.doc.Child(verb, "mark") < 0
}

// behindObject gives whom a verb blames for what a gerund says, -1 for none:
// "criticised Oslo for demanding that".
func (s *search) behindObject(verb int) int {
	m, h := s.doc.Child(verb, "mark"), s.doc.Tokens[verb].Head
	if m < 0 || h < 0 || s.doc.Tokens[m].Lemma != "for" {
		return -1
	}
	if o := s.doc.Child(h, "obj"); o > h && o < verb {
		return o
	}
	return -1
}

// underNoun gives the noun that a participle, or the participle that it hangs
// on, describes in the tree; -1 for none.
func (s *search) underNoun(verb int) int {
	t := s.doc.Tokens[verb]
	if t.Has("advcl") && t.Head >= 0 {
		t = s.doc.Tokens[t.Head]
	}
	if t.Has("acl") && t.Deprel != "acl:relcl" {
		return t.Head
	}
	return -1
}

// subject gives the subject of an active verb and the agent of a passive one:
// "it was announced by the ministry". The subject of "was quoted as saying"
// is the source all the same.
func (s *search) subject(verb int) int {
	doc := s.doc
	if n := doc.Child(verb, "nsubj:pass"); n >= 0 {
		switch doc.Tokens[verb].Lemma {
		case "quote", "cite", "report", "know", "hear", "record", "see":
			return n
		}
		return doc.Child(verb, "obl:agent")
	}
	if n := syntax.Nominative(s.doc, s.quoted, verb); n >= 0 {
		if o := syntax.DisplacedSubject(s.doc, verb, n); o >= 0 {
			return o
		}
		return n
	}
	if a := doc.Child(verb, "obl:agent"); a >= 0 {
		return a
	}
	if n := syntax.AdjacentSubject(s.doc, verb); n >= 0 {
		return n
	}
	if n := syntax.SubjectAfterQuotation(s.doc, s.quoted, verb); n >= 0 {
		return n
	}
	return s.inverted(verb)
}

// inverted gives the subject behind a verb that the parser took for its
// object: "…, said Israel's chief negotiator".
func (s *search) inverted(verb int) int {
	doc := s.doc
	before := syntax.Sentence(doc, verb).First
	if verb == before || doc.Tokens[verb-1].UPOS != "PUNCT" || doc.Tokens[verb].XPOS == "VBG" {
		return -1
	}
	o := doc.Child(verb, "obj")
	if o < 0 || doc.Tokens[verb].Has("conj") && s.takesObject(verb) { // "…, praised Xi and left"
		return -1
	}
	if c := doc.Child(verb, "ccomp"); c > o && !s.quoted.Apart(c, verb) {
		return -1
	}
	return o
}

// takesObject reports whether a verb can have what is said for its object.
func (s *search) takesObject(verb int) bool {
	for _, c := range s.cues[s.doc.Tokens[verb].Lemma] {
		if c.Takes("object") {
			return true
		}
	}
	return false
}
