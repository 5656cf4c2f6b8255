package entities

import (
	"rapporteur"
	"rapporteur/entities/coref"
	"rapporteur/frames"
)

// sort of actors that a pronoun may stand for.
type pronounKind uint8

const (
	noPronoun pronounKind = iota
	// forPerson is he and she, forThing it, forPeople they.
	forPerson
	forThing
	forPeople
	// forSelf is I, forSide we, forHearer you.
	forSelf
	forSide
	forHearer
)

// pronounKindOf gives what a pronoun can stand for.
func pronounKindOf(p coref.Pronoun) pronounKind {
	switch p.Word {
	case "he", "she":
		return forPerson
	case "it":
		return forThing
	case "they":
		return forPeople
	case "I":
		return forSelf
	case "we":
		return forSide
	case "you":
		return forHearer
	}
	return noPronoun
}

// resolvePronouns links the third person first, in the order of the text:
// outside of quotations, so that the speakers are known, then inside; last the
// first and second person of quotations to their speaker and hearer.
func (l *linker) resolvePronouns() {
	l.ranking = l.ranker.Rank(l.doc, coref.Turns(l.doc, l.said))
	for pass := range 3 {
		for i := range l.doc.Tokens {
			if l.doc.Tokens[i].UPOS != "PRON" || l.doc.Tokens[i].Has("expl") {
				continue
			}
			p, _ := l.ranker.Pronoun(l.doc.Tokens[i].Form)
			kind := pronounKindOf(p)
			m := Mention{First: i, Last: i + 1, Head: i, Actor: -1, Form: ByPronoun}
			switch {
			case pass == 2 && kind >= forSelf:
				m.Actor = l.speaker(i, kind)
			case pass < 2 && kind < forSelf && kind != noPronoun && l.isQuoted(i) == (pass == 1):
				if a := l.antecedent(i, kind, p.Gender); a != nil {
					m.Actor, m.Pair = a.Actor, a.Pair
				}
			}
			if m.Actor >= 0 || m.Pair != nil {
				l.add(m)
			}
		}
	}
	l.resolveCountries()
}

// listen notes whose words each token is, and which sentences are somebody's
// from end to end.
func (l *linker) listen() {
	l.saying = make([]int, len(l.doc.Tokens))
	size := make([]int, len(l.doc.Tokens)) // of the part that is the innermost yet
	for i := range l.said {
		for _, c := range l.said[i].Of(frames.Content) {
			n := c.Range(l.doc).Len()
			for t := c.First; t < c.Last; t++ {
				if l.saying[t] == 0 || n < size[t] {
					l.saying[t], size[t] = i+1, n
				}
			}
		}
	}
	l.narrated = make([]int, len(l.doc.Sentences)+1)
	for i, s := range l.doc.Sentences {
		l.narrated[i+1] = l.narrated[i]
		for t := s.First; t < max(s.First, s.Last-2); t++ {
			if !l.isQuoted(t) {
				l.narrated[i+1]++
				break
			}
		}
	}
}

// isQuoted reports whether a token is quoted in words that are quoted
// altogether.
func (l *linker) isQuoted(token int) bool {
	a := l.attribution(token)
	return a != nil && frames.ModeOf(a) == rapporteur.Direct
}

// speaker gives who "I", "we" and "you" are inside the words of an
// attribution.
func (l *linker) speaker(token int, kind pronounKind) int {
	a := l.attribution(token)
	if a == nil {
		return -1
	}
	if kind == forHearer {
		return l.cast.ActorAt(a.Head(frames.Addressee))
	}
	who := l.cast.ActorAt(a.Head(frames.Source))
	if who < 0 || kind == forSelf {
		return who
	}
	if side := l.base.Actor(l.cast.Actors[who].For); side != nil {
		return l.known(side)
	}
	return who
}

// attribution gives the attribution whose words hold a token, the innermost,
// nil for none.
func (l *linker) attribution(token int) *frames.Frame {
	if l.saying[token] == 0 {
		return nil
	}
	return &l.said[l.saying[token]-1]
}

// resolveCountries links "his country" and "their nation" to the state of the
// person behind the pronoun.
func (l *linker) resolveCountries() {
	for i, t := range l.doc.Tokens {
		if t.Lemma != "country" && t.Lemma != "nation" && t.Lemma != "government" {
			continue
		}
		p := l.doc.Child(i, "nmod:poss")
		if p < 0 || l.cast.at[i] >= 0 {
			continue
		}
		who := l.cast.ActorAt(p)
		if who < 0 {
			continue
		}
		if side := l.base.Actor(l.cast.Actors[who].For); side != nil && side.Kind == rapporteur.State {
			l.add(Mention{First: p, Last: i + 1, Head: i, Actor: l.known(side), Form: ByDescription})
		}
	}
}
