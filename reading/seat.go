package reading

import (
	"rapporteur"
	"rapporteur/entities"
	"rapporteur/language/syntax"
	"slices"
	"strings"
)

// anchored reports whether an actor is somebody in particular: known, named, or
// acting for a state or body. "Terrorists" and "allies" are not.
func (r *reading) anchored(actor int) bool {
	a := &r.cast.Actors[actor]
	return a.Known != nil || a.For != "" || a.State != "" || a.Kind == rapporteur.Person
}

// generic reports whether an actor is a bare plural that nobody is known by.
func (r *reading) generic(s seat) bool {
	return !r.anchored(s.actor) && !strings.Contains(r.cast.Actors[s.actor].Name, " ")
}

// allAnchored reports whether everybody is named or known.
func (r *reading) allAnchored(e *encounter) bool {
	return !slices.ContainsFunc(e.seats, func(s seat) bool {
		a := &r.cast.Actors[s.actor]
		return a.Known == nil && a.Kind != rapporteur.Person && a.Kind != rapporteur.Organisation
	})
}

// press reports whether an actor is an outlet, which meets people to ask them.
func (r *reading) press(actor int) bool {
	a := &r.cast.Actors[actor]
	if a.Known == nil {
		for _, word := range strings.Fields(lower(a.Name)) {
			if r.tables.classes["press"][word] {
				return true
			}
		}
		return false
	}
	return a.Known.Sector == "media"
}

// inProperName reports whether a token stands in the name of an actor.
func (r *reading) inProperName(token int) bool {
	m := r.cast.At(token)
	return m != nil && m.Actor >= 0 && m.Form == entities.ByProperName
}

// describesName reports whether a noun is only the description of the name set
// beside it: "the king's son, Prince Ali".
func (r *reading) describesName(token int) bool {
	if r.doc.Tokens[token].UPOS != "NOUN" || r.inProperName(token) {
		return false
	}
	for c := range r.doc.Children(token) {
		if r.doc.Tokens[c].Has("appos") && c > token && r.inProperName(c) {
			return r.standsBeside(token, c)
		}
	}
	return false
}

// standsBeside reports whether what is set beside a noun names its actor: not
// the land of a town, nor the description that follows a name.
func (r *reading) standsBeside(noun, beside int) bool {
	if m := r.cast.At(beside); m != nil && m.Place != nil && r.doc.Tokens[noun].XPOS != "NNS" {
		return false // the minister in Riyadh, Saudi Arabia
	}
	return !r.inProperName(noun) || r.inProperName(beside)
}

// naming reports whether the object of "call" is followed by what it is called:
// "called the deal a mistake", "called him 'Rocket Man'".
func (r *reading) naming(object int) bool {
	next, quote := object+1, object-1
	if m := r.cast.At(object); m != nil {
		next, quote = m.Last, m.First-1
	}
	if quote >= 0 && quotationMark(r.doc.Tokens[quote].Form) || next >= len(r.doc.Tokens) {
		return true
	}
	if m := r.cast.At(next); m != nil && m.Actor >= 0 && m.Actor == r.cast.ActorAt(object) {
		return false // his colleague Ali Hassan
	}
	t := r.doc.Tokens[next]
	if t.XPOS == "POS" {
		return true
	}
	switch t.UPOS {
	case "DET", "ADJ", "NOUN", "PROPN", "NUM":
		return !syntax.InDate(r.doc, next)
	}
	for s := syntax.Sentence(r.doc, next); next < s.Last && next < object+8; next++ {
		if quotationMark(r.doc.Tokens[next].Form) {
			return true
		}
	}
	return false
}

func quotationMark(form string) bool {
	return slices.Contains([]string{"\"", "“", "”", "'", "‘", "’", "``", "''"}, form)
}

// again reports whether a verb is said to come about once more.
func (r *reading) again(verb int) bool {
	for c := range r.doc.Children(verb) {
		if l := r.doc.Tokens[c].Lemma; r.doc.Tokens[c].Has("advmod") && (l == "again" || l == "next") {
			return true
		}
	}
	return false
}

