package attribution

import "rapporteur/language/syntax"

// asserted reports whether something was said at all: not "did not say",
// "would say", "if he says", "was expected to say".
func asserted(x *text, head int, cue *Cue) bool {
	doc := x.doc
	if doc.Tokens[head].Has("amod") {
		return false // the so-called corridor
	}
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		switch {
		case x.quoted.Apart(c, head):
		case t.Has("advmod") && (t.Lemma == "not" || t.Lemma == "never" || t.Lemma == "n't"):
			return len(cue.Needs) > 0
		case len(cue.Needs) == 0 && t.Has("aux") && x.inClass(t.Lemma, "reluctant") && doc.Tokens[head].XPOS == "VB" && !onlyBetween(x, c, head):
			return cue.Kind == "decline"
		case t.Has("cc") && t.Lemma == "nor", t.Lemma == "neither" && t.Has("advmod", "cc:preconj"):
			return cue.Kind == "decline"
		case t.Has("mark") && (t.Lemma == "if" || t.Lemma == "unless" || t.Lemma == "without" || t.Lemma == "whether"):
			return false
		}
	}
	if h := doc.Tokens[head].Head; h >= 0 && doc.Tokens[head].Has("xcomp") && doc.Tokens[head].UPOS == "ADJ" && doc.Tokens[h].XPOS == "VB" {
		return asserted(x, h, cue) // must make it clear
	}
	if doc.Tokens[head].XPOS != "VB" {
		return true
	}
	if aux := doc.Child(head, "aux"); aux >= 0 && (doc.Tokens[aux].Lemma == "do" || onlyBetween(x, aux, head)) {
		return true
	}
	governor := doc.Tokens[head].Head
	return governor >= 0 && doc.Tokens[head].Has("xcomp") && x.inClass(doc.Tokens[governor].Lemma, "opener")
}

// onlyBetween reports whether "only" stands between an auxiliary and its verb: who would
// onlyBetween say that work goes on says so.
func onlyBetween(x *text, aux, verb int) bool {
	return verb == aux+2 && x.doc.Tokens[aux+1].Lemma == "only"
}

// namesOrigin reports whether a participle only says where somebody has it from: "the
// paper, citing two officials, reported".
func namesOrigin(x *text, verb int) bool {
	t := x.doc.Tokens[verb]
	o := x.doc.Child(verb, "obj")
	return t.Lemma == "cite" && t.XPOS == "VBG" && o >= 0 && x.inClass(x.doc.Tokens[o].Lemma, "origin")
}

// asksAnonymity reports whether a verb only asks that a name be kept back.
func asksAnonymity(x *text, verb int) bool {
	asked := x.anonymous(x.doc, syntax.Sentence(x.doc, verb))
	return asked.Contains(x.doc.Tokens[verb].Range)
}

// leadsToQuoted reports whether a verb only leads to the words of another: "quoted her
// as saying".
func leadsToQuoted(x *text, verb int) bool {
	for c := range x.doc.Children(verb) {
		if c > verb && asSaying(x, c) {
			return true
		}
	}
	return false
}
