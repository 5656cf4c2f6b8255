package syntax

import "rapporteur/language"

// Arguments are the subject and the object of a verb as they stand in the tree, -1
// for none. The subject of a passive is to whom it is done; who does it is an oblique
// with "by".
type Arguments struct {
	Subject, Object int
	Passive         bool
}

// Lexicon is what a tree does not tell about its words.
type Lexicon struct {
	// Controls reports whether the object of a verb is who does what its infinitive
	// says: "urged them to leave".
	Controls func(verb int) bool
	// Acts reports whether a noun behind "by" can be who does something: not "by
	// phone".
	Acts func(noun int) bool
}

// inherited is how many verbs up a subject may stand.
const inherited = 4

// ArgumentsOf gives the arguments of a verb. An infinitive, a participle and a verb
// that is joined to another one take over the subject of the verb that governs them.
func ArgumentsOf(doc *language.Document, verb int, lexicon Lexicon) Arguments {
	object := doc.Child(verb, "obj")
	for hops, at := 0, verb; at >= 0 && hops < inherited; hops++ {
		if s := doc.Child(at, "nsubj:pass"); s >= 0 {
			return Arguments{s, object, at == verb || sharesPassive(doc, verb, at)}
		}
		if s := doc.Child(at, "nsubj"); s >= 0 {
			return Arguments{s, object, at == verb && barePassive(doc, verb, lexicon) || at != verb && doc.Child(verb, "aux:pass") >= 0}
		}
		if s := doc.Child(at, "vocative", "dislocated"); s >= 0 && s < at && HeadlineInfinitive(doc, at) {
			return Arguments{s, object, false} // Otto, Moe to meet
		}
		t := doc.Tokens[at]
		switch {
		case t.Has("acl") && !t.Has("acl:relcl"):
			return Arguments{SubjectOfPredicate(doc, t.Head), object, doc.Tokens[verb].XPOS == "VBN" && t.XPOS == "VBN"}
		case t.Has("xcomp", "conj", "advcl"):
			if o := controller(doc, at, lexicon); o >= 0 {
				return Arguments{o, object, false}
			}
			if at = t.Head; t.Has("conj") && t.XPOS == "VBD" && doc.Tokens[at].Has("ccomp") && Present(doc.Tokens[at]) {
				at = doc.Tokens[at].Head // said it calls for doubt and called for an inquiry
			}
		default:
			return Arguments{-1, object, t.XPOS == "VBN" && doc.Child(verb, "obl:agent") >= 0}
		}
	}
	return Arguments{-1, object, false}
}

// controller gives the object of the verb over an infinitive where it is who does
// what the infinitive says, -1 for none.
func controller(doc *language.Document, infinitive int, lexicon Lexicon) int {
	t := doc.Tokens[infinitive]
	if !t.Has("xcomp", "advcl") || doc.Child(t.Head, "nsubj") < 0 || !lexicon.Controls(t.Head) {
		return -1
	}
	return doc.Child(t.Head, "obj")
}

// sharesPassive reports whether a participle is joined to a passive whose auxiliary it
// shares: "were found or freed".
func sharesPassive(doc *language.Document, verb, with int) bool {
	t := doc.Tokens[verb]
	return t.Has("conj") && t.Head == with && (t.XPOS == "VBN" || t.XPOS == "VBD") && doc.Child(verb, "obj", "aux") < 0
}

// barePassive reports whether a verb is a passive without its auxiliary, as in
// captions: "the mayor welcomed by the abbot".
func barePassive(doc *language.Document, verb int, lexicon Lexicon) bool {
	x := doc.Tokens[verb].XPOS
	if x != "VBN" && x != "VBD" || doc.Child(verb, "aux", "obj") >= 0 {
		return false
	}
	agent := Agent(doc, verb)
	return agent >= 0 && lexicon.Acts(agent)
}

// SubjectOfPredicate steps from a noun that is said of somebody to whom it is said of:
// "he will be the first envoy to come". Other nouns stay.
func SubjectOfPredicate(doc *language.Document, noun int) int {
	if doc.Child(noun, "cop") < 0 {
		return noun
	}
	if s := doc.Child(noun, "nsubj"); s >= 0 {
		return s
	}
	return noun
}

// ParticipleSubject gives the noun that a participle is said of: "with Oslo shut out
// of the talks". -1 for none.
func ParticipleSubject(doc *language.Document, participle int) int {
	if t := doc.Tokens[participle]; t.Has("acl", "amod") {
		return t.Head
	}
	return doc.Child(participle, "nsubj")
}

// SharedSubjectVerb gives the verb that another one is joined to, whose subject and
// beginning of the sentence it shares: "in June she came and met him". -1 for none.
func SharedSubjectVerb(doc *language.Document, verb int) int {
	t := doc.Tokens[verb]
	if !t.Has("conj") || t.UPOS != "VERB" || t.Head < 0 || doc.Tokens[t.Head].UPOS != "VERB" || doc.Child(verb, "nsubj") >= 0 {
		return -1
	}
	return t.Head
}

// Agent gives who does what a passive verb tells: the oblique that the tree calls its
// agent, else one with "by" that is no day. -1 for none.
func Agent(doc *language.Document, verb int) int {
	if a := doc.Child(verb, "obl:agent"); a >= 0 {
		return a
	}
	for c := range doc.Children(verb) {
		if doc.Tokens[c].Has("obl") && HasPreposition(doc, c, "by") && !InDate(doc, c) {
			return c
		}
	}
	return -1
}
