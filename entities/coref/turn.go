package coref

import (
	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/speech"
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
func Turns(doc *language.Document, said []speech.Attribution) []Turn {
	var turns []Turn
	for i := range said {
		a := &said[i]
		if a.Mode == rapporteur.Indirect || a.Source < 0 {
			continue
		}
		for _, r := range a.Content {
			if first, last := syntax.TokensIn(doc, r); first < last {
				turns = append(turns, Turn{first, last, doc.Words(a.SourceRange), a.Source})
			}
		}
	}
	return turns
}

// hear notes for each token the innermost turn that it stands in, -1 for none.
func (s *search) hear() {
	s.voices = make([]int, len(s.doc.Tokens))
	for i := range s.voices {
		s.voices[i] = -1
	}
	for k, t := range s.turns {
		for i := t.First; i < t.Last; i++ {
			if v := s.voices[i]; v < 0 || t.Last-t.First <= s.turns[v].Last-s.turns[v].First {
				s.voices[i] = k
			}
		}
	}
}

// sameVoice reports whether one speaker says both tokens, or nobody does.
func (s *search) sameVoice(a, b int) bool {
	x, y := s.voices[a], s.voices[b]
	return x == y || x >= 0 && y >= 0 && s.turns[x].Speaker == s.turns[y].Speaker
}
