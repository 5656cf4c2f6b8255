package coref

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// Turn is words that somebody speaks, so that "I" in them is whoever it is.
type Turn struct {
	// First and Last (exclusive) are tokens.
	First, Last int
	// Speaker tells speakers apart; the turns of one speaker have the same.
	Speaker string
	// Source is the head of the mention that the text attributes the words to,
	// -1 where it names none.
	Source int
}

// Turns gives the turns of the attributions whose words are quoted.
func Turns(doc *language.Document, said []frames.Frame) []Turn {
	var turns []Turn
	for i := range said {
		f := &said[i]
		source := f.Of(frames.Source)
		if frames.ModeOf(f) == rapporteur.Indirect || len(source) == 0 {
			continue
		}
		for _, c := range f.Of(frames.Content) {
			turns = append(turns, Turn{c.First, c.Last, doc.Words(source[0].Range(doc)), source[0].Head})
		}
	}
	return turns
}

// speakers are who speaks each token of a text.
type speakers struct {
	turns []Turn
	// turn gives for each token the innermost turn that it stands in, -1 for none.
	turn []int
}

func newSpeakers(doc *language.Document, turns []Turn) *speakers {
	s := &speakers{turns, make([]int, len(doc.Tokens))}
	for i := range s.turn {
		s.turn[i] = -1
	}
	for k, t := range turns {
		for i := t.First; i < t.Last; i++ {
			if v := s.turn[i]; v < 0 || t.Last-t.First <= turns[v].Last-turns[v].First {
				s.turn[i] = k
			}
		}
	}
	return s
}

// same reports whether one speaker says both tokens, or nobody does.
func (s *speakers) same(a, b int) bool {
	x, y := s.turn[a], s.turn[b]
	return x == y || x >= 0 && y >= 0 && s.turns[x].Speaker == s.turns[y].Speaker
}
