package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// outcomeForm is how a word tells what came out of a meeting.
type outcomeForm string

const (
	// ofMeeting words have the meeting for their subject: "the talks ended in".
	ofMeeting outcomeForm = "meeting"
	// ofSides words have the sides for their subject: "agreed at the talks".
	ofSides outcomeForm = "sides"
	// asNoun words name what came of the meeting: "the fruit of the talks".
	asNoun outcomeForm = "noun"
)

// outcomeOf gives what came out of a meeting in the words of the sentence that
// mentions it, or of the next where the sides are its subject.
func outcomeOf(x *text, e *meeting) frames.Tokens {
	if e.status != rapporteur.Held && e.status != rapporteur.UnderWayMeeting {
		return frames.Tokens{}
	}
	for _, words := range []frames.Tokens{outcomeOfVerb(x, e), outcomeOfNoun(x, e), outcomeWhere(x, e.trigger), outcomeWhere(x, e.place)} {
		if words.Len() > 0 {
			return words
		}
	}
	return outcomeBehind(x, e)
}

// outcomeOfVerb reads "they met and agreed", "met without agreeing".
func outcomeOfVerb(x *text, e *meeting) frames.Tokens {
	if x.doc.Tokens[e.trigger].UPOS != "VERB" {
		return frames.Tokens{}
	}
	for c := range x.doc.Children(e.trigger) {
		k := x.doc.Tokens[c]
		if k.Has("conj") && isResult(x, c, ofSides) || k.Has("advcl") && syntax.LedBy(x.doc, c, "without") {
			return resultWords(x, c)
		}
	}
	return frames.Tokens{}
}

// outcomeOfNoun reads "the talks ended in failure", "agreed at the talks", "the talks,
// which led to a truce", "the fruit of the talks was a truce".
func outcomeOfNoun(x *text, e *meeting) frames.Tokens {
	t, v := x.doc.Tokens[e.trigger], x.doc.Tokens[e.trigger].Head
	if t.UPOS == "VERB" {
		return frames.Tokens{}
	}
	for c := range x.doc.Children(e.trigger) {
		if x.doc.Tokens[c].Has("acl:relcl") && x.doc.Child(c, "nsubj") == c-1 && isResult(x, c, ofMeeting) {
			return resultWords(x, c)
		}
	}
	switch {
	case v < 0:
	case t.Has("nsubj") && isResult(x, v, ofMeeting), t.Has("obl", "advcl") && syntax.HasPreposition(x.doc, e.trigger, "at", "in", "during", "after", "following") && isResult(x, v, ofSides):
		return resultWords(x, v)
	case t.Has("nsubj", "obj", "obl") && x.doc.Tokens[v].UPOS == "VERB":
		return outcomeJoined(x, e, v)
	case t.Has("nmod") && slices.Contains(x.lexicon.outcomes[x.doc.Tokens[v].Lemma], asNoun) && syntax.HasPreposition(x.doc, e.trigger, "of"):
		return outcomeNamed(x, v)
	}
	return frames.Tokens{}
}

// outcomeJoined reads "the summit ran late and ended without a word", "she flew to talks
// and the two sides signed a treaty": what is joined to the verb that a meeting hangs on.
func outcomeJoined(x *text, e *meeting, verb int) frames.Tokens {
	form := ofSides
	if x.doc.Tokens[e.trigger].Has("nsubj") {
		form = ofMeeting
	}
	for c := range x.doc.Children(verb) {
		if !x.doc.Tokens[c].Has("conj") || !isResult(x, c, form) {
			continue
		}
		if subject := x.doc.Child(c, "nsubj"); form == ofMeeting || subject < 0 && x.doc.Tokens[e.trigger].Has("obj") || meansSides(x, e, subject) {
			return resultWords(x, c)
		}
	}
	return frames.Tokens{}
}

