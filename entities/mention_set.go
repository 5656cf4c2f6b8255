package entities

import (
	"sort"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
)

// mentionSet is the mentions of a report in the order in which they are found, and
// which of them covers each token.
type mentionSet struct {
	doc      *language.Document
	set      *actorSet
	mentions []Mention
	// at gives the mention that covers a token, -1 for none.
	at    []int
	index mentionIndex
}

func newMentionSet(doc *language.Document, actors *actorSet) *mentionSet {
	return &mentionSet{doc: doc, set: actors, at: noneOf(len(doc.Tokens))}
}

// noneOf gives a list in which no token has a mention.
func noneOf(tokens int) []int {
	at := make([]int, tokens)
	for i := range at {
		at[i] = -1
	}
	return at
}

// add enters a mention and covers its tokens, save those covered already.
func (s *mentionSet) add(m Mention) int {
	s.mentions = append(s.mentions, m)
	s.count(m)
	n := len(s.mentions) - 1
	for i := m.First; i < m.Last; i++ {
		if s.at[i] < 0 || m.Form == ByProperName && m.Last-m.First > 1 {
			s.at[i] = n
		}
	}
	return n
}

// count takes a mention into account for the state that a report is about.
func (s *mentionSet) count(m Mention) {
	if m.Actor < 0 || m.Sort == knowledge.ByCity {
		return
	}
	a := s.set.actor(m.Actor)
	if a.Kind == rapporteur.State {
		s.set.share.add(m.Actor, a.ID, s.doc.Tokens[m.Head].Has("nsubj", "nmod:poss", "amod"))
		return
	}
	s.set.share.add(m.Actor, a.For, true)
}

// mention gives a mention by its number.
func (s *mentionSet) mention(k int) *Mention { return &s.mentions[k] }

// covered reports whether a mention covers a token.
func (s *mentionSet) covered(token int) bool { return s.at[token] >= 0 }

// mentionAt gives the mention that covers a token, nil for none.
func (s *mentionSet) mentionAt(token int) *Mention {
	if token < 0 || token >= len(s.at) || s.at[token] < 0 {
		return nil
	}
	return &s.mentions[s.at[token]]
}

// actorAt gives the actor that a token stands for, -1 for none.
func (s *mentionSet) actorAt(token int) int {
	if m := s.mentionAt(token); m != nil {
		return m.Actor
	}
	return -1
}

// isPerson reports whether a mention is of a person by name or office.
func (s *mentionSet) isPerson(m Mention) bool {
	return m.Actor >= 0 && m.Form != ByPronoun && s.set.actor(m.Actor).Kind == rapporteur.Person
}

// reorder puts the mentions in the order of the text, and covers each token by the
// shortest one around it, a pronoun or name rather than the description it is part of.
func (s *mentionSet) reorder() {
	sort.SliceStable(s.mentions, func(i, j int) bool {
		if s.mentions[i].First != s.mentions[j].First {
			return s.mentions[i].First < s.mentions[j].First
		}
		return s.mentions[i].Last > s.mentions[j].Last
	})
	s.index = mentionIndex{}
	s.at = noneOf(len(s.at))
	for k, m := range s.mentions {
		for i := m.First; i < m.Last; i++ {
			if b := s.at[i]; b < 0 || m.Last-m.First < s.mentions[b].Last-s.mentions[b].First || m.Head == i {
				s.at[i] = k
			}
		}
	}
}
