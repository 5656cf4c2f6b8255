package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// isProposal reports whether what a word of stance takes is something to be done:
// a clause must say what should be, not what is, and a thing must not be a
// claim or a mere name.
func isProposal(x *text, word, head int, w stanceWord) bool {
	t := x.doc.Tokens[head]
	if t.Has("ccomp") || t.Has("advcl") && syntax.MarkedBy(x.doc, head, "that") {
		return prescribes(x, head)
	}
	if syntax.Clausal(x.doc.Tokens[head]) {
		return true
	}
	if w.stance == rapporteur.Undecided && !syntax.Clausal(x.doc.Tokens[head]) && x.doc.Child(head, "det", "nmod:poss") < 0 {
		return false // that it considers gangs
	}
	if w.stance == rapporteur.Undecided && x.doc.Child(word, "xcomp", "ccomp") >= 0 {
		return false // considers it a gang
	}
	if x.lexicon.claims[t.Lemma] {
		return false
	}
	return w.pos == "noun" || !isNamedActor(x, head) || smallClauseEnd(x, word, head) > head
}

// prescribes reports whether a clause says what should be: "that it halt", "must
// stop", "would not pay".
func prescribes(x *text, verb int) bool {
	if t := x.doc.Tokens[verb]; t.XPOS == "VB" {
		return true
	} else if s := x.doc.Child(verb, "nsubj"); t.XPOS == "VBP" && s >= 0 && x.doc.Tokens[s].XPOS == "NNP" {
		return true // insists Hamas halt
	}
	for c := range x.doc.Children(verb) {
		t := x.doc.Tokens[c]
		if t.Has("aux", "cop") && (t.XPOS == "MD" || t.XPOS == "VB") {
			return !slices.Contains([]string{"may", "might", "could"}, lower(t.Form))
		}
	}
	return false
}

// withPerformer widens a proposal to who is to do it: "Iran to stop", and to what is said
// of a thing: "Russia back in the club".
func withPerformer(x *text, word, head int, words language.Range) language.Range {
	t := x.doc.Tokens[head]
	if t.Has("xcomp", "advcl") && syntax.MarkedBy(x.doc, head, "to") {
		if o := x.doc.Child(word, "obj"); o > word && o < head && x.doc.Tokens[o].UPOS != "PRON" {
			words.Start = trimmed(x, o).Start
		}
		return words
	}
	if t.Has("obj") && !syntax.Clausal(x.doc.Tokens[head]) {
		if last := smallClauseEnd(x, word, head); last > head {
			words.End = max(words.End, x.doc.Tokens[last].End)
		}
	}
	return words
}

// smallClauseEnd gives the last token of what is wanted of an object: "sanctions
// lifted", "troops out"; the object where there is nothing.
func smallClauseEnd(x *text, word, object int) int {
	_, last := x.doc.Yield(object)
	if !slices.Contains([]string{"want", "need", "demand", "like"}, x.doc.Tokens[word].Lemma) {
		return object
	}
	for c := range x.doc.Children(word) {
		t := x.doc.Tokens[c]
		if c > object && c <= last+2 && (t.Has("xcomp") || t.Has("advmod") && x.lexicon.places[t.Lemma] || t.Has("obl") && c > 1 && syntax.HasPreposition(x.doc, c, "out")) {
			_, l := x.doc.Yield(c)
			return max(object, l-1)
		}
	}
	return object
}

// inWords cuts a proposal off where the words of the statement end that its
// trigger stands in: the cue behind is no part of it.
func inWords(x *text, trigger int, proposal language.Range) language.Range {
	for _, a := range x.told.saying[trigger] {
		for _, c := range a.Of(frames.Content) {
			if said := c.Range(x.doc); c.Has(trigger) && said.Overlaps(proposal) {
				proposal.End = min(proposal.End, said.End)
			}
		}
	}
	return proposal
}

