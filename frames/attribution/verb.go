package attribution

import (
	"slices"

	"rapporteur/language"
	"rapporteur/language/syntax"
)

// tryCue looks whether a token is the head of a cue and keeps the first
// reading of it that attributes words.
func (s *search) tryCue(head int) {
	s.matches = s.cues.at(s.doc, head, s.matches[:0])
	for _, m := range s.matches {
		found := false
		switch m.POS {
		case "prep":
			found = s.preposition(m.Cue, head, m.last)
		case "noun":
			found = s.noun(m.Cue, head)
		default:
			found = s.verb(m.Cue, head, m.last)
		}
		if found {
			return
		}
	}
}

// verb reads "X says that …", "…, X said", "said X", and what else a verb or
// adjective governs.
func (s *search) verb(cue *Cue, head, last int) bool {
	if !s.asserted(head, cue) || s.quotes(head) || s.names(head) || s.withheld(head) || s.unsaid(head) {
		return false
	}
	from := s.source(head)
	if from >= 0 && s.is(s.doc.Tokens[from].Lemma, "lore") {
		return false
	}
	if s.quoted[head] >= 0 && (from < 0 || inQuoteSelf(s.doc.Tokens[from])) {
		return false
	}
	content, rule := s.content(cue, head, last)
	if q := s.quoted[head]; q >= 0 {
		if rule != "clause of cue" {
			return false
		}
		content = syntax.Clip(content, s.quotations[q].Inner)
	}
	if len(content) == 0 || from >= 0 && syntax.WithinAny(s.doc.Tokens[from].Range, content) {
		return false
	}
	to := s.addressee(cue, head, content)
	if to < 0 {
		to = s.swallowed(cue, last, content)
	}
	s.keep(cue, head, last, from, to, content, rule)
	return true
}

// quotes reports whether a verb only leads to the words of another: "quoted her
// as saying".
func (s *search) quotes(verb int) bool {
	for c := range s.doc.Children(verb) {
		if c > verb && s.asSaying(c) {
			return true
		}
	}
	return false
}

// names reports whether a participle only says where somebody has it from: "the
// paper, citing two officials, reported".
func (s *search) names(verb int) bool {
	t := s.doc.Tokens[verb]
	o := s.doc.Child(verb, "obj")
	return t.Lemma == "cite" && t.XPOS == "VBG" && o >= 0 && s.is(s.doc.Tokens[o].Lemma, "origin")
}

// withheld reports whether a verb only asks that a name be kept back.
func (s *search) withheld(verb int) bool {
	asked := s.Anonymity(s.doc, syntax.Sentence(s.doc, verb))
	return asked.Contains(s.doc.Tokens[verb].Range)
}

// swallowed finds a hearer whom the parser took for the first word of the
// clause, "told AP the talks would go on", and cuts it off the content.
func (s *search) swallowed(cue *Cue, last int, content []language.Range) int {
	at := last + 1
	if cue.Addressee != "obj" || at+1 >= len(s.doc.Tokens) || s.doc.Tokens[at].UPOS != "PROPN" || content[0].Start != s.doc.Tokens[at].Start {
		return -1
	}
	next := s.doc.Tokens[at+1]
	if next.UPOS != "DET" && next.UPOS != "PRON" {
		return -1
	}
	content[0].Start = next.Start
	return at
}

// keep completes an attribution and adds it.
func (s *search) keep(cue *Cue, head, last, from, to int, content []language.Range, rule string) {
	sentence := syntax.Sentence(s.doc, head)
	medium := s.mediumOf(s.doc, sentence, content)
	if medium == "" {
		medium = s.mediumNoun(s.doc, head, content)
	}
	s.found = append(s.found, attribution{
		source: from, cueHead: head, cue: s.cueRange(head, last), act: cue.Act, kind: cue.Kind,
		content: content, mode: s.mode(content), addressee: to,
		medium: medium, rule: rule,
	})
}

func (s *search) cueRange(head, last int) language.Range {
	if last > head+slack*2 || last < head {
		last = head
	}
	return s.doc.Bytes(head, last+1)
}

// asserted reports whether something was said at all: not "did not say",
// "would say", "if he says", "was expected to say".
func (s *search) asserted(head int, cue *Cue) bool {
	doc := s.doc
	if doc.Tokens[head].Has("amod") {
		return false // the so-called corridor
	}
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		switch {
		case s.quoted.Apart(c, head):
		case t.Has("advmod") && (t.Lemma == "not" || t.Lemma == "never" || t.Lemma == "n't"):
			return len(cue.Needs) > 0
		case len(cue.Needs) == 0 && t.Has("aux") && s.is(t.Lemma, "reluctant") && doc.Tokens[head].XPOS == "VB" && !s.only(c, head):
			return cue.Kind == "decline"
		case t.Has("cc") && t.Lemma == "nor", t.Lemma == "neither" && t.Has("advmod", "cc:preconj"):
			return cue.Kind == "decline"
		case t.Has("mark") && (t.Lemma == "if" || t.Lemma == "unless" || t.Lemma == "without" || t.Lemma == "whether"):
			return false
		}
	}
	if h := doc.Tokens[head].Head; h >= 0 && doc.Tokens[head].Has("xcomp") && doc.Tokens[head].UPOS == "ADJ" && doc.Tokens[h].XPOS == "VB" {
		return s.asserted(h, cue) // must make it clear
	}
	if doc.Tokens[head].XPOS != "VB" {
		return true
	}
	if aux := doc.Child(head, "aux"); aux >= 0 && (doc.Tokens[aux].Lemma == "do" || s.only(aux, head)) {
		return true
	}
	governor := doc.Tokens[head].Head
	return governor >= 0 && doc.Tokens[head].Has("xcomp") && s.is(doc.Tokens[governor].Lemma, "opener")
}

// only reports whether "only" stands between an auxiliary and its verb: who would
// only say that work goes on says so.
func (s *search) only(aux, verb int) bool {
	return verb == aux+2 && s.doc.Tokens[aux+1].Lemma == "only"
}

// inQuoteSelf are the first and second person, whose sayings inside a
// quotation are part of it.
func inQuoteSelf(t language.Token) bool {
	return t.XPOS == "PRP" && slices.Contains([]string{"i", "we", "you"}, lower(t.Form))
}

// addressee finds the hearer by the way the cue names it.
func (s *search) addressee(cue *Cue, head int, content []language.Range) int {
	take := func(token int) int {
		if token >= 0 && !syntax.WithinAny(s.doc.Tokens[token].Range, content) {
			return token
		}
		return -1
	}
	preposition := cue.Addressee
	if cue.Addressee == "obj" {
		if o := s.doc.Child(head, "iobj", "obj"); o >= 0 || len(cue.Lemmas) == 1 {
			return take(o)
		}
		preposition = cue.Lemmas[len(cue.Lemmas)-1] // called on them to
	}
	for c := range s.doc.Children(head) {
		if p := s.doc.Child(c, "case"); s.doc.Tokens[c].Has("obl") && p >= 0 && s.doc.Tokens[p].Lemma == preposition {
			return take(c)
		}
	}
	return -1
}
