package reading

import (
	"rapporteur"
	"rapporteur/language/syntax"
	"slices"
	"strings"
)

// doer gives who does what a word says: the subject of a verb, the agent of a
// passive, the subject of the verb that carries a noun, and of a predicate.
func (r *reading) doer(i int) int {
	if r.doc.Tokens[i].UPOS == "VERB" {
		i = syntax.MainVerb(r.doc, i)
		if h := r.doc.Tokens[i].Head; h >= 0 && r.doc.Tokens[i].XPOS == "VBG" && r.doc.Tokens[i].Has("advcl") && r.doc.Child(h, "nsubj:pass") >= 0 {
			return syntax.Agent(r.doc, h) // were hit by gunmen, killing ten
		}
		subject, _, passive := r.arguments(i)
		if passive || r.doc.Child(i, "aux:pass") >= 0 {
			return syntax.Agent(r.doc, i)
		}
		return r.unlessOther(i, r.issuerOf(i, subject))
	}
	if s := r.doc.Child(i, "nsubj", "expl"); s >= 0 {
		return r.resolveRelative(s)
	}
	if v := r.light(i); v >= 0 && v != i {
		return r.doer(v)
	}
	if r.doc.Tokens[i].UPOS == "ADJ" {
		subject, _, _ := r.arguments(i)
		return subject
	}
	return -1
}

// issuerOf steps from a thing to who puts it out: "issued a statement demanding".
func (r *reading) issuerOf(verb, subject int) int {
	t := r.doc.Tokens[verb]
	if subject < 0 || t.XPOS != "VBG" || t.Head != subject || !r.doc.Tokens[subject].Has("obj", "nsubj:pass") || len(r.parties(subject)) > 0 {
		return subject
	}
	return r.doer(r.doc.Tokens[subject].Head)
}

// unlessOther leaves out a subject that came down to a verb which tells a
// result of its own: "…, killing ten".
func (r *reading) unlessOther(verb, subject int) int {
	if subject == verb {
		return -1
	}
	return subject
}

// done gives to whom or what it is done: the object, or the subject of a
// passive.
func (r *reading) done(i int) int {
	if r.doc.Tokens[i].UPOS != "VERB" {
		return -1
	}
	subject, object, passive := r.arguments(i)
	if object >= 0 {
		object = r.resolveRelative(object) // the duties that they imposed
	}
	if second := r.given(i, object); second >= 0 {
		object = second
	}
	if object < 0 {
		object = syntax.ParticipleObject(r.doc, i)
	}
	if object < 0 && r.doc.Child(i, "xcomp") >= 0 {
		object = r.doc.Child(i, "iobj") // allowed them to leave
	}
	if passive || object < 0 && r.doc.Child(i, "aux:pass") >= 0 {
		return subject
	}
	if object < 0 && r.doc.Tokens[i].Has("acl:relcl") { // the men that they released
		return -1
	}
	if object < 0 {
		object = syntax.SharedObject(r.doc, i)
	}
	if object < 0 {
		object = syntax.QuantifiedObject(r.doc, i)
	}
	return object
}

// given finds what is given where the parser took to whom for the object as well:
// "gave Mali two million dollars".
func (r *reading) given(verb, object int) int {
	if object < 0 || !r.tables.classes["giving"][r.doc.Tokens[verb].Lemma] || r.cast.ActorAt(object) < 0 {
		return -1
	}
	for c := range r.doc.Children(verb) {
		if c > object && r.doc.Tokens[c].Has("obj") {
			return c
		}
	}
	return -1
}

// light gives the verb that carries a noun for a deed and says little itself:
// "launched an attack", "the attack was carried out"; -1 for none.
func (r *reading) light(noun int) int {
	noun = r.counted(noun)
	t := r.doc.Tokens[noun]
	h := t.Head
	if h < 0 || r.doc.Tokens[h].UPOS != "VERB" || !t.Has("obj", "nsubj:pass", "obl", "xcomp") || syntax.Attributive(r.doc, h) {
		return -1
	}
	for _, rest := range r.tables.lights[r.doc.Tokens[h].Lemma] {
		if t.Has("obl", "xcomp") == (rest != "") && (rest == "" || syntax.HasPreposition(r.doc, noun, rest)) {
			return h
		}
	}
	return -1
}

// counted steps from a noun to the number or group of it that the clause is
// built on: "a series of strikes".
func (r *reading) counted(noun int) int {
	t := r.doc.Tokens[noun]
	if t.Head >= 0 && t.Has("nmod") && syntax.HasPreposition(r.doc, noun, "of") && r.tables.classes["amount"][r.doc.Tokens[t.Head].Lemma] {
		return t.Head
	}
	return noun
}

// differentSides reports whether some actors are of more sides than one.
func (r *reading) differentSides(actors []int) bool {
	return slices.ContainsFunc(actors, func(a int) bool { return !r.sameSide(a, actors[0]) })
}

// withOthers adds to who does something those who do it along with them.
func (r *reading) withOthers(i int, actors []int) []int {
	if r.doc.Tokens[i].UPOS != "VERB" || len(actors) == 0 {
		return actors
	}
	whole := i
	if r.doc.Tokens[i].Has("xcomp") {
		whole = r.doc.Tokens[i].Head
	}
	_, last := r.doc.Yield(whole)
	for c := i + 1; c < last; c++ {
		if r.doc.Tokens[c].Has("obl", "nmod") && syntax.Comitative(r.doc, c) {
			actors = append(actors, slices.DeleteFunc(r.parties(c), func(a int) bool { return !r.party(a) || r.sharesSide(a, actors) })...)
			break
		}
	}
	return actors
}

