package entities

import (
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// capitalOrSeat picks the sense of a name that is a capital and the seat of a body as
// well: the body where it acts, unless the report names the state.
func (f *nameFinder) capitalOrSeat(first, last int, senses []knowledge.Sense) knowledge.Sense {
	s := senses[0]
	for _, o := range senses[1:] {
		if s.Sort == knowledge.ByCapital && o.Sort == knowledge.BySeat && governs(f.discourse, syntax.SpanHead(f.doc, first, last)) && !f.inOneWordOf(s.Actor) {
			return o
		}
	}
	return s
}

// governs reports whether the name of a capital stands for the government
// rather than the city: it does things and has things, nobody is in it.
func governs(d *discourse, head int) bool {
	doc := d.doc
	t := doc.Tokens[head]
	if t.Has("nsubj", "nmod:poss", "iobj") {
		return true
	}
	if t.Has("conj") && t.Head >= 0 {
		return governs(d, t.Head)
	}
	c := doc.Child(head, "case")
	if c < 0 {
		return t.Has("obj") && t.Head >= 0 && !d.base.Is(doc.Tokens[t.Head].Lemma, "travel")
	}
	switch doc.Tokens[c].Lemma {
	case "between", "with", "by", "against", "of":
		return true
	case "to", "from":
		return t.Head >= 0 && !d.base.Is(doc.Tokens[t.Head].Lemma, "travel") && t.Has("nmod")
	}
	return false
}

// inside reports whether a seat of power is a house that somebody comes to, or in which
// something happens: "met at the White House", "visited the Kremlin", "a Downing Street
// dinner".
func inside(d *discourse, head int) bool {
	t := d.doc.Tokens[head]
	if syntax.HasPreposition(d.doc, head, "at", "in", "inside", "outside") {
		return true
	}
	if t.Head < 0 {
		return false
	}
	over := d.doc.Tokens[t.Head]
	return t.Has("compound") && over.UPOS == "NOUN" || t.Has("obj", "obl", "nmod") && d.base.Is(over.Lemma, "travel")
}