// outcomeNamed reads "the fruit of the talks was a truce", where the word for what came of
// them is the subject of a noun.
func outcomeNamed(x *text, noun int) frames.Tokens {
	t := x.doc.Tokens[noun]
	if !t.Has("nsubj") || t.Head < 0 || x.doc.Tokens[t.Head].UPOS != "NOUN" {
		return frames.Tokens{}
	}
	is := x.doc.Child(t.Head, "cop")
	if is < 0 || x.doc.Tokens[is].XPOS != "VBD" || is < noun {
		return frames.Tokens{}
	}
	_, last := x.doc.Yield(t.Head)
	return trimmed(x, is+1, last)
}

// outcomeWhere reads "talks in Bergen, where they agreed": a clause of place under a
// meeting or its place.
func outcomeWhere(x *text, at int) frames.Tokens {
	if at < 0 {
		return frames.Tokens{}
	}
	for c := range x.doc.Children(at) {
		if x.doc.Tokens[c].Has("acl:relcl", "advcl") && isResult(x, c, ofSides) && syntax.HasDependent(x.doc, c, "where") {
			return resultWords(x, c)
		}
	}
	return frames.Tokens{}
}

// isResult reports whether a verb of results tells of something that happened.
func isResult(x *text, verb int, form outcomeForm) bool {
	t := x.doc.Tokens[verb]
	return slices.Contains(x.lexicon.outcomes[t.Lemma], form) && (t.XPOS == "VBD" || t.XPOS == "VBN") && !syntax.HasDependent(x.doc, verb, "to") && modalityOf(x, verb) == rapporteur.Happened && !isDisclaimed(x, verb)
}

// outcomeBehind reads "They agreed to …" behind the sentence of a meeting, "The talks
// were good, and both sides agreed to …".
func outcomeBehind(x *text, e *meeting) frames.Tokens {
	next := x.doc.SentenceOf(e.trigger) + 1
	if next >= len(x.doc.Sentences) {
		return frames.Tokens{}
	}
	for i := x.doc.Sentences[next].First; i < x.doc.Sentences[next].Last; i++ {
		t := x.doc.Tokens[i]
		if !(t.Has("root") || t.Has("conj") && t.Head >= 0 && x.doc.Tokens[t.Head].Has("root")) || !isResult(x, i, ofSides) {
			continue
		}
		if subject, _, _ := argumentsOf(x, i); meansSides(x, e, subject) {
			return resultWords(x, i)
		}
	}
	return frames.Tokens{}
}

// meansSides reports whether a subject is both sides of a meeting, or a "they" that
// stands for nobody else.
func meansSides(x *text, e *meeting, subject int) bool {
	if subject < 0 {
		return false
	}
	if unclearThey(x, subject) {
		return true
	}
	both := 0
	for _, a := range parties(x, subject) {
		if sides(x, e)[x.actors.Actor(a.actor).Side()] {
			both++
		}
	}
	return both >= 2
}

// resultWords gives the tokens of a predicate.
func resultWords(x *text, verb int) frames.Tokens {
	first, last := verb, verb+1
	for c := range x.doc.Children(verb) {
		if t := x.doc.Tokens[c]; c > verb && t.Has("obj", "obl", "xcomp", "ccomp", "compound", "advmod", "advcl", "mark") {
			_, l := x.doc.Yield(c)
			last = max(last, l)
		}
		if c < verb && x.doc.Tokens[c].Lemma == "without" {
			first = min(first, c)
		}
	}
	return trimmed(x, first, last)
}

// trimmed cuts words that are too many, and what leads to nothing at their end.
func trimmed(x *text, first, last int) frames.Tokens {
	last = min(last, first+longestOutcome)
	for last > first+1 && slices.Contains([]string{"PUNCT", "ADP", "DET", "CCONJ"}, x.doc.Tokens[last-1].UPOS) {
		last--
	}
	return frames.Tokens{First: first, Last: last}
}

// longestOutcome is the number of words that what comes of a meeting may have.
const longestOutcome = 24
