package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
	"rapporteur/table"
)

// denial is a word that says of what is told that it is not so; denials.tsv explains it.
type denial struct{ ofClause, ofTelling, negated bool }

func (t *lexicon) addDenial(r table.Row) {
	word := r.Get("word")
	d := t.denials[word]
	d.ofClause = d.ofClause || r.Get("over") == "clause"
	d.ofTelling = d.ofTelling || r.Get("over") == "telling"
	d.negated = r.Get("negated") == "yes"
	t.denials[word] = d
}

// isUnmet reports whether the words over a meeting say that it did not or will not come
// about: "did not meet", "there were no talks", "has no plans to meet", "denied that they
// had met". What is refused, called off or put off is told of by other words.
func isUnmet(x *text, trigger int) bool {
	at := wholeOf(x, trigger)
	for hops := 0; at >= 0 && hops <= governed; hops++ {
		if syntax.Negated(x.doc, at) || syntax.NegativeDeterminer(x.doc, at) || isDisclaimed(x, at) {
			return true
		}
		if at = bearerOf(x, at); at < 0 {
			return false
		}
		if m := x.lexicon.governors[lower(x.doc.Tokens[at].Lemma)]; m == rapporteur.Denied && !syntax.Negated(x.doc, at) {
			return true // failed to meet
		}
	}
	return false
}

// bearerOf gives the word on which it depends whether what a verb or noun of meeting tells
// comes about: the verb that holds, plans or brings about a meeting, the governor of an
// infinitive, the first of two verbs that are joined. It is -1 for none.
func bearerOf(x *text, token int) int {
	t := x.doc.Tokens[token]
	if t.Head < 0 {
		return -1
	}
	h := x.doc.Tokens[t.Head]
	switch {
	case t.UPOS == "VERB" && t.Has("conj") && h.UPOS == "VERB":
		return t.Head
	case t.UPOS == "VERB" && syntax.Complement(t) && !syntax.Concomitant(x.doc, token):
		if m, ok := x.lexicon.governors[h.Lemma]; ok && m != rapporteur.Refused {
			return t.Head
		}
	case t.UPOS != "VERB" && t.Has("nsubj") && (h.Lemma == "be" || bringsAbout(x, t.Head, "take", "occur", "happen")):
		return t.Head
	case t.UPOS != "VERB" && t.Has("obj", "nsubj:pass"):
		if bringsAbout(x, t.Head, "hold", "have", "conduct", "schedule", "plan", "arrange", "set", "agree") {
			return t.Head
		}
	}
	return -1
}

// bringsAbout reports whether a verb is one of those by which a meeting comes about.
func bringsAbout(x *text, verb int, lemmas ...string) bool {
	return slices.Contains(lemmas, x.doc.Tokens[verb].Lemma)
}

// isDisclaimed reports whether somebody says of what a clause tells that it is not so.
func isDisclaimed(x *text, clause int) bool {
	t := x.doc.Tokens[clause]
	if t.Head < 0 || !t.Has("ccomp", "xcomp", "acl", "acl:relcl", "csubj", "advcl") {
		return false
	}
	over := t.Head
	told := x.lexicon.claims[lower(x.doc.Tokens[over].Lemma)]
	if t.Has("acl:relcl") && !(told && syntax.MarkedBy(x.doc, clause, "that")) {
		return false // the reports that he read
	}
	if denies(x, over, false) {
		return true
	}
	return told && (deniesTelling(x, over) || slices.ContainsFunc(syntax.Dependents(x.doc, over, "ccomp"), func(c int) bool { return denies(x, c, true) }))
}

// deniesTelling reports whether a word that has a noun for what is told as its object,
// subject or topic says that it is not so.
func deniesTelling(x *text, noun int) bool {
	t := x.doc.Tokens[noun]
	return t.Head >= 0 && t.Has("obj", "nsubj", "nsubj:pass", "nmod", "obl") && denies(x, t.Head, true)
}

// denies reports whether a word says that a clause, or a noun for what is told, is not so.
func denies(x *text, word int, telling bool) bool {
	d := x.lexicon.denials[lower(x.doc.Tokens[word].Lemma)]
	if !d.ofClause && !telling || !d.ofTelling && telling {
		return false
	}
	negated := syntax.Negated(x.doc, word) || syntax.NegativeDeterminer(x.doc, word)
	return negated == d.negated
}

// isBorneOut reports whether the words bear out a meeting that the model finds: not what is
// said not to be, asked, or only named.
func isBorneOut(x *text, f *frames.Frame) bool {
	switch rapporteur.Status(f.Attribute(frames.Status)) {
	case rapporteur.Cancelled, rapporteur.Postponed, rapporteur.RefusedMeeting:
		return true
	}
	at := f.Trigger
	verb := x.doc.Tokens[at].UPOS == "VERB"
	calledOff := f.Type == "call" && verb && len(syntax.Dependents(x.doc, at, "compound:prt")) > 0
	return !isUnmet(x, at) && !syntax.Questioned(x.doc, at) && !calledOff && !(verb && isUntold(x, at))
}
