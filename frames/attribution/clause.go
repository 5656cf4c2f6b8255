package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// clauseOf finds the words that a verb of saying reports in the tree.
func clauseOf(x *text, cue *Cue, head, last int) ([]language.Range, string) {
	doc := x.doc
	if i := doc.Child(head, "xcomp"); cue.Kind == "decline" && i > head && i <= last {
		return syntax.Parts(x.doc, i), "infinitive of cue" // declined to comment on the draft
	}
	if cue.Takes("clause") || cue.Takes("wh") {
		if first := syntax.Sentence(x.doc, head).First; setBehind(x, head, last) {
			return []language.Range{syntax.Trim(x.doc.Tokens[first:head])}, "cue set into sentence"
		}
		if setBetween(x, head, last) {
			return aroundCue(x, head, last), "cue set into sentence"
		}
		if parts := complementOf(x, cue, head, last); len(parts) > 0 {
			return parts, "clause of cue"
		}
		if insertedClause(x, head, last) {
			return aroundCue(x, head, last), "cue set into sentence"
		}
	}
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		if c < head {
			continue
		}
		switch {
		case t.Has("xcomp", "advcl") && cue.Takes("infinitive") && t.UPOS != "ADJ" && syntax.Infinitive(x.doc, c),
			t.Has("xcomp", "ccomp", "advcl") && cue.Takes("gerund") && t.XPOS == "VBG",
			t.Has("ccomp") && cue.Takes("infinitive") && syntax.Infinitive(x.doc, c):
			return syntax.Parts(x.doc, c), "infinitive of cue"
		}
	}
	if d := hungInfinitive(x, head); d >= 0 && cue.Takes("infinitive") && x.doc.Child(head, "obj") < 0 {
		return syntax.Parts(x.doc, d), "infinitive of cue"
	}
	if cue.Kind == "decline" && len(cue.Needs) > 0 {
		_, after := x.doc.Yield(head)
		return []language.Range{syntax.Trim(x.doc.Tokens[head:after])}, "refused verb" // would not comment on the strike
	}
	return objectOf(x, cue, head, last)
}