// castAt gives the actors at the first of some places that has any. Those named
// in skip do not count.
func (r *reading) castAt(i int, places []string, skip []int) []int {
	return r.firstOf(i, places, func(t int, place string) []int {
		return slices.DeleteFunc(r.who(t, place), func(a int) bool { return !r.involved(a) || slices.Contains(skip, a) })
	})
}

func (r *reading) firstOf(i int, places []string, who func(int, string) []int) []int {
	for _, place := range places {
		var out []int
		for _, t := range r.argumentAt(i, place) {
			for _, a := range who(t, place) {
				if !slices.Contains(out, a) {
					out = append(out, a)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// involved reports whether an actor can do or suffer something on record: a
// party, a named person, several people of one sort, but nobody as vague as
// "countries".
func (r *reading) involved(actor int) bool {
	if actor < 0 {
		return false
	}
	a := &r.cast.Actors[actor]
	if a.State == "" && a.For == "" && (a.Kind == rapporteur.Unnamed || a.Kind == rapporteur.Group) {
		return (a.Plural || a.Kind == rapporteur.Group) && !r.vague(a.Name)
	}
	return r.party(actor) || a.Kind == rapporteur.Person
}

// identified reports whether it is known whom an actor belongs to, or who it is.
func (r *reading) identified(actor int) bool {
	a := &r.cast.Actors[actor]
	return a.Known != nil || a.State != "" || a.For != "" || a.Kind == rapporteur.Collective
}

// vague reports whether a description tells nothing of whom it means.
func (r *reading) vague(name string) bool {
	words := strings.Fields(lower(name))
	if len(words) == 2 && r.tables.classes["amount"][words[0]] || len(words) == 1 {
		w := words[len(words)-1]
		return r.tables.classes["vague"][w] || r.tables.classes["vague"][strings.TrimSuffix(w, "s")] || r.tables.classes["vague"][strings.TrimSuffix(w, "ies")+"y"]
	}
	return false
}

// who gives the actors that a token at a place stands for: those of the phrase,
// or where it is a thing, those it is from or belongs to: "Kerry's plan", "a
// call by the rebels".
func (r *reading) who(t int, place string) []int {
	switch place {
	case "origin":
		return r.origins(t)
	case "xcomp", "ccomp":
		subject, _, _ := r.arguments(t)
		if o := r.doc.Child(r.doc.Tokens[t].Head, "obj"); place == "xcomp" && o >= 0 {
			subject = o
		}
		return r.parties(subject)
	}
	if k := r.doc.Tokens[t]; k.Has("appos") && k.UPOS == "NOUN" && r.cast.ActorAt(k.Head) >= 0 {
		t = k.Head // Oslo, a member that …
	}
	if r.tables.classes["land"][lower(r.doc.Tokens[t].Lemma)] {
		if holders := r.land(t, 2); len(holders) > 0 {
			return holders
		}
		if found := r.origins(t); len(found) > 0 {
			return found
		}
	}
	if found := r.parties(t); len(found) > 0 {
		if of := r.owners(t, 1); len(of) > 0 && r.tables.classes["member"][r.doc.Tokens[t].Lemma] && r.cast.Actors[found[0]].Known == nil {
			return of
		}
		return found
	}
	if found := r.owners(t, 2); len(found) > 0 {
		return found
	}
	return r.ownersBefore(t)
}

// ownersBefore gives the actors that a thing belongs to where it was told of
// last, if it is taken up by its noun: "the bid", "such demands".
func (r *reading) ownersBefore(t int) []int {
	k := r.doc.Tokens[t]
	if k.UPOS != "NOUN" || !syntax.Definite(r.doc, t) || !r.tables.classes["proposal"][k.Lemma] {
		return nil
	}
	for i := t - 1; i >= 0; i-- {
		if r.doc.Tokens[i].Lemma != k.Lemma || r.doc.Tokens[i].UPOS != "NOUN" {
			continue
		}
		if found := r.owners(i, 2); len(found) > 0 {
			return found
		}
		if found := r.origins(i); len(found) > 0 {
			return found
		}
	}
	return nil
}

// owners gives the actors that a thing is of, by or from, however deep.
func (r *reading) owners(t, depth int) []int {
	if depth == 0 {
		return nil
	}
	for c := range r.doc.Children(t) {
		k := r.doc.Tokens[c]
		if k.Has("acl:relcl") { // the gambit that he launched
			if s := r.doc.Child(c, "nsubj"); s >= 0 && r.resolveRelative(s) == s {
				if found := r.parties(s); len(found) > 0 {
					return found
				}
			}
		}
		if agent := syntax.Agent(r.doc, c); agent >= 0 && k.Has("acl") && !k.Has("acl:relcl") && k.XPOS == "VBN" { // crimes committed by troops
			if found := r.parties(agent); len(found) > 0 {
				return found
			}
		}
		if !k.Has("nmod", "obl") || !syntax.HasPreposition(r.doc, c, "of", "by", "from", "against", "in", "with") && !k.Has("nmod:poss") {
			continue
		}
		if found := r.parties(c); len(found) > 0 {
			return found
		}
		if found := r.owners(c, depth-1); len(found) > 0 {
			return found
		}
	}
	return nil
}
