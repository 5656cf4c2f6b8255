package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
	"slices"
)

// object finds words reported that are no clause: what somebody is called,
// criticised for, accused of or calls for.
func (s *search) object(cue *Cue, head, last int) ([]language.Range, string) {
	doc := s.doc
	if cue.Takes("name") {
		if named := s.named(head); named.Len() > 0 {
			return []language.Range{named}, "name by cue"
		}
	}
	if n := syntax.PassiveTheme(s.doc, head); n >= 0 && cue.Takes("object") {
		return syntax.WithoutRelative(s.doc, n), passive
	}
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		if c > head && s.oblique(cue, c) && t.Has("obl", "advcl") {
			return s.withInfinitive(head, c, s.towards(head, last, c)), "prepositional object of cue"
		}
		if t.Has("obj") && c > head && cue.Addressee == "obj" {
			for d := range doc.Children(c) { // accused the envoys of stalling
				if s.oblique(cue, d) && doc.Tokens[d].Has("acl", "nmod", "advcl") {
					return s.towards(head, last, d), "prepositional object of cue"
				}
			}
		}
		if t.Has("obj") && cue.Takes("object") && (doc.Tokens[head].XPOS != "VBG" || doc.Tokens[head].Has("advcl")) && t.UPOS != "PRON" && c > head && !syntax.NegativeDeterminer(s.doc, c) {
			return s.withInfinitive(head, c, s.unadded(c)), "object of cue"
		}
	}
	return nil, ""
}

// passive is the rule for what a passive verb has for its subject. Several may
// say something of one thing.
const passive = "subject of cue"

// oblique reports whether a word follows one of the cue's prepositions.
func (s *search) oblique(cue *Cue, word int) bool {
	p := s.doc.Child(word, "case", "mark")
	return p >= 0 && slices.Contains(cue.obliques, s.doc.Tokens[p].Lemma)
}

// towards gives the content behind a cue's preposition. The preposition is left
// out where it follows the cue, "called for a truce"; whom it is said of belongs
// to it where the preposition follows that: "blamed the rebels for the delay".
func (s *search) towards(head, last, word int) []language.Range {
	parts := syntax.Parts(s.doc, word)
	if len(parts) == 0 {
		return nil
	}
	p := s.doc.Child(word, "case", "mark")
	if (p == last || p == last+1) && parts[0].Start == s.doc.Tokens[p].Start && parts[0].Contains(s.doc.Tokens[p+1].Range) {
		parts[0].Start = s.doc.Tokens[p+1].Start
		return parts
	}
	o := s.doc.Child(head, "obj")
	if o <= last || o >= p || s.doc.Tokens[o].UPOS == "PRON" {
		return parts
	}
	if first, _ := s.doc.Yield(o); first > last {
		parts[0].Start = s.doc.Tokens[first].Start
	}
	return parts
}

// withInfinitive adds the infinitive that follows what a cue takes and that the
// parser hung on the cue: "called for the rebels to leave".
func (s *search) withInfinitive(head, word int, parts []language.Range) []language.Range {
	_, end := s.doc.Yield(word)
	for c := range s.doc.Children(head) {
		if t := s.doc.Tokens[c]; !t.Has("xcomp", "advcl", "ccomp") || !syntax.Infinitive(s.doc, c) {
			continue
		}
		if first, after := s.doc.Yield(c); first == end && len(parts) > 0 {
			parts[len(parts)-1].End = s.doc.Tokens[after-1].End
		}
	}
	return parts
}

// named gives whom a cue calls something, together with what they are called:
// "called the offer a trap". A pronoun is left out.
func (s *search) named(head int) language.Range {
	doc := s.doc
	o, name := -1, -1
	for c := range doc.Children(head) {
		switch t := doc.Tokens[c]; {
		case c < head:
		case o < 0 && t.Has("obj", "iobj"):
			o = c
		case o >= 0 && (t.Has("obj", "xcomp", "ccomp") || t.Deprel == "obl:unmarked" && t.UPOS == "NOUN") && t.XPOS != "VB":
			name = c
		}
	}
	if name < 0 && o >= 0 {
		if r := s.quotedName(o); r.Len() > 0 {
			return r
		}
		name = s.under(o)
	}
	if name < 0 {
		return language.Range{}
	}
	first, end := doc.Yield(name)
	if doc.Tokens[o].UPOS != "PRON" {
		first, _ = doc.Yield(o)
	}
	if first <= head {
		return language.Range{}
	}
	return syntax.Trim(doc.Tokens[first:end])
}

// quotedName gives whom a cue calls something and the quotation right behind it,
// however the parser joined the two: "called half of them “bandits”".
func (s *search) quotedName(object int) language.Range {
	first, end := s.doc.Yield(object)
	if s.doc.Tokens[object].UPOS == "PRON" || s.quoted[object] >= 0 {
		return language.Range{}
	}
	for i := object + 1; i < min(end+1, len(s.doc.Tokens)); i++ {
		if q := s.quoted[i]; q >= 0 && s.quotations[q].Start == s.doc.Tokens[i].Start {
			return language.Range{Start: s.doc.Tokens[first].Start, End: s.quotations[q].End}
		}
		if s.doc.Tokens[i].UPOS == "PUNCT" {
			break
		}
	}
	return language.Range{}
}

// under finds the name that the parser hung on whom it is given to.
func (s *search) under(object int) int {
	for c := range s.doc.Children(object) {
		t := s.doc.Tokens[c]
		if c > object && (t.Has("obj", "appos") || t.Has("acl", "amod") && t.UPOS == "ADJ") {
			if first, _ := s.doc.Yield(c); s.doc.Tokens[first-1].UPOS != "PUNCT" {
				return c
			}
		}
	}
	return -1
}
