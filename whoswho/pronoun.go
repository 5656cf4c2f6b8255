package whoswho

import (
	"slices"

	"rapporteur"
	"rapporteur/coreference"
	"rapporteur/speech"
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
func pronounKindOf(p coreference.Pronoun) pronounKind {
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
	l.ranking = l.resolver.Rank(l.doc, coreference.Turns(l.doc, l.said))
	l.listen()
	for pass := range 3 {
		for i := range l.doc.Tokens {
			p, ok := l.resolver.Pronoun(l.doc.Tokens[i].Form)
			kind := pronounKindOf(p)
			if !ok || kind == noPronoun || l.doc.Tokens[i].UPOS != "PRON" || l.doc.Tokens[i].Has("expl") {
				continue
			}
			m := Mention{First: i, Last: i + 1, Head: i, Actor: -1, Form: ByPronoun}
			switch {
			case pass == 2 && kind >= forSelf:
				m.Actor = l.speaker(i, kind)
			case pass < 2 && kind < forSelf && l.spoken[i] == (pass == 1):
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

// listen notes which tokens are quoted, which sentences are from end to end,
// and which attributions each token is the source of.
func (l *linker) listen() {
	l.spoken = make([]bool, len(l.doc.Tokens))
	for i := range l.doc.Tokens {
		a := l.attribution(i)
		l.spoken[i] = a != nil && a.Mode == rapporteur.Direct
	}
	l.narrated = make([]int, len(l.doc.Sentences)+1)
	for i, s := range l.doc.Sentences {
		l.narrated[i+1] = l.narrated[i]
		if slices.Contains(l.spoken[s.First:max(s.First, s.Last-2)], false) {
			l.narrated[i+1]++
		}
	}
}

// speaker gives who "I", "we" and "you" are inside the words of an
// attribution.
func (l *linker) speaker(token int, kind pronounKind) int {
	a := l.attribution(token)
	if a == nil {
		return -1
	}
	if kind == forHearer {
		return l.cast.ActorAt(a.Addressee)
	}
	who := l.cast.ActorAt(a.Source)
	if who < 0 || kind == forSelf {
		return who
	}
	if side := l.Actor(l.cast.Actors[who].For); side != nil {
		return l.known(side)
	}
	return who
}

// attribution gives the attribution whose words hold a token, the innermost.
func (l *linker) attribution(token int) *speech.Attribution {
	var best *speech.Attribution
	size := 0
	r := l.doc.Tokens[token].Range
	for i := range l.said {
		for _, c := range l.said[i].Content {
			if c.Contains(r) && (best == nil || c.Len() < size) {
				best, size = &l.said[i], c.Len()
			}
		}
	}
	return best
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
		if side := l.Actor(l.cast.Actors[who].For); side != nil && side.Kind == rapporteur.State {
			l.add(Mention{First: p, Last: i + 1, Head: i, Actor: l.known(side), Form: ByDescription})
		}
	}
}
