package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// sourceDescriptions enter those who say something and whom no name covers.
type sourceDescriptions struct{ descriptions }

// link enters an actor for every description that is the source of an
// attribution and that no name covers: "a senior Iranian official".
func (s sourceDescriptions) link() {
	for k := range s.said {
		a := &s.said[k]
		if s.descriptions.link(a.Head(frames.Source)) < 0 && a.Type != "decline" && (frames.Clausal(a) || s.isSource(a.Head(frames.Source))) {
			s.linkGeneric(a.Head(frames.Source))
			s.linkProper(a.Head(frames.Source))
		}
		if s.descriptions.link(a.Head(frames.Addressee)) < 0 {
			s.linkAddressee(a.Head(frames.Addressee))
		}
	}
}

// linkProper enters a source by a proper name that neither the tables nor the engine
// know: "the Herald" behind "The Bergen Herald", a ship's owner, a sect; "the North" is
// nobody unless it is a state.
func (s sourceDescriptions) linkProper(head int) {
	if head < 0 || s.covered(head) || s.doc.Tokens[head].UPOS != "PROPN" || !knowledge.HasCapital(s.doc.Tokens[head].Form) || s.base.Is(strings.ToLower(s.doc.Tokens[head].Lemma), "direction") {
		return
	}
	first, last := syntax.Description(s.doc, head)
	s.organisation(syntax.SkipDeterminer(s.doc, first, head), last)
	s.datelines = nil
}

// isSource reports whether a token is a noun for a document or figures.
func (s sourceDescriptions) isSource(head int) bool {
	return head >= 0 && s.base.Is(strings.ToLower(s.doc.Tokens[head].Lemma), "source")
}

// linkAddressee enters a proper name that nobody knows and that something was
// told to: an outlet, more often than not.
func (s sourceDescriptions) linkAddressee(head int) { s.linkProper(head) }

// linkGeneric enters a source that is nobody's in particular: an organ of no state
// that the report names ("the government"), a document or figures ("the survey"),
// several who say something ("military figures"), or a noun that is formed as one
// for people ("a beekeeper"). A ceasefire that is said to say so is a slip of the
// parser.
func (s sourceDescriptions) linkGeneric(head int) {
	if head < 0 || s.covered(head) || s.doc.Tokens[head].UPOS != "NOUN" {
		return
	}
	first, last := syntax.Description(s.doc, head)
	if actor := s.genericActor(head, first, last); actor >= 0 {
		s.add(Mention{First: first, Last: last, Head: head, Actor: actor, Form: ByDescription})
	}
}

// genericActor makes the actor of such a source, -1 where it can be none.
func (s sourceDescriptions) genericActor(head, first, last int) int {
	lemma := strings.ToLower(s.doc.Tokens[head].Lemma)
	name := s.doc.Words(s.doc.Bytes(syntax.SkipDeterminer(s.doc, first, head), last))
	n, listed := s.noun(head)
	switch {
	case listed && n.Kind == "organ":
		return s.unknown(name, rapporteur.Organisation, "")
	case s.base.Is(lemma, "source"):
		if i := s.issuer(head, first); i >= 0 {
			return i
		}
		i := s.unknown(name, rapporteur.Organisation, "")
		s.actor(i).Source = true // nobody without a name: what an institution put on paper
		return i
	case s.base.Is(lemma, "thing"), !syntax.Plural(s.doc.Tokens[head]) && !agentive(lemma):
		return -1
	}
	person := knowledge.Noun{Kind: "person"}
	if i := s.apposed(person, head, last, s.stateOf(first, head, last)); i >= 0 && !syntax.Plural(s.doc.Tokens[head]) {
		return i
	}
	return s.actorOf(person, first, head, last)
}

// issuer gives who speaks through a document: whose it is ("the ministry's
// statement"), or for "the statement" who was last said to speak in one. -1 where
// the report does not tell.
func (s sourceDescriptions) issuer(head, first int) int {
	if o := s.doc.Child(head, "nmod:poss"); o >= 0 {
		s.linkGeneric(o)
		return s.actorAt(o)
	}
	if i := s.author(head); i >= 0 {
		return i
	}
	if first == head || strings.ToLower(s.doc.Tokens[first].Form) != "the" {
		return -1
	}
	if i := s.takenUp(head); i >= 0 {
		return i // the paper
	}
	for _, k := range slices.Backward(s.saidIn(s.doc.Tokens[head].Lemma)) {
		a := &s.said[k]
		if frames.Cue(a) >= head {
			continue
		}
		if m := s.mentionAt(a.Head(frames.Source)); m != nil && m.Actor >= 0 && m.Form != ByPronoun {
			return m.Actor
		}
	}
	return -1
}

// author gives the body whose name stands in front of a document, "a UN report",
// or behind it with "by" or "from"; -1 for none.
func (s sourceDescriptions) author(head int) int {
	if i := s.publisher(head); i >= 0 {
		return i
	}
	for c := range s.doc.Children(head) {
		t := s.doc.Tokens[c]
		from := t.Has("nmod") && !t.Has("nmod:poss") && slices.Contains([]string{"by", "from"}, syntax.Preposition(s.doc, c))
		i := s.actorAt(c)
		if i < 0 && from {
			i = s.descriptions.link(c)
		}
		if i < 0 || !from && !(t.Has("compound", "amod") && c < head) {
			continue
		}
		if a := s.actor(i); from || a.Kind == rapporteur.State && s.base.Is(strings.ToLower(s.doc.Tokens[head].Lemma), "paper of a state") || a.Kind == rapporteur.Organisation && a.Known != nil {
			return i
		}
	}
	return -1
}

// publisher gives who issued, adopted or released a document, -1 for none.
func (s sourceDescriptions) publisher(head int) int {
	for c := range s.doc.Children(head) {
		if t := s.doc.Tokens[c]; !t.Has("acl") || !s.base.Is(t.Lemma, "issue") {
			continue
		}
		if by := syntax.Agent(s.doc, c); by >= 0 {
			if s.descriptions.link(by) < 0 {
				s.linkGeneric(by)
			}
			return s.actorAt(by)
		}
	}
	return -1
}

// agentive reports whether a noun has an ending of nouns for people.
func agentive(lemma string) bool {
	for _, ending := range []string{"er", "or", "ist", "ian", "man", "woman", "ee", "eer"} {
		if strings.HasSuffix(lemma, ending) {
			return true
		}
	}
	return false
}
