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
)

// outcomeOf gives what came out of a meeting in the words of the sentence that
// mentions it, or of the next where the sides are its subject.
func outcomeOf(x *text, e *meeting) frames.Tokens {
	if e.status != rapporteur.Held && e.status != rapporteur.UnderWayMeeting {
		return frames.Tokens{}
	}
	t := x.doc.Tokens[e.trigger]
	if t.UPOS == "VERB" {
		for c := range x.doc.Children(e.trigger) {
			k := x.doc.Tokens[c]
			if k.Has("conj") && isResult(x, c, ofSides) || k.Has("advcl") && syntax.LedBy(x.doc, c, "without") {
				return resultWords(x, c)
			}
		}
		return outcomeBehind(x, e)
	}
	v := t.Head
	switch {
	case v < 0:
	case t.Has("nsubj") && isResult(x, v, ofMeeting), t.Has("obl", "advcl") && syntax.HasPreposition(x.doc, e.trigger, "at", "in", "during", "after", "following") && isResult(x, v, ofSides):
		return resultWords(x, v)
	case t.Has("nsubj", "obj") && x.doc.Tokens[v].UPOS == "VERB":
		form := ofMeeting
		if t.Has("obj") {
			form = ofSides
		}
		for c := range x.doc.Children(v) {
			if x.doc.Tokens[c].Has("conj") && isResult(x, c, form) {
				return resultWords(x, c)
			}
		}
	}
	return outcomeBehind(x, e)
}

// isResult reports whether a verb of results tells of something that happened.
func isResult(x *text, verb int, form outcomeForm) bool {
	t := x.doc.Tokens[verb]
	return slices.Contains(x.lexicon.outcomes[t.Lemma], form) && (t.XPOS == "VBD" || t.XPOS == "VBN") && modalityOf(x, verb) == rapporteur.Happened && !isDisclaimed(x, verb)
}

// outcomeBehind reads "They agreed to …" behind the sentence of a meeting.
func outcomeBehind(x *text, e *meeting) frames.Tokens {
	next := x.doc.SentenceOf(e.trigger) + 1
	if next >= len(x.doc.Sentences) {
		return frames.Tokens{}
	}
	for i := x.doc.Sentences[next].First; i < x.doc.Sentences[next].Last; i++ {
		if t := x.doc.Tokens[i]; !t.Has("root") || !isResult(x, i, ofSides) {
			continue
		}
		subject, _, _ := argumentsOf(x, i)
		if subject >= 0 && unclearThey(x, subject) {
			return resultWords(x, i)
		}
		both := 0
		for _, a := range parties(x, subject) {
			if sides(x, e)[x.actors.Actor(a.actor).Side()] {
				both++
			}
		}
		if both >= 2 {
			return resultWords(x, i)
		}
	}
	return frames.Tokens{}
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
	last = min(last, first+longestOutcome)
	for last > verb+1 && slices.Contains([]string{"PUNCT", "ADP", "DET", "CCONJ"}, x.doc.Tokens[last-1].UPOS) {
		last--
	}
	return frames.Tokens{First: first, Last: last}
}

// longestOutcome is the number of words that what comes of a meeting may have.
const longestOutcome = 24
