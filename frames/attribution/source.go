package attribution

import (
	"rapporteur/language/syntax"
)

// findSource finds whose words a verb's content is: its subject, its agent, or
// what it takes over from the verb that governs it. -1 where the text does not
// say.
func findSource(x *text, cue int) int {
	doc := x.doc
	for hops := 0; cue >= 0 && hops < 4; hops++ {
		t := doc.Tokens[cue]
		if n := speakerOf(x, cue); n >= 0 {
			return syntax.Antecedent(doc, cue, n)
		}
		switch {
		case asSaying(x, cue) && doc.Child(t.Head, "obj") >= 0:
			return doc.Child(t.Head, "obj") // quoted her as saying
		case inferredByReporter(x, cue):
			return -1
		case t.XPOS == "VBG" && t.Has("advcl") && blamedObject(x, cue) >= 0:
			return blamedObject(x, cue)
		case t.Has("acl:relcl"):
			return t.Head
		case t.XPOS == "VBG" && t.Head >= 0 && cue > 0 && doc.Tokens[cue-1].Form == "," && describedNoun(x, cue) >= 0:
			cue = syntax.NearestVerb(x.doc, describedNoun(x, cue)) // …, vowing retaliation
		case t.Has("acl"):
			return publisherOf(x, syntax.Owner(doc, t.Head))
		case t.Has("ccomp") && syntax.Tensed(t) && t.Head >= 0 && x.knows(doc.Tokens[t.Head].Lemma):
			return -1 // the parser lost its subject
		case t.Has("conj", "xcomp", "advcl", "ccomp") && t.Head >= 0:
			cue = t.Head
		default:
			return -1
		}
	}
	return -1
}

// asSaying reports whether a participle tells how somebody's words are given:
// "quoted her as saying".
func asSaying(x *text, verb int) bool {
	t := x.doc.Tokens[verb]
	m := x.doc.Child(verb, "mark", "case")
	return t.Head >= 0 && t.XPOS == "VBG" && t.Has("advcl", "obl", "xcomp") && m >= 0 && x.doc.Tokens[m].Lemma == "as" && x.knows(t.Lemma)
}

// publisherOf gives who brings a document out that has no owner: "the office
// released a statement saying", "she said in a statement accusing". The noun
// itself where the sentence does not tell.
func publisherOf(x *text, noun int) int {
	t := x.doc.Tokens[noun]
	if t.UPOS != "NOUN" || !x.inClass(t.Lemma, "document") || !t.Has("obj", "obl") || x.doc.Tokens[t.Head].UPOS != "VERB" {
		return noun
	}
	if n := speakerOf(x, t.Head); n >= 0 {
		return syntax.Antecedent(x.doc, t.Head, n)
	}
	return noun
}

// inferredByReporter reports whether a participle tells what the reporter takes a deed
// to mean: "moved troops to the border, suggesting that". Behind a verb of
// saying it goes on with what is said.
func inferredByReporter(x *text, verb int) bool {
	t := x.doc.Tokens[verb]
	if t.XPOS != "VBG" || !t.Has("advcl") || !x.inClass(t.Lemma, "sign") || t.Head < 0 || t.Head > verb {
		return false
	}
	return !x.knows(x.doc.Tokens[t.Head].Lemma) && x.doc.Child(verb, "mark") < 0
}

// blamedObject gives whom a verb blames for what a gerund says, -1 for none:
// "criticised Oslo for demanding that".
func blamedObject(x *text, verb int) int {
	m, h := x.doc.Child(verb, "mark"), x.doc.Tokens[verb].Head
	if m < 0 || h < 0 || x.doc.Tokens[m].Lemma != "for" {
		return -1
	}
	if o := x.doc.Child(h, "obj"); o > h && o < verb {
		return o
	}
	return -1
}

// describedNoun gives the noun that a participle, or the participle that it hangs
// on, describes in the tree; -1 for none.
func describedNoun(x *text, verb int) int {
	t := x.doc.Tokens[verb]
	if t.Has("advcl") && t.Head >= 0 {
		t = x.doc.Tokens[t.Head]
	}
	if t.Has("acl") && t.Deprel != "acl:relcl" {
		return t.Head
	}
	return -1
}

// speakerOf gives the subject of an active verb and the agent of a passive one:
// "it was announced by the ministry". The subject of "was quoted as saying"
// is the source all the same.
func speakerOf(x *text, verb int) int {
	doc := x.doc
	if n := doc.Child(verb, "nsubj:pass"); n >= 0 {
		switch doc.Tokens[verb].Lemma {
		case "quote", "cite", "report", "know", "hear", "record", "see":
			return n
		}
		return doc.Child(verb, "obl:agent")
	}
	if n := syntax.Nominative(x.doc, x.quoted, verb); n >= 0 {
		if o := syntax.DisplacedSubject(x.doc, verb, n); o >= 0 {
			return o
		}
		return n
	}
	if a := doc.Child(verb, "obl:agent"); a >= 0 {
		return a
	}
	if n := syntax.AdjacentSubject(x.doc, verb); n >= 0 {
		return n
	}
	if n := syntax.SubjectAfterQuotation(x.doc, x.quoted, verb); n >= 0 {
		return n
	}
	return invertedSubject(x, verb)
}

// invertedSubject gives the subject behind a verb that the parser took for its
// object: "…, said Israel's chief negotiator".
func invertedSubject(x *text, verb int) int {
	doc := x.doc
	before := syntax.Sentence(doc, verb).First
	if verb == before || doc.Tokens[verb-1].UPOS != "PUNCT" || doc.Tokens[verb].XPOS == "VBG" {
		return -1
	}
	o := doc.Child(verb, "obj")
	if o < 0 || doc.Tokens[verb].Has("conj") && takesObject(x, verb) { // "…, praised Xi and left"
		return -1
	}
	if c := doc.Child(verb, "ccomp"); c > o && !x.quoted.Apart(c, verb) {
		return -1
	}
	return o
}

// takesObject reports whether a verb can have what is said for its object.
func takesObject(x *text, verb int) bool {
	for _, c := range x.cues[x.doc.Tokens[verb].Lemma] {
		if c.Takes("object") {
			return true
		}
	}
	return false
}
