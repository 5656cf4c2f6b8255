package rules

import "rapporteur/language/syntax"

// landholders gives the holder of the place that a noun names, or that it stands in,
// however deep: "a market in Aleppo", "the Crimean coast".
func landholders(x *text, t, depth int) []referent {
	if a := territory(x, t); a.some() {
		return []referent{a}
	}
	for c := range x.doc.Children(t) {
		k := x.doc.Tokens[c]
		if depth == 0 || !k.Has("compound", "nmod:poss", "appos", "flat") && !(k.Has("nmod", "obl") && syntax.HasPreposition(x.doc, c, "in", "of", "near", "on", "at", "across", "around", "from", "into", "to")) && !(k.Has("acl") && !k.Has("acl:relcl") && k.XPOS == "VBG") {
			continue
		}
		if out := landholders(x, c, depth-1); out != nil {
			return out
		}
	}
	return nil
}

// possessorsBefore gives the actors that a thing belongs to where it was told of
// last, if it is taken up by its noun: "the bid", "such demands".
func possessorsBefore(x *text, t int) []referent {
	k := x.doc.Tokens[t]
	if k.UPOS != "NOUN" || !syntax.Definite(x.doc, t) || !x.lexicon.classes["proposal"][k.Lemma] {
		return nil
	}
	for _, i := range toldBefore(x, t) {
		if found := possessors(x, i, 2); len(found) > 0 {
			return found
		}
		if found := origins(x, i); len(found) > 0 {
			return found
		}
	}
	return nil
}

// possessors gives the actors that a thing is of, by or from, however deep.
func possessors(x *text, t, depth int) []referent {
	if depth == 0 {
		return nil
	}
	for c := range x.doc.Children(t) {
		k := x.doc.Tokens[c]
		if k.Has("acl:relcl") { // the gambit that he launched
			if s := x.doc.Child(c, "nsubj"); s >= 0 && resolveRelative(x, s) == s {
				if found := parties(x, s); len(found) > 0 {
					return found
				}
			}
		}
		if agent := syntax.Agent(x.doc, c); agent >= 0 && k.Has("acl") && !k.Has("acl:relcl") && k.XPOS == "VBN" { // crimes committed by troops
			if found := parties(x, agent); len(found) > 0 {
				return found
			}
		}
		if !k.Has("nmod", "obl") || !syntax.HasPreposition(x.doc, c, "of", "by", "from", "against", "in", "with") && !k.Has("nmod:poss") {
			continue
		}
		if found := parties(x, c); len(found) > 0 {
			return found
		}
		if found := possessors(x, c, depth-1); len(found) > 0 {
			return found
		}
	}
	return nil
}
