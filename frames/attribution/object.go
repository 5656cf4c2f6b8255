package attribution

import (
	"slices"

	"rapporteur/language"
	"rapporteur/language/syntax"
)

// objectOf finds words reported that are no clause: what somebody is called,
// criticised for, accused of or calls for.
func objectOf(x *text, cue *Cue, head, last int) ([]language.Range, string) {
	doc := x.doc
	if cue.Takes("name") {
		if named := namedObject(x, head); named.Len() > 0 {
			return []language.Range{named}, "name by cue"
		}
	}
	if n := syntax.PassiveTheme(x.doc, head); n >= 0 && cue.Takes("object") {
		return syntax.WithoutRelative(x.doc, n), passive
	}
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		if c > head && takesPreposition(x, cue, c) && t.Has("obl", "advcl") {
			return withInfinitive(x, head, c, behindPreposition(x, head, last, c)), "prepositional object of cue"
		}
		if t.Has("obj") && c > head && cue.Addressee == "obj" {
			for d := range doc.Children(c) { // accused the envoys of stalling
				if takesPreposition(x, cue, d) && doc.Tokens[d].Has("acl", "nmod", "advcl") {
					return behindPreposition(x, head, last, d), "prepositional object of cue"
				}
			}
		}
		if t.Has("obj") && cue.Takes("object") && (doc.Tokens[head].XPOS != "VBG" || doc.Tokens[head].Has("advcl")) && t.UPOS != "PRON" && c > head && !syntax.NegativeDeterminer(x.doc, c) {
			return withInfinitive(x, head, c, withoutAddition(x, c)), "object of cue"
		}
	}
	return nil, ""
}

// passive is the rule for what a passive verb has for its subject. Several may
// say something of one thing.
const passive = "subject of cue"

// takesPreposition reports whether a word follows one of the cue's prepositions.
func takesPreposition(x *text, cue *Cue, word int) bool {
	p := x.doc.Child(word, "case", "mark")
	return p >= 0 && slices.Contains(cue.obliques, x.doc.Tokens[p].Lemma)
}

// behindPreposition gives the content behind a cue's preposition. The preposition is left
// out where it follows the cue, "called for a truce"; whom it is said of belongs
// to it where the preposition follows that: "blamed the rebels for the delay".
func behindPreposition(x *text, head, last, word int) []language.Range {
	parts := syntax.Parts(x.doc, word)
	if len(parts) == 0 {
		return nil
	}
	p := x.doc.Child(word, "case", "mark")
	if (p == last || p == last+1) && parts[0].Start == x.doc.Tokens[p].Start && parts[0].Contains(x.doc.Tokens[p+1].Range) {
		parts[0].Start = x.doc.Tokens[p+1].Start
		return parts
	}
	o := x.doc.Child(head, "obj")
	if o <= last || o >= p || x.doc.Tokens[o].UPOS == "PRON" {
		return parts
	}
	if first, _ := x.doc.Yield(o); first > last {
		parts[0].Start = x.doc.Tokens[first].Start
	}
	return parts
}

// withInfinitive adds the infinitive that follows what a cue takes and that the
// parser hung on the cue: "called for the rebels to leave".
func withInfinitive(x *text, head, word int, parts []language.Range) []language.Range {
	_, end := x.doc.Yield(word)
	for c := range x.doc.Children(head) {
		if t := x.doc.Tokens[c]; !t.Has("xcomp", "advcl", "ccomp") || !syntax.Infinitive(x.doc, c) {
			continue
		}
		if first, after := x.doc.Yield(c); first == end && len(parts) > 0 {
			parts[len(parts)-1].End = x.doc.Tokens[after-1].End
		}
	}
	return parts
}

// namedObject gives whom a cue calls something, together with what they are called:
// "called the offer a trap". A pronoun is left out.
func namedObject(x *text, head int) language.Range {
	doc := x.doc
	o, name := -1, -1
	for c := range doc.Children(head) {
		switch t := doc.Tokens[c]; {
		case c < head:
		case o < 0 && t.Has("obj", "iobj"):
			o = c
		case o >= 0 && (t.Has("obj", "xcomp", "ccomp") || t.Deprel == "obl:unmarked" && t.UPOS == "NOUN") && t.XPOS != "VB":
			name = c
		}
	}
	if name < 0 && o >= 0 {
		if r := quotedName(x, o); r.Len() > 0 {
			return r
		}
		name = nameUnder(x, o)
	}
	if name < 0 {
		return language.Range{}
	}
	first, end := doc.Yield(name)
	if doc.Tokens[o].UPOS != "PRON" {
		first, _ = doc.Yield(o)
	}
	if first <= head {
		return language.Range{}
	}
	return syntax.Trim(doc.Tokens[first:end])
}

// quotedName gives whom a cue calls something and the quotation right behind it,
// however the parser joined the two: "called half of them “bandits”".
func quotedName(x *text, object int) language.Range {
	first, end := x.doc.Yield(object)
	if x.doc.Tokens[object].UPOS == "PRON" || x.quoted[object] >= 0 {
		return language.Range{}
	}
	for i := object + 1; i < min(end+1, len(x.doc.Tokens)); i++ {
		if q := x.quoted[i]; q >= 0 && x.quotations[q].Start == x.doc.Tokens[i].Start {
			return language.Range{Start: x.doc.Tokens[first].Start, End: x.quotations[q].End}
		}
		if x.doc.Tokens[i].UPOS == "PUNCT" {
			break
		}
	}
	return language.Range{}
}

// nameUnder finds the name that the parser hung on whom it is given to.
func nameUnder(x *text, object int) int {
	for c := range x.doc.Children(object) {
		t := x.doc.Tokens[c]
		if c > object && (t.Has("obj", "appos") || t.Has("acl", "amod") && t.UPOS == "ADJ") {
			if first, _ := x.doc.Yield(c); x.doc.Tokens[first-1].UPOS != "PUNCT" {
				return c
			}
		}
	}
	return -1
}
