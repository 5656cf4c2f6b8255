package entities

import (
	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// apposed gives the person whose name stands beside a description: "his Iranian
// counterpart, Mohammad Javad Zarif"; -1 for none.
func (s descriptions) apposed(n knowledge.Noun, head, last int, state *knowledge.Actor) int {
	if i := s.namedBehind(n, head, last, state); i >= 0 {
		return i
	}
	for c := range s.doc.Children(head) {
		if !s.doc.Tokens[c].Has("appos") {
			continue
		}
		m := s.mentionAt(c)
		if m == nil || m.Actor < 0 || m.Form != ByProperName {
			continue
		}
		switch s.actor(m.Actor).Kind {
		case rapporteur.Person:
			return m.Actor
		case rapporteur.Organisation, rapporteur.Group:
			if m.First == head+1 || m.First == head+2 && s.doc.Tokens[head+1].UPOS == "DET" {
				return m.Actor // the watchdog Clean Water, the newspaper The Hour
			}
		}
	}
	return -1
}

// namedBehind gives the person whose name stands right behind a description of one
// person, wherever the parser hung it: "the organiser Ada Moe", or between commas, "a
// lawyer for the miners, Ada Moe, said", where both are of one state if they are of
// any. Who is of none yet is now of that of the description. -1 for none.
func (s descriptions) namedBehind(n knowledge.Noun, head, last int, state *knowledge.Actor) int {
	if n.Kind != "person" || n.Plural {
		return -1
	}
	for end, at := s.reachOfName(head, last), head+1; at < end; at++ {
		m := s.mentionAt(at)
		if m == nil || m.Actor < 0 || m.First != at || m.Form != ByProperName || s.actor(m.Actor).Kind != rapporteur.Person {
			continue
		}
		if between := s.doc.Tokens[at-1].Form == ","; at > head+1 && !(between && s.setOff(m.Last)) && !(at == last && !between) {
			continue
		}
		switch a := s.actor(m.Actor); {
		case state == nil || a.For == state.ID:
		case a.For != "":
			continue
		case a.Known == nil:
			s.setSide(m.Actor, s.speaksFor(head, state))
		}
		return m.Actor
	}
	return -1
}

// reachOfName gives the end of where a name may stand that a description has: behind it,
// or behind whose or what for somebody is, unless that is one person as well, whose name
// it would be: "a spokesman for the minister, Ada Moe".
func (s descriptions) reachOfName(head, last int) int {
	end := last + 2
	for c := range s.doc.Children(head) {
		if c < head || !s.doc.Tokens[c].Has("nmod") {
			continue
		}
		if n, ok := s.noun(c); ok && n.Kind == "person" && !syntax.Plural(s.doc.Tokens[c]) {
			continue
		}
		_, e := s.doc.Yield(c)
		end = max(end, min(e, head+farthest))
	}
	return min(end, len(s.doc.Tokens))
}

// setOff reports whether what is set between commas ends at a token: at a comma, a
// verb or the end of the sentence, not in the middle of a list.
func (s descriptions) setOff(at int) bool {
	if at >= len(s.doc.Tokens) {
		return true
	}
	t := s.doc.Tokens[at]
	return t.UPOS == "PUNCT" || t.UPOS == "VERB" || t.UPOS == "AUX"
}
