package rules

import "rapporteur/language/syntax"

// agentOf gives who does what a word says: the subject of a verb, the agent of a
// passive, the subject of the verb that carries a noun, and of a predicate.
func agentOf(x *text, i int) int {
	if x.doc.Tokens[i].UPOS == "VERB" {
		i = syntax.MainVerb(x.doc, i)
		if h := x.doc.Tokens[i].Head; h >= 0 && x.doc.Tokens[i].XPOS == "VBG" && x.doc.Tokens[i].Has("advcl") && x.doc.Child(h, "nsubj:pass") >= 0 {
			return syntax.Agent(x.doc, h) // were hit by gunmen, killing ten
		}
		subject, _, passive := argumentsOf(x, i)
		if passive || x.doc.Child(i, "aux:pass") >= 0 {
			return syntax.Agent(x.doc, i)
		}
		return unlessOther(i, issuerOf(x, i, subject))
	}
	if s := x.doc.Child(i, "nsubj", "expl"); s >= 0 {
		return resolveRelative(x, s)
	}
	if v := lightVerb(x, i); v >= 0 && v != i {
		return agentOf(x, v)
	}
	if x.doc.Tokens[i].UPOS == "ADJ" {
		subject, _, _ := argumentsOf(x, i)
		return subject
	}
	return -1
}

// issuerOf steps from a thing to who puts it out: "issued a statement demanding".
func issuerOf(x *text, verb, subject int) int {
	t := x.doc.Tokens[verb]
	if subject < 0 || t.XPOS != "VBG" || t.Head != subject || !x.doc.Tokens[subject].Has("obj", "nsubj:pass") || len(parties(x, subject)) > 0 {
		return subject
	}
	return agentOf(x, x.doc.Tokens[subject].Head)
}

// unlessOther leaves out a subject that came down to a verb which tells a
// result of its own: "…, killing ten".
func unlessOther(verb, subject int) int {
	if subject == verb {
		return -1
	}
	return subject
}

// objectOf gives to whom or what it is done: the object, or the subject of a
// passive.
func objectOf(x *text, i int) int {
	if x.doc.Tokens[i].UPOS != "VERB" {
		return -1
	}
	subject, object, passive := argumentsOf(x, i)
	if object >= 0 {
		object = resolveRelative(x, object) // the duties that they imposed
	}
	if second := secondObject(x, i, object); second >= 0 {
		object = second
	}
	if object < 0 {
		object = syntax.ParticipleObject(x.doc, i)
	}
	if object < 0 && x.doc.Child(i, "xcomp") >= 0 {
		object = x.doc.Child(i, "iobj") // allowed them to leave
	}
	if passive || object < 0 && x.doc.Child(i, "aux:pass") >= 0 {
		return subject
	}
	if object < 0 && x.doc.Tokens[i].Has("acl:relcl") { // the men that they released
		return -1
	}
	if object < 0 {
		object = syntax.SharedObject(x.doc, i)
	}
	if object < 0 {
		object = syntax.QuantifiedObject(x.doc, i)
	}
	return object
}

// secondObject finds what is given where the parser took to whom for the object as well:
// "gave Mali two million dollars".
func secondObject(x *text, verb, object int) int {
	if object < 0 || !x.lexicon.classes["giving"][x.doc.Tokens[verb].Lemma] || !actorAt(x, object).some() {
		return -1
	}
	for c := range x.doc.Children(verb) {
		if c > object && x.doc.Tokens[c].Has("obj") {
			return c
		}
	}
	return -1
}

// lightVerb gives the verb that carries a noun for a deed and says little itself:
// "launched an attack", "the attack was carried out"; -1 for none.
func lightVerb(x *text, noun int) int {
	noun = quantifierOf(x, noun)
	t := x.doc.Tokens[noun]
	h := t.Head
	if h < 0 || x.doc.Tokens[h].UPOS != "VERB" || !t.Has("obj", "nsubj:pass", "obl", "xcomp") || syntax.Attributive(x.doc, h) {
		return -1
	}
	for _, rest := range x.lexicon.lights[x.doc.Tokens[h].Lemma] {
		if t.Has("obl", "xcomp") == (rest != "") && (rest == "" || syntax.HasPreposition(x.doc, noun, rest)) {
			return h
		}
	}
	return -1
}

// quantifierOf steps from a noun to the number or group of it that the clause is
// built on: "a series of strikes".
func quantifierOf(x *text, noun int) int {
	t := x.doc.Tokens[noun]
	if t.Head >= 0 && t.Has("nmod") && syntax.HasPreposition(x.doc, noun, "of") && x.lexicon.classes["amount"][x.doc.Tokens[t.Head].Lemma] {
		return t.Head
	}
	return noun
}
