package syntax

import "rapporteur/language"

// Clausal reports whether a word heads a clause that depends on another word.
func Clausal(t language.Token) bool { return t.Has("ccomp", "xcomp", "advcl", "acl") }

// Complement reports whether a word heads a clause that is what its head is about,
// a relative clause not being one.
func Complement(t language.Token) bool {
	return t.Has("xcomp", "ccomp", "csubj", "acl", "advcl") && !t.Has("acl:relcl")
}

// Predicative reports whether a noun is the predicate of a clause: it has a copula
// or a subject.
func Predicative(doc *language.Document, noun int) bool {
	return doc.Child(noun, "cop", "nsubj") >= 0
}

// Concomitant reports whether a clause tells what is done along with its governor,
// not what the governor leads to: "went on, holding talks".
func Concomitant(doc *language.Document, verb int) bool {
	t := doc.Tokens[verb]
	return t.Has("advcl", "acl") && t.XPOS == "VBG" && doc.Child(verb, "mark", "case") < 0
}

// Trailing reports whether a clause is a participle set behind a comma: "she said,
// adding that".
func Trailing(doc *language.Document, verb int) bool {
	if doc.Tokens[verb].XPOS != "VBG" {
		return false
	}
	first, _ := doc.Yield(verb)
	return first > 0 && (doc.Tokens[first-1].Form == "," || doc.Tokens[first].Form == ",")
}

// MainVerb steps from a participle that tells a result behind a comma to the verb
// of the sentence, where the parser hung it on a participle between: "fired on men
// running from the fence, wounding one". Other verbs stay.
func MainVerb(doc *language.Document, verb int) int {
	t := doc.Tokens[verb]
	if t.XPOS != "VBG" || !t.Has("advcl") || verb == 0 || doc.Tokens[verb-1].Form != "," {
		return verb
	}
	h := t.Head
	if h < 0 || !doc.Tokens[h].Has("acl") || doc.Tokens[h].Has("acl:relcl") {
		return verb
	}
	for at := h; at >= 0; at = doc.Tokens[at].Head {
		if t := doc.Tokens[at]; t.UPOS == "VERB" && !t.Has("acl", "advcl") {
			return at
		}
	}
	return verb
}

// Attributive reports whether what the parser took for a verb right behind another
// one is a participle that belongs to the noun behind it: "denounced renewed
// sanctions".
func Attributive(doc *language.Document, verb int) bool {
	t := doc.Tokens[verb]
	if verb == 0 || t.XPOS != "VBN" && t.XPOS != "VBD" || !t.Has("xcomp", "ccomp") || doc.Child(verb, "nsubj", "aux", "mark") >= 0 {
		return false
	}
	p := doc.Tokens[verb-1]
	return p.UPOS == "VERB" && (t.Head == verb-1 || p.Head == t.Head) && doc.Child(verb, "obj") > verb
}
