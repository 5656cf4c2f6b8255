package coreference

import "sort"

// index finds earlier mentions by what they share with a later one.
type index struct {
	// byText and byHead give mentions with the same words or the same head, in
	// the order of the text; pronouns by what they are a form of.
	byText, byHead map[uint64][]int
}

const (
	// pronounReach and nounReach are how many sentences back the mentions are
	// looked at that share no word with a pronoun, or another mention;
	// pronounWindow and nounWindow how many there are at most.
	pronounReach, pronounWindow = 5, 50
	nounReach, nounWindow       = 2, 14
	// alike is how many mentions with the same head or words are looked at.
	alike = 5
)

// candidates gives the mentions that one may take up, the nearest first.
func (s *search) candidates(m int, room []int) []int {
	x := &s.mentions[m]
	reach, window := nounReach, nounWindow
	if x.Kind == Pronominal {
		reach, window = pronounReach, pronounWindow
	}
	first := m
	for first > 0 && m-first < window && x.sentence-s.mentions[first-1].sentence <= reach {
		first--
		room = append(room, first)
	}
	room = s.same(room, s.index.byHead[x.head.hash], first)
	if x.Kind == Pronominal {
		if x.Pronoun.Person != '3' {
			for _, word := range parties {
				if word.hash != x.head.hash {
					room = s.same(room, s.index.byHead[word.hash], first)
				}
			}
		}
		return room
	}
	room = s.same(room, s.index.byText[x.text], first)
	for _, w := range x.content {
		if x.Kind == Proper {
			room = s.same(room, s.index.byHead[w], first)
		}
	}
	return room
}

// parties are the pronouns of those who speak and are spoken to.
var parties = symbolsOf("I", "you", "we")

// same adds the last of the mentions before a limit, those that are there
// already left out.
func (s *search) same(room, list []int, before int) []int {
	n := 0
	for i := len(list) - 1; i >= 0 && n < alike; i-- {
		if list[i] >= before {
			continue
		}
		if !contains(room, list[i]) {
			room = append(room, list[i])
		}
		n++
	}
	return room
}

func contains(room []int, m int) bool {
	for _, x := range room {
		if x == m {
			return true
		}
	}
	return false
}

// before counts the numbers of a rising list that are below a limit.
func before(list []int, limit int) int { return sort.SearchInts(list, limit) }

// enter makes a mention a candidate for those behind it.
func (s *search) enter(m int) {
	x := &s.mentions[m]
	s.index.byHead[x.head.hash] = append(s.index.byHead[x.head.hash], m)
	if x.Kind != Pronominal {
		s.index.byText[x.text] = append(s.index.byText[x.text], m)
		if x.Kind == Proper && x.coreE-x.core > 1 {
			last := s.words[x.coreE-1].hash
			if last != x.head.hash {
				s.index.byHead[last] = append(s.index.byHead[last], m)
			}
		}
	}
}