// further reports whether a noun speaks of one more: "further talks", "the next
// round of talks".
func (r *reading) further(noun int) bool {
	more := func(n int) bool { return syntax.HasDependent(r.doc, n, r.tables.more...) }
	h := r.doc.Tokens[noun].Head
	return more(noun) || h >= 0 && r.doc.Tokens[h].Lemma == "round" && more(h)
}

// credit reports whether a token stands in the line of a photograph's maker.
func (r *reading) credit(token int) bool {
	s := syntax.Sentence(r.doc, token)
	return r.doc.Tokens[s.First].Form == "|"
}

// unclearThey reports whether a token is a "they" that no actor was found for:
// beside a meeting, those named side by side before it.
func (r *reading) unclearThey(token int) bool {
	return r.doc.Tokens[token].Lemma == "they" && r.cast.At(token) == nil
}

// somePerson reports whether a noun is somebody who can be rung up.
func (r *reading) somePerson(token int) bool {
	i := r.cast.ActorAt(token)
	if i < 0 {
		i = r.cast.Describe(token)
	}
	return i >= 0 && r.cast.Actors[i].Kind != rapporteur.State && r.cast.Actors[i].Kind != rapporteur.Organisation
}

// untold reports whether a verb only names what it is to meet: "in negotiating
// with Iran", "what she discussed".
func (r *reading) untold(verb int) bool {
	if r.doc.Tokens[verb].XPOS == "VBG" && syntax.LedBy(r.doc, verb, "in", "by", "of", "for", "about", "than", "without") {
		return true
	}
	for c := range r.doc.Children(verb) {
		if t := r.doc.Tokens[c]; c < verb && (t.Lemma == "what" || t.Lemma == "whether" || t.Lemma == "why") {
			return true
		}
	}
	return false
}

// inGeneral reports whether a noun of meeting speaks of such meetings at large:
// "before summits", "meetings between neighbours".
func (r *reading) inGeneral(noun int) bool {
	t := r.doc.Tokens[noun]
	if t.XPOS != "NNS" || t.Lemma == "talk" || t.Lemma == "talks" || strings.HasSuffix(t.Lemma, "ion") || strings.HasSuffix(t.Lemma, "ions") {
		return false
	}
	return r.doc.Child(noun, "det", "nummod", "nmod:poss") < 0 && !syntax.HasDependent(r.doc, noun, "separate", "bilateral") && r.dateUnder(noun) == "" && r.placeOf(noun) == nil
}

// likePair keeps two actors where they are what a noun calls them: "the two
// leaders" are no states.
func (r *reading) likePair(token int, pair []int) []int {
	switch r.doc.Tokens[token].Lemma {
	case "leader", "president", "minister", "man", "woman", "diplomat", "official", "counterpart":
		for _, i := range pair {
			if r.cast.Actors[i].Kind != rapporteur.Person {
				return nil
			}
		}
	}
	return pair
}

// onlyAny reports whether somebody sits there only as "any": nobody may.
func (r *reading) onlyAny(e *encounter) bool {
	first, last := syntax.Sentence(r.doc, e.trigger).First, e.trigger
	for i := first; i < last; i++ {
		t := r.doc.Tokens[i]
		if t.Lemma == "any" && t.Has("det") && slices.ContainsFunc(e.seats, func(s seat) bool { return s.actor == r.cast.ActorAt(t.Head) }) {
			return true
		}
	}
	return false
}

// attendees are the parties of a noun phrase, and behind a "they" that no actor
// was found for, those named side by side before it.
func (r *reading) attendees(head int) []int {
	if head >= 0 && r.unclearThey(head) {
		return r.pairAt(head)
	}
	return r.parties(head)
}

// pairAt gives the two named side by side before a token: the sides where they
// were named, else who was for them.
func (r *reading) pairAt(token int) []int {
	var out []int
	for _, side := range r.cast.Pair(token) {
		found := -1
		for _, m := range r.cast.Mentions {
			if m.Actor == side {
				found = side
				break
			}
			if m.Head < token && m.Actor >= 0 && r.side(m.Actor) == r.cast.Actors[side].ID {
				found = m.Actor
			}
		}
		if found >= 0 {
			out = append(out, found)
		}
	}
	return out
}
