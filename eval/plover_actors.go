package eval

import (
	"strings"
	"unicode"

	"rapporteur"
)

// actors are those of a reading by id.
type actors map[string]*rapporteur.Actor

func actorIndex(r *rapporteur.Reading) actors {
	out := actors{}
	for i := range r.Actors {
		out[r.Actors[i].ID] = &r.Actors[i]
	}
	return out
}

// any reports whether one of some ids is one of the gold actors.
func (x actors) any(ids []string, gold []CodedActor) bool {
	for _, id := range ids {
		for _, g := range gold {
			if x.is(x[id], g) {
				return true
			}
		}
	}
	return false
}

// is reports whether an actor is meant by a gold one: it has its code, or is
// called by one of its words.
func (x actors) is(a *rapporteur.Actor, g CodedActor) bool {
	if a == nil {
		return false
	}
	if g.Code != "" && (a.ID == g.Code || string(a.State) == g.Code) {
		return true
	}
	want := nameWords(g.Text)
	for _, m := range a.Mentions {
		if shareWord(want, nameWords(m.Text)) {
			return true
		}
	}
	return shareWord(want, nameWords(a.Name)) || shareWord(want, nameWords(a.ID))
}

// nameWords gives the words of a name that tell who is meant; of words as short
// as two letters only abbreviations do, with points or without: "U.N.".
func nameWords(name string) map[string]bool {
	out := map[string]bool{}
	name = strings.ReplaceAll(name, ".", "")
	for _, w := range strings.FieldsFunc(name, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		low := strings.ToLower(w)
		if short := len(w) == 2 && w == strings.ToUpper(w); (len(w) > 2 || short) && low != "the" && low != "and" {
			out[low] = true
		}
	}
	return out
}

func shareWord(a, b map[string]bool) bool {
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}
