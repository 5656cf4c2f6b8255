package speech

import "rapporteur/language"

// source finds whose words a verb's content is: its subject, its agent, or
// what it takes over from the verb that governs it. -1 where the text does not
// say.
func source(doc *language.Document, cue int) int {
	for hops := 0; cue >= 0 && hops < 4; hops++ {
		t := doc.Tokens[cue]
		if s := subject(doc, cue); s >= 0 {
			return antecedent(doc, cue, s)
		}
		switch {
		case t.Has("acl:relcl"):
			return t.Head
		case t.Has("acl"):
			return owner(doc, t.Head)
		case t.Has("conj", "xcomp", "advcl", "ccomp") && t.Head >= 0:
			cue = t.Head
		default:
			return -1
		}
	}
	return -1
}

// subject gives the subject of an active verb and the agent of a passive one:
// "it was announced by the ministry". The subject of "was quoted as saying"
// is the source all the same.
func subject(doc *language.Document, verb int) int {
	if s := doc.Child(verb, "nsubj:pass"); s >= 0 {
		switch doc.Tokens[verb].Lemma {
		case "quote", "cite", "report", "know", "hear", "record", "see":
			return s
		}
		return doc.Child(verb, "obl:agent")
	}
	if s := doc.Child(verb, "nsubj"); s >= 0 && doc.Tokens[s].Deprel != "nsubj:outer" {
		return s
	}
	return doc.Child(verb, "obl:agent")
}

// antecedent steps from a relative pronoun to the noun it stands for.
func antecedent(doc *language.Document, verb, subject int) int {
	switch doc.Tokens[subject].XPOS {
	case "WP", "WDT":
	default:
		if f := doc.Tokens[subject].Form; f != "that" {
			return subject
		}
	}
	for v := verb; v >= 0; v = doc.Tokens[v].Head {
		if doc.Tokens[v].Has("acl:relcl") {
			return doc.Tokens[v].Head
		}
		if !doc.Tokens[v].Has("conj", "xcomp", "ccomp") {
			break
		}
	}
	return subject
}

// owner gives whose claim or statement a noun of saying is: "Iran's claim
// that", "a warning from Moscow that". The noun itself where nobody is named:
// "a report saying".
func owner(doc *language.Document, noun int) int {
	if o := doc.Child(noun, "nmod:poss"); o >= 0 {
		return o
	}
	for c := range doc.Children(noun) {
		if !doc.Tokens[c].Has("nmod") {
			continue
		}
		if p := doc.Child(c, "case"); p >= 0 {
			switch doc.Tokens[p].Lemma {
			case "by", "from", "of":
				return c
			}
		}
	}
	return noun
}
