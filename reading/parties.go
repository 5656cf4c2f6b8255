package reading

import (
	"rapporteur"
	"rapporteur/entities"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
	"slices"
)

// personal reports whether a noun names or describes people, so that it can be
// met, welcomed or received.
func (r *reading) personal(token int) bool {
	if m := r.cast.At(token); m != nil && m.Actor >= 0 {
		switch a := r.cast.Actors[m.Actor]; a.Kind {
		case rapporteur.Person, rapporteur.Unnamed, rapporteur.Collective, rapporteur.Group:
			return true
		case rapporteur.State, rapporteur.Organisation:
			return m.Sort == knowledge.ByName && m.Head == token || m.Form == entities.ByPronoun
		}
	}
	i := r.cast.Describe(token)
	return i >= 0 && r.cast.Actors[i].Kind != rapporteur.State
}

// parties gives the actors of a noun phrase: the noun's and those joined or
// set beside it, and where a common noun has none, the states of its
// adjectives: "Russian and American diplomats".
func (r *reading) parties(head int) []int {
	if head < 0 {
		return nil
	}
	var out []int
	add := func(i int) {
		if i >= 0 && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	var walk func(token int)
	walk = func(token int) {
		if m := r.cast.At(token); m != nil && m.Pair != nil {
			for _, i := range r.likePair(token, m.Pair) {
				add(i)
			}
		} else if from := r.sendersOf(token); len(from) > 1 {
			for _, i := range from {
				add(i)
			}
		} else if r.describesName(token) {
			// his counterpart Xi: the name that follows is the actor
		} else if m != nil && m.Actor >= 0 {
			add(m.Actor)
		} else if mods := r.origins(token); len(mods) > 1 {
			for _, m := range mods {
				add(m)
			}
		} else if i := r.cast.Describe(token); i >= 0 {
			add(i)
		} else {
			for _, m := range mods {
				add(m)
			}
		}
		for c := range r.doc.Children(token) {
			t := r.doc.Tokens[c]
			if t.Has("appos") && !r.standsBeside(token, c) {
				continue
			}
			if t.Has("conj", "appos", "list") && t.UPOS != "VERB" && !syntax.ButNot(r.doc, c) && !r.behindColon(token, c) {
				walk(c)
			}
		}
	}
	walk(head)
	return out
}

// behindColon reports whether a colon stands between two words: in a headline who
// says it follows there.
func (r *reading) behindColon(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if r.doc.Tokens[i].Form == ":" {
			return true
		}
	}
	return false
}

// sendersOf gives the sides behind a noun for people: "representatives from
// Iran and the P5+1", "the leaders of Serbia and Kosovo".
func (r *reading) sendersOf(head int) []int {
	if t := r.doc.Tokens[head]; t.UPOS != "NOUN" {
		return nil
	}
	var out []int
	for c := range r.doc.Children(head) {
		if r.doc.Tokens[c].Has("nmod") && syntax.HasPreposition(r.doc, c, "from", "of") {
			for _, i := range r.everyone(c) {
				if r.party(i) {
					out = append(out, i)
				}
			}
		}
	}
	return out
}

// origins gives the states and bodies among the modifiers of a noun.
func (r *reading) origins(head int) []int {
	var out []int
	var walk func(token int)
	walk = func(token int) {
		for c := range r.doc.Children(token) {
			t := r.doc.Tokens[c]
			if !t.Has("amod", "compound", "nmod:poss", "conj") || c > head || t.Has("conj") && token == head {
				continue
			}
			if m := r.cast.At(c); m != nil && m.Actor >= 0 && !slices.Contains(out, m.Actor) && !(m.First <= head && head < m.Last && m.Head != head) {
				out = append(out, m.Actor)
			}
			walk(c)
		}
	}
	walk(head)
	return out
}
