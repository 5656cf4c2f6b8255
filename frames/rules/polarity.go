package rules

import (
	"slices"

	"rapporteur/frames"
	"rapporteur/language/syntax"
	"rapporteur/ontology"
	"rapporteur/table"
)

// polarity is what a proposal does to a thing: +1 where the thing comes, stays or grows
// by it, -1 where it goes, ends or shrinks, 0 where the words do not tell.
type polarity int

// addPolarity reads a row of polarities.tsv.
func (t *lexicon) addPolarity(r table.Row) {
	t.polarities[r.Get("word")] = map[string]polarity{"for": 1, "against": -1}[r.Get("polarity")]
}

// polarityOf gives what a proposal does to what an issue names: what all words of it say
// that name the issue, 0 where they differ or there are none.
func polarityOf(x *text, proposal frames.Tokens, issue string) polarity {
	words := make([]string, 0, proposal.Len())
	for i := proposal.First; i < proposal.Last; i++ {
		words = append(words, lower(x.doc.Tokens[i].Form))
	}
	var found polarity
	for _, n := range x.lexicon.codes.NamingsOf(issue, words) {
		p := towards(x, proposal, n)
		switch {
		case p == 0:
		case found == 0:
			found = p
		case found != p:
			return 0
		}
	}
	return found
}

// towards gives what a proposal does to what some of its words name: the product of
// what the words do that govern it.
func towards(x *text, proposal frames.Tokens, n ontology.Naming) polarity {
	named := frames.Tokens{First: proposal.First + n.First, Last: proposal.First + n.Last}
	p := polarity(1)
	if n.Contrary {
		p = -1
	}
	at := syntax.SpanHead(x.doc, named.First, named.Last)
	p *= qualified(x, proposal, at, named) * deedAfter(x, proposal, at)
	for proposal.Has(at) && p != 0 {
		up := x.doc.Tokens[at].Head
		if !proposal.Has(up) {
			break
		}
		if !named.Has(up) {
			p *= governing(x, at, up) * qualified(x, proposal, up, named)
		}
		at = up
	}
	return p
}

// governing gives what a governor does to the thing under it.
func governing(x *text, thing, governor int) polarity {
	t := x.doc.Tokens[thing]
	switch {
	case t.Has("acl:relcl", "parataxis", "appos"), t.Lemma == "exchange", t.Lemma == "return" && t.Has("obl"):
		return 0 // told besides, or what is given for it
	case t.Has("obl") && syntax.HasPreposition(x.doc, thing, "with", "by", "through"):
		return 0 // by what means: to punish somebody with sanctions
	case t.Has("conj", "flat"):
		return 1
	case t.Has("compound"):
		if p := bearing(x, governor); p != 0 {
			return p // tariff cuts
		}
		return 1
	case t.Has("nsubj") && x.doc.Child(governor, "obj") >= 0:
		return 0 // what the thing does
	}
	return bearing(x, governor)
}

// bearing gives what a word does to what it governs, 0 for one that the table does not
// have.
func bearing(x *text, word int) polarity {
	lemma := lower(x.doc.Tokens[word].Lemma)
	for c := range x.doc.Children(word) {
		if t := x.doc.Tokens[c]; c > word && t.Has("compound:prt", "advmod") {
			if p, ok := x.lexicon.polarities[lemma+" "+lower(t.Form)]; ok {
				return p
			}
		}
	}
	return x.lexicon.polarities[lemma]
}

// qualified gives what the small words do to a word that stand with it: "no talks",
// "without sanctions", "not halt", "fewer troops".
func qualified(x *text, proposal frames.Tokens, word int, named frames.Tokens) polarity {
	p := polarity(1)
	if syntax.Negated(x.doc, word) && negatedWithin(x, proposal, word) {
		p = -p
	}
	for c := range x.doc.Children(word) {
		t := x.doc.Tokens[c]
		if proposal.Has(c) && !named.Has(c) && t.Has("case", "amod") && x.lexicon.polarities[lower(t.Lemma)] < 0 {
			p = -p
		}
	}
	return p
}

// negatedWithin reports whether what negates a word stands in the proposal, rather than
// before it, where it is part of the stance.
func negatedWithin(x *text, proposal frames.Tokens, word int) bool {
	for c := range x.doc.Children(word) {
		if !proposal.Has(c) {
			continue
		}
		if slices.Contains([]string{"not", "n't", "never", "no", "neither", "nor"}, lower(x.doc.Tokens[c].Form)) || syntax.NegatedSubject(x.doc, c) {
			return true
		}
	}
	return false
}

// deedAfter gives what is to become of a thing by a word behind it that the tree has
// under it or beside it: "sanctions lifted", "the blockade to end".
func deedAfter(x *text, proposal frames.Tokens, thing int) polarity {
	over := x.doc.Tokens[thing].Head
	for c := thing + 1; c < proposal.Last; c++ {
		t := x.doc.Tokens[c]
		under := t.Head == thing && t.Has("acl")
		beside := over >= 0 && t.Head == over && t.Has("xcomp") && x.doc.Tokens[thing].Has("obj", "nsubj")
		if (under || beside) && (t.XPOS == "VBN" || t.XPOS == "VB" && x.doc.Child(c, "obj") < 0) {
			return bearing(x, c)
		}
	}
	return 1
}
