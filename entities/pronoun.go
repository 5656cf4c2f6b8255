package entities

import (
	"rapporteur"
	"rapporteur/entities/coref"
	"rapporteur/frames"
)

// pronounKind is the sort of actors that a pronoun may stand for.
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

// pronounResolver links pronouns.
type pronounResolver struct {
	*discourse
	ranker *coref.Resolver
	// ranking weighs what pronouns take up.
	ranking *coref.Ranking
}

// link links the third person first, in the order of the text:
// outside of quotations, so that the speakers are known, then inside; last the
// first and second person of quotations to their speaker and hearer.
func (r *pronounResolver) link() {
	r.ranking = r.ranker.Rank(r.doc, coref.Turns(r.doc, r.said))
	for pass := range 3 {
		for i := range r.doc.Tokens {
			if r.doc.Tokens[i].UPOS != "PRON" || r.doc.Tokens[i].Has("expl") {
				continue
			}
			p, _ := r.ranker.Pronoun(r.doc.Tokens[i].Form)
			kind := pronounKindOf(p)
			m := Mention{First: i, Last: i + 1, Head: i, Actor: -1, Form: ByPronoun}
			switch {
			case pass == 2 && kind >= forSelf:
				m.Actor = r.speaker(i, kind)
			case pass < 2 && kind < forSelf && kind != noPronoun && r.isQuoted(i) == (pass == 1):
				if a := r.antecedent(i, kind, p.Gender); a != nil {
					m.Actor, m.Pair = a.Actor, a.Pair
				}
			}
			if m.Actor >= 0 || m.Pair != nil {
				r.add(m)
			}
		}
	}
	r.resolveCountries()
}

// speaker gives who "I", "we" and "you" are inside the words of an
// attribution.
func (r *pronounResolver) speaker(token int, kind pronounKind) int {
	a := r.attribution(token)
	if a == nil {
		return -1
	}
	if kind == forHearer {
		return r.actorAt(a.Head(frames.Addressee))
	}
	who := r.actorAt(a.Head(frames.Source))
	if who < 0 || kind == forSelf {
		return who
	}
	if side := r.base.Actor(r.actor(who).For); side != nil {
		return r.known(side)
	}
	return who
}

// resolveCountries links "his country" and "their nation" to the state of the
// person behind the pronoun.
func (r *pronounResolver) resolveCountries() {
	for i, t := range r.doc.Tokens {
		if t.Lemma != "country" && t.Lemma != "nation" && t.Lemma != "government" {
			continue
		}
		p := r.doc.Child(i, "nmod:poss")
		if p < 0 || r.covered(i) {
			continue
		}
		who := r.actorAt(p)
		if who < 0 {
			continue
		}
		if side := r.base.Actor(r.actor(who).For); side != nil && side.Kind == rapporteur.State {
			r.add(Mention{First: p, Last: i + 1, Head: i, Actor: r.known(side), Form: ByDescription})
		}
	}
}

// settleOwned gives what a pronoun says is a state's, "its central bank", the state
// behind the pronoun, which is known only now.
func (r *pronounResolver) settleOwned() {
	for _, m := range r.mentions {
		if m.Actor < 0 || m.Form != ByDescription {
			continue
		}
		a := r.actor(m.Actor)
		p := r.doc.Child(m.Head, "nmod:poss")
		if a.Known != nil || a.State != "" || p < 0 || r.doc.Tokens[p].UPOS != "PRON" {
			continue
		}
		if i := r.actorAt(p); i >= 0 && i != m.Actor && r.actor(i).Kind == rapporteur.State {
			a.State = r.actor(i).State
		}
	}
}
