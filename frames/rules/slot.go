package rules

import (
	"slices"
	"strings"

	"rapporteur/language/syntax"
)

// slot gives the tokens that stand at a place beside a word: subj and obj by
// meaning, not by form; a preposition; xcomp and ccomp for clauses; mod for
// what is set before a noun; poss and origin for whose it is; gov for the word
// that governs it.
func slot(x *text, i int, place string) []int {
	if first, rest, path := strings.Cut(place, ">"); path {
		var out []int
		for _, t := range slot(x, i, first) {
			out = append(out, slot(x, t, rest)...)
		}
		return out
	}
	switch place {
	case "neg":
		return itself(i, syntax.Negated(x.doc, i))
	case "expl":
		return itself(i, x.doc.Child(i, "expl") >= 0 || x.doc.Tokens[i].Has("nsubj") && x.doc.Child(x.doc.Tokens[i].Head, "expl") >= 0)
	case "subj":
		return single(agentOf(x, i))
	case "obj":
		return single(objectOf(x, i))
	case "iobj", "xcomp", "ccomp":
		return clausalSlot(x, i, place)
	case "mod":
		return syntax.Dependents(x.doc, i, "compound", "amod", "nummod")
	case "poss":
		return syntax.Dependents(x.doc, i, "nmod:poss")
	case "gov":
		return single(x.doc.Tokens[i].Head)
	case "conj", "case":
		return syntax.Dependents(x.doc, i, place)
	case "second":
		all := syntax.Dependents(x.doc, i, "obj")
		return all[min(1, len(all)):]
	case "topic":
		subject, _, _ := argumentsOf(x, i)
		if e := x.doc.Child(i, "expl"); subject < 0 && e >= 0 {
			if subject = e; !actorAt(x, e).some() { // "says it is willing", taken for an empty subject
				subject = sourceOf(x, i)
			}
		}
		return single(subject)
	case "speaker":
		return single(sourceOf(x, i))
	case "self", "origin":
		return []int{i}
	}
	return prepositionalSlot(x, i, place)
}

func itself(token int, is bool) []int {
	if is {
		return []int{token}
	}
	return nil
}

func single(token int) []int {
	if token < 0 {
		return nil
	}
	return []int{token}
}

// clausalSlot gives the clauses that a word governs: an infinitive is xcomp however
// it hangs, a clause with its own subject ccomp.
func clausalSlot(x *text, i int, place string) []int {
	var out []int
	for c := range x.doc.Children(i) {
		t := x.doc.Tokens[c]
		infinitive := t.XPOS == "VB" && syntax.MarkedBy(x.doc, c, "to")
		switch {
		case place == "iobj" && (t.Has("iobj") || t.Has("obj") && secondObject(x, i, c) >= 0),
			place == "xcomp" && (t.Has("xcomp") || infinitive && t.Has("advcl", "acl", "ccomp")),
			place == "ccomp" && (t.Has("ccomp") || t.Has("acl") && syntax.MarkedBy(x.doc, c, "that")) && !infinitive:
			out = append(out, c)
		}
	}
	return out
}

// prepositionalSlot gives what a preposition joins to a word, to its object, or to the
// verb that a noun is the object of.
func prepositionalSlot(x *text, i int, preposition string) []int {
	var out []int
	from := []int{i}
	if t := x.doc.Tokens[i]; t.UPOS == "VERB" {
		for _, o := range single(objectOf(x, i)) {
			from = append(from, kernelOf(x, o)...)
		}
	} else if v := lightVerb(x, i); v >= 0 {
		from = append(from, v)
	}
	for _, h := range from {
		for c := range x.doc.Children(h) {
			t := x.doc.Tokens[c]
			if preposition == "with" && syntax.Comitative(x.doc, c) {
				continue
			}
			if t.Has("obl", "nmod", "advcl", "acl", "xcomp", "ccomp") && c > h && syntax.LedBy(x.doc, c, preposition) && !slices.Contains(out, c) {
				if o := x.doc.Child(c, "obj"); o == c+1 && t.XPOS == "VBG" && strings.HasPrefix(t.Lemma, "neighb") {
					c = o // from neighbouring Chad, taken for a verb
				}
				out = append(out, c)
			}
		}
	}
	return out
}
