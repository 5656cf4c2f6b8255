package syntax

import "rapporteur/language"

// Nominative gives the subject of an active verb, -1 for none. Where the parser
// found several, it is a noun rather than a relative pronoun ("which the president
// has said would") and the one nearest to the verb, not one inside a quotation that
// the verb stands outside of.
func Nominative(doc *language.Document, quoted Quoted, verb int) int {
	found := -1
	for c := range doc.Children(verb) {
		t := doc.Tokens[c]
		if !t.Has("nsubj") || t.Deprel == "nsubj:pass" || t.Deprel == "nsubj:outer" || quoted.Apart(c, verb) || joinedBehind(doc, c, verb) {
			continue
		}
		if found < 0 || !RelativePronoun(t) && (RelativePronoun(doc.Tokens[found]) || c < verb) {
			found = c
		}
	}
	return found
}

// joinedBehind reports whether a conjunction stands between a noun and a verb, so
// that the noun belongs to what stands before it: "praised Otto and urged".
func joinedBehind(doc *language.Document, noun, verb int) bool {
	c := doc.Child(verb, "cc")
	return c > noun && c < verb && doc.Tokens[verb].Has("conj")
}

// DisplacedSubject gives the subject behind a verb that the parser took for its
// object, having made the subject of the clause before the verb's: "the shell hit
// a house, said Carl Moe". -1 where the subject is the verb's own.
func DisplacedSubject(doc *language.Document, verb, subject int) int {
	if verb == 0 || doc.Tokens[verb-1].Form != "," {
		return -1
	}
	c, o := doc.Child(verb, "ccomp"), doc.Child(verb, "obj")
	if c < 0 || c < subject || c > verb || o < verb || doc.Child(c, "nsubj") >= 0 {
		return -1
	}
	if first, _ := doc.Yield(o); first != verb+1 {
		return -1
	}
	return o
}

// AdjacentSubject gives the subject that stands right before a verb but that the
// parser hung on another one, as happens beside quotations; -1 for none.
func AdjacentSubject(doc *language.Document, verb int) int {
	first := Sentence(doc, verb).First
	for i := verb - 1; i >= first; i-- {
		switch t := doc.Tokens[i]; {
		case t.Form == "," && i == verb-1 && i > first && doc.Tokens[i-1].UPOS == "PROPN":
			if n := NameHead(doc, i-1); doc.Tokens[n].Has("appos") {
				return n // its prime minister, Carl Moe, said
			}
			return -1
		case t.UPOS == "AUX" || t.UPOS == "ADV":
		case t.Has("nsubj"):
			return i
		case t.Has("flat", "compound") && t.Head >= 0 && doc.Tokens[t.Head].Has("nsubj"):
			return t.Head
		default:
			return -1
		}
	}
	return -1
}

// SubjectAfterQuotation gives the first noun behind a quotation that ends with a
// comma where a verb of saying closes the noun's train of appositions: “…,” Carl
// Moe, the envoy of Norway, one of the hosts, said. Parsers lose such subjects, but
// what stands between says enough: no other verb of a main clause. -1 for none.
func SubjectAfterQuotation(doc *language.Document, quoted Quoted, verb int) int {
	sentence := Sentence(doc, verb)
	if verb == sentence.First || doc.Tokens[verb-1].Form != "," || quoted[verb] >= 0 {
		return -1
	}
	open := false // a finite verb that no relative pronoun stands before
	at := verb - 1
	for ; at > sentence.First && quoted[at] < 0; at-- {
		t := doc.Tokens[at]
		if SurelyFinite(t) || t.XPOS == "VBD" || t.XPOS == "VBP" {
			open = true
		}
		if RelativePronoun(t) || t.XPOS == "WP$" {
			open = false
		}
	}
	if open || at <= sentence.First || doc.Tokens[at-1].Form != "," {
		return -1
	}
	for n := at + 1; n < verb; n++ {
		t := doc.Tokens[n]
		if t.UPOS == "PUNCT" || t.UPOS == "ADP" || t.UPOS == "PRON" || t.UPOS == "VERB" {
			return -1
		}
		if Nominal(t) && (t.Head <= at || t.Head >= verb || !Nominal(doc.Tokens[t.Head])) {
			return n
		}
	}
	return -1
}

// PassiveTheme gives the noun that something is done to by a passive verb that has
// an agent: "the offer was rejected by the union and welcomed by nobody". The
// subject may be that of the verb it is joined to, or a relative pronoun's noun. -1
// for none.
func PassiveTheme(doc *language.Document, verb int) int {
	if doc.Child(verb, "obl:agent") < verb {
		return -1
	}
	n := doc.Child(verb, "nsubj:pass")
	if h := doc.Tokens[verb].Head; n < 0 && doc.Tokens[verb].Has("conj") && doc.Child(verb, "nsubj") < 0 {
		n = doc.Child(h, "nsubj:pass")
	}
	if n >= 0 && RelativePronoun(doc.Tokens[n]) && doc.Tokens[verb].Has("acl:relcl") {
		n = doc.Tokens[verb].Head // an attack which was claimed by
	}
	if n < 0 || n > verb || doc.Tokens[n].UPOS != "NOUN" {
		return -1
	}
	return n
}
