package rules

import "rapporteur/language/syntax"

// argumentsOf gives the subject and object of a verb, the subject being taken
// over from the verb that governs an infinitive, and whether it is passive.
func argumentsOf(x *text, v int) (subject, object int, passive bool) {
	a := syntax.ArgumentsOf(x.doc, v, syntax.Lexicon{Controls: func(verb int) bool { return objectControls(x, verb) }, Acts: func(noun int) bool { return actorAt(x, noun).some() }})
	return resolveRelative(x, a.Subject), a.Object, a.Passive
}

// objectControls reports whether the object of a verb does what its infinitive says.
func objectControls(x *text, verb int) bool {
	t := x.doc.Tokens[verb]
	return x.lexicon.controls[t.Lemma] || x.lexicon.controls[lower(t.Form)]
}

// resolveRelative steps from a relative pronoun to the noun before it.
func resolveRelative(x *text, subject int) int {
	if subject < 0 || !syntax.RelativePronoun(x.doc.Tokens[subject]) {
		return subject
	}
	if n := syntax.Antecedent(x.doc, x.doc.Tokens[subject].Head, subject); n != subject {
		return relativeAntecedent(x, subject, syntax.Explained(x.doc, n))
	}
	return subject
}

// relativeAntecedent gives the noun that a relative pronoun stands for: where the parser
// found a thing, who is named right before it, "the deadline set by Oslo, which
// called on".
func relativeAntecedent(x *text, pronoun, head int) int {
	if t := x.doc.Tokens[head]; actorAt(x, head).some() || len(origins(x, head)) > 0 || t.UPOS == "PROPN" || pronoun < 2 || lower(x.doc.Tokens[pronoun].Form) != "which" {
		return head
	}
	before := pronoun - 1
	if x.doc.Tokens[before].Form == "," {
		before--
	}
	if m := x.actors.Mention(before); m != nil && m.Actor >= 0 && before > head && isParty(x, actorAt(x, before)) {
		return m.Head
	}
	return head
}
