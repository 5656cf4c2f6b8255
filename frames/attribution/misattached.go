package attribution

import "rapporteur/language/syntax"

// tornClause gives the first word of a clause whose subject the parser took for what is
// said and whose predicate for a clause joined to the saying: "said the threats
// by one party and the other were useless". -1 for none.
func tornClause(x *text, head int) int {
	o, c := x.doc.Child(head, "obj"), x.doc.Child(head, "conj")
	if o < head || c < o || x.doc.Child(c, "nsubj") < o || x.knows(x.doc.Tokens[c].Lemma) {
		return -1
	}
	if first, _ := x.doc.Yield(o); first == head+1 {
		return first
	}
	return -1
}

// clauseBehindMedium gives the first word of a clause that the parser hung on the noun
// between it and the cue: "said in a statement it had left". -1 for none.
func clauseBehindMedium(x *text, head int) int {
	for c := range x.doc.Children(head) {
		if c < head || !x.doc.Tokens[c].Has("obl") {
			continue
		}
		d := x.doc.Child(c, "acl")
		if n := x.doc.Child(max(d, 0), "nsubj"); d > c && n > c && !syntax.RelativePronoun(x.doc.Tokens[n]) && x.doc.Child(d, "obj") != c {
			first, _ := x.doc.Yield(d)
			if x.doc.Tokens[first].Lemma == "that" {
				first++
			}
			return first
		}
	}
	return -1
}

// hungInfinitive gives an infinitive that the parser hung on the noun between it
// and the cue: "threatened in a speech to strike". -1 for none.
func hungInfinitive(x *text, head int) int {
	for c := range x.doc.Children(head) {
		if c > head && x.doc.Tokens[c].Has("obl") {
			if d := x.doc.Child(c, "acl"); d > c && syntax.Infinitive(x.doc, d) {
				return d
			}
		}
	}
	return -1
}

// fromObject widens a clause without a subject to the noun that the parser took
// for the cue's object: "stressed the rupture would have consequences".
func fromObject(x *text, head, clause, first int) int {
	o := x.doc.Child(head, "obj")
	if o < 0 {
		o = x.doc.Child(head, "iobj")
	}
	if o < head || o >= first || x.doc.Child(clause, "nsubj") >= 0 || x.doc.Child(head, "nsubj") < 0 || x.doc.Tokens[o].UPOS == "PRON" {
		return first
	}
	b, e := x.doc.Yield(o)
	for e < first && x.doc.Tokens[e].Form == "," {
		e++
	}
	verb := first
	for x.doc.Tokens[verb].Form == "," {
		verb++
	}
	if e == first && syntax.SurelyFinite(x.doc.Tokens[verb]) {
		return b
	}
	return first
}