// nominalWords reports whether a proposal names anything: "do it again" does
// not.
func nominalWords(x *text, words language.Range) bool {
	first, last := syntax.TokensIn(x.doc, words)
	for i := first; i < last; i++ {
		if t := x.doc.Tokens[i]; t.UPOS == "NOUN" || t.UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// proposalOf gives the words for what would be done, by the forms that a word of
// stance takes: a clause or infinitive rather than an object, which may only
// be who is to do it ("urged Iran to stop").
func proposalOf(x *text, word int, takes []string) (head int, words language.Range) {
	if slices.Contains(takes, "head") { // is against the sanctions
		return opposedNoun(x, word)
	}
	if slices.Contains(takes, "being") {
		if c := predicatedOf(x, word); c >= 0 {
			words = trimmed(x, c)
			if b := x.doc.Child(c, "cop"); b >= 0 && b < c {
				for b++; b < c && x.doc.Tokens[b].UPOS == "DET"; {
					b++
				}
				words.Start = x.doc.Tokens[b].Start
			}
			return c, words
		}
	}
	for _, deeds := range []bool{true, false} {
		for c := range x.doc.Children(word) {
			if c < word && !x.doc.Tokens[c].Has("nsubj") {
				continue
			}
			if syntax.Clausal(x.doc.Tokens[c]) == deeds && takesForm(x, c, takes) {
				c = calledFor(x, c)
				return c, withPerformer(x, word, c, trimmed(x, c))
			}
		}
	}
	if o := syntax.JudgedObject(x.doc, word); o >= 0 && slices.Contains(takes, "subject") {
		return o, trimmed(x, o)
	}
	if h := x.doc.Tokens[word].Head; h >= 0 && x.doc.Tokens[word].Has("obj") && x.doc.Tokens[word].UPOS == "NOUN" {
		for c := range x.doc.Children(h) { // showed interest in it
			if first, _ := x.doc.Yield(c); first == word+1 && x.doc.Tokens[c].Has("obl", "advcl") && takesForm(x, c, takes) {
				return c, trimmed(x, c)
			}
		}
	}
	return -1, language.Range{}
}

// predicatedOf gives what a noun of stance is said to be or to include: "a key demand is
// the release of prisoners", "its demands include neutrality". -1 for none.
func predicatedOf(x *text, noun int) int {
	t := x.doc.Tokens[noun]
	if !t.Has("nsubj") || t.Head < noun {
		return -1
	}
	h := x.doc.Tokens[t.Head]
	if x.doc.Child(t.Head, "cop") >= 0 && h.UPOS == "NOUN" {
		return t.Head
	}
	if h.Lemma == "include" {
		return x.doc.Child(t.Head, "obj")
	}
	return -1
}

// calledFor steps from "calls for early elections", which somebody rejects, to the
// elections.
func calledFor(x *text, noun int) int {
	if x.doc.Tokens[noun].UPOS != "NOUN" || !x.lexicon.classes["call"][x.doc.Tokens[noun].Lemma] {
		return noun
	}
	for c := range x.doc.Children(noun) {
		if x.doc.Tokens[c].Has("nmod") && c > noun && syntax.HasPreposition(x.doc, c, "for") {
			return c
		}
	}
	return noun
}

// takesForm reports whether a dependent has one of the forms.
func takesForm(x *text, c int, takes []string) bool {
	t := x.doc.Tokens[c]
	switch {
	case t.Has("obj") && t.UPOS != "PRON", t.Has("nsubj:pass"):
		return slices.Contains(takes, "object")
	case (t.Has("ccomp") || t.Has("advcl") && syntax.MarkedBy(x.doc, c, "that")) && t.XPOS != "VBG":
		return slices.Contains(takes, "clause")
	case t.XPOS == "VBG" && t.Has("advcl") && x.doc.Tokens[c-1].UPOS == "PUNCT":
		return false // rejected it, saying …
	case t.XPOS == "VBG" && syntax.Clausal(x.doc.Tokens[c]) && !syntax.HasPreposition(x.doc, c, "by"):
		return slices.Contains(takes, "gerund") || syntax.LedBy(x.doc, c, takes...)
	case t.Has("nsubj") && !t.Has("nsubj:pass"):
		return slices.Contains(takes, "subject") && x.doc.Child(t.Head, "cop") >= 0 && t.UPOS != "PRON"
	case t.Has("xcomp", "advcl", "acl") && syntax.MarkedBy(x.doc, c, "to"):
		return slices.Contains(takes, "infinitive")
	case t.Has("obl") && t.UPOS == "SYM": // demanded at least $2 billion
		return slices.Contains(takes, "object")
	case t.Has("obl", "nmod"):
		return syntax.LedBy(x.doc, c, takes...) && !syntax.InDate(x.doc, c)
	}
	return false
}

// longest is the number of words a proposal may have.
const longest = 18

// trimmed gives what a token governs without the words that lead it in and
// without relative clauses, no longer than a phrase.
func trimmed(x *text, token int) language.Range {
	first, last := x.doc.Yield(token)
	for c := range x.doc.Children(token) {
		if x.doc.Tokens[c].Has("acl:relcl", "parataxis") || x.doc.Tokens[c].Has("advcl") && c > token {
			if f, _ := x.doc.Yield(c); f > token {
				last = min(last, f)
			}
		}
	}
	for first < token && (x.doc.Tokens[first].Has("case", "mark", "cc") && x.doc.Tokens[first].Head == token || x.doc.Tokens[first].Has("det") || x.doc.Tokens[first].UPOS == "PUNCT") {
		first++
	}
	last = min(last, max(token+1, first+longest))
	for last > token+1 && (x.doc.Tokens[last-1].UPOS == "PUNCT" || x.doc.Tokens[last-1].UPOS == "ADP" || x.doc.Tokens[last-1].UPOS == "DET" || x.doc.Tokens[last-1].UPOS == "CCONJ") {
		last--
	}
	return x.doc.Bytes(first, last)
}

// opposedNoun gives the noun that somebody is said to be against, as the proposal.
func opposedNoun(x *text, preposition int) (head int, words language.Range) {
	head = x.doc.Tokens[preposition].Head
	if head < preposition || x.doc.Child(head, "cop") < 0 {
		return -1, words
	}
	words = trimmed(x, head)
	first := preposition + 1
	for first < head && x.doc.Tokens[first].UPOS == "DET" {
		first++
	}
	words.Start = max(words.Start, x.doc.Tokens[first].Start)
	return head, words
}
