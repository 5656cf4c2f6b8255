package reading

import (
	"rapporteur"
	"rapporteur/language/syntax"
	"slices"
)

// outcomeForm is how a word tells what came out of a meeting.
type outcomeForm string

const (
	// ofMeeting words have the meeting for their subject: "the talks ended in".
	ofMeeting outcomeForm = "meeting"
	// ofSides words have the sides for their subject: "agreed at the talks".
	ofSides outcomeForm = "sides"
)

// outcome gives what came out of a meeting in the words of the sentence that
// mentions it, or of the next where the sides are its subject.
func (r *reading) outcome(e *encounter) string {
	if e.status != rapporteur.Held && e.status != rapporteur.UnderWayMeeting {
		return ""
	}
	t := r.doc.Tokens[e.trigger]
	if t.UPOS == "VERB" {
		for c := range r.doc.Children(e.trigger) {
			k := r.doc.Tokens[c]
			if k.Has("conj") && r.resulted(c, ofSides) || k.Has("advcl") && syntax.LedBy(r.doc, c, "without") {
				return r.result(c)
			}
		}
		return r.nextSentence(e)
	}
	v := t.Head
	switch {
	case v < 0:
	case t.Has("nsubj") && r.resulted(v, ofMeeting), t.Has("obl", "advcl") && syntax.HasPreposition(r.doc, e.trigger, "at", "in", "during", "after", "following") && r.resulted(v, ofSides):
		return r.result(v)
	case t.Has("nsubj", "obj") && r.doc.Tokens[v].UPOS == "VERB":
		form := ofMeeting
		if t.Has("obj") {
			form = ofSides
		}
		for c := range r.doc.Children(v) {
			if r.doc.Tokens[c].Has("conj") && r.resulted(c, form) {
				return r.result(c)
			}
		}
	}
	return r.nextSentence(e)
}

// resulted reports whether a verb of results tells of something that happened.
func (r *reading) resulted(verb int, form outcomeForm) bool {
	t := r.doc.Tokens[verb]
	return slices.Contains(r.tables.outcomes[t.Lemma], form) && (t.XPOS == "VBD" || t.XPOS == "VBN") && r.modality(verb) == rapporteur.Happened
}

// nextSentence reads "They agreed to …" behind the sentence of a meeting.
func (r *reading) nextSentence(e *encounter) string {
	next := r.doc.SentenceOf(e.trigger) + 1
	if next >= len(r.doc.Sentences) {
		return ""
	}
	for i := r.doc.Sentences[next].First; i < r.doc.Sentences[next].Last; i++ {
		if t := r.doc.Tokens[i]; !t.Has("root") || !r.resulted(i, ofSides) {
			continue
		}
		subject, _, _ := r.arguments(i)
		if subject >= 0 && r.unclearThey(subject) {
			return r.result(i)
		}
		both := 0
		for _, a := range r.parties(subject) {
			if r.sides(e)[r.side(a)] {
				both++
			}
		}
		if both >= 2 {
			return r.result(i)
		}
	}
	return ""
}

// result gives the words of a predicate.
func (r *reading) result(verb int) string {
	first, last := verb, verb+1
	for c := range r.doc.Children(verb) {
		if t := r.doc.Tokens[c]; c > verb && t.Has("obj", "obl", "xcomp", "ccomp", "compound", "advmod", "advcl", "mark") {
			_, l := r.doc.Yield(c)
			last = max(last, l)
		}
		if c < verb && r.doc.Tokens[c].Lemma == "without" {
			first = min(first, c)
		}
	}
	last = min(last, first+longest+6)
	for last > verb+1 && slices.Contains([]string{"PUNCT", "ADP", "DET", "CCONJ"}, r.doc.Tokens[last-1].UPOS) {
		last--
	}
	return r.phrase(r.doc.Bytes(first, last))
}
