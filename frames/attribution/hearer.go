package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// addresseeOf finds the hearer by the way the cue names it.
func addresseeOf(x *text, cue *Cue, head int, content []language.Range) int {
	take := func(token int) int {
		if token >= 0 && !syntax.WithinAny(x.doc.Tokens[token].Range, content) {
			return token
		}
		return -1
	}
	preposition := cue.Addressee
	if cue.Addressee == "obj" {
		if o := x.doc.Child(head, "iobj", "obj"); o >= 0 || len(cue.Lemmas) == 1 {
			return take(o)
		}
		preposition = cue.Lemmas[len(cue.Lemmas)-1] // called on them to
	}
	for c := range x.doc.Children(head) {
		if p := x.doc.Child(c, "case"); x.doc.Tokens[c].Has("obl") && p >= 0 && x.doc.Tokens[p].Lemma == preposition {
			return take(c)
		}
	}
	return -1
}

// swallowedHearer finds a hearer whom the parser took for the first word of the
// clause, "told AP the talks would go on", and cuts it off the content.
func swallowedHearer(x *text, cue *Cue, last int, content []language.Range) int {
	at := last + 1
	if cue.Addressee != "obj" || at+1 >= len(x.doc.Tokens) || x.doc.Tokens[at].UPOS != "PROPN" || content[0].Start != x.doc.Tokens[at].Start {
		return -1
	}
	next := x.doc.Tokens[at+1]
	if next.UPOS != "DET" && next.UPOS != "PRON" {
		return -1
	}
	content[0].Start = next.Start
	return at
}

// toldParticiple reports whether a verb is a participle of which the subject of its
// clause, or the noun before it, is the hearer: "when asked about the deal,
// he …", "a diplomat briefed on it".
func toldParticiple(x *text, verb int) bool {
	t := x.doc.Tokens[verb]
	opens := verb == syntax.Sentence(x.doc, verb).First && x.doc.Child(verb, "nsubj") < 0
	if t.XPOS != "VBN" && !(opens && t.XPOS == "VBD") || !opens && !t.Has("advcl") && t.Deprel != "acl" || x.doc.Child(verb, "aux") >= 0 {
		return false
	}
	for _, c := range x.cues[t.Lemma] {
		if c.Addressee == "obj" {
			return true
		}
	}
	return false
}
