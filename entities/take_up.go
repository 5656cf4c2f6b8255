package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// takenUp finds the state or body named last before a definite noun by which
// it can be taken up: "the alliance" for NATO, "the kingdom" for Saudi Arabia,
// "the group" for any group; -1 for none.
func (s descriptions) takenUp(head int) int {
	noun := strings.ToLower(s.doc.Tokens[head].Lemma)
	if syntax.Plural(s.doc.Tokens[head]) {
		return -1
	}
	from := s.doc.Sentences[max(0, s.doc.SentenceOf(head)-2*reach)].First
	m := s.lastBefore(head, from, func(m *Mention) bool {
		return m.Actor >= 0 && m.Form == ByProperName && m.Sort != knowledge.ByDemonym && s.takesUp(noun, s.actor(m.Actor))
	})
	if m == nil {
		return -1
	}
	return m.Actor
}

// stateTakenUp gives the state for which somebody who says something is called "the
// country" or "the regime": the one that last did or owned something, else the one named
// last; -1 for none.
func (s descriptions) stateTakenUp(head int) int {
	if !s.hasSource(head, head+1) || !s.base.Is(strings.ToLower(s.doc.Tokens[head].Lemma), "any state") || syntax.Plural(s.doc.Tokens[head]) {
		return -1
	}
	from := s.doc.Sentences[max(0, s.doc.SentenceOf(head)-reach)].First
	state := func(acting bool) func(*Mention) bool {
		return func(m *Mention) bool {
			return m.Actor >= 0 && s.actor(m.Actor).Kind == rapporteur.State && (!acting || s.doc.Tokens[m.Head].Has("nsubj", "nmod:poss"))
		}
	}
	m := s.lastBefore(head, from, state(true))
	if m == nil {
		m = s.lastBefore(head, from, state(false))
	}
	if m == nil {
		return -1
	}
	return m.Actor
}

// takesUp reports whether a noun can stand for an actor.
func (s descriptions) takesUp(noun string, a *Actor) bool {
	switch {
	case a.Kind == rapporteur.Person || a.Kind == rapporteur.Collective || a.Kind == rapporteur.Unnamed:
		return false
	case a.Kind == rapporteur.Group && s.base.Is(noun, "any group"), a.Kind == rapporteur.Organisation && s.base.Is(noun, "any body"):
		return true
	case a.Known == nil:
		return a.Kind == rapporteur.Organisation && (s.base.Is(noun, "any group") || slices.Contains(knowledge.Words(a.Name), noun))
	case a.Known.Sector == "media" && s.base.Is(noun, "any outlet"):
		return true
	}
	return slices.Contains(a.Known.Words, noun)
}

// farthestTakeUp is how many tokens back a noun can still be meant, the length of three
// long reports: nobody remembers further.
const farthestTakeUp = 4000

// sameNoun finds the actor that the same noun, or the office it names, was
// last used for.
func (s descriptions) sameNoun(head int) int {
	word := withoutEx(strings.ToLower(s.doc.Tokens[head].Lemma))
	plural := syntax.Plural(s.doc.Tokens[head])
	m := s.lastCalled(word, head, head-farthestTakeUp, func(m *Mention) bool {
		return m.Actor >= 0 && m.Form != ByPronoun && !(plural && s.actor(m.Actor).Kind == rapporteur.Person) // the ministers are not the minister
	})
	if m == nil {
		return -1
	}
	return m.Actor
}

// withoutEx gives the office that somebody held before: "ex-chancellor".
func withoutEx(noun string) string { return strings.TrimPrefix(noun, "ex-") }
