package syntax

import (
	"slices"
	"strings"

	"rapporteur/language"
)

// Infinitive reports whether a verb stands in the infinitive with "to".
func Infinitive(doc *language.Document, verb int) bool { return MarkedBy(doc, verb, "to") }

// HeadlineInfinitive reports whether an infinitive is the verb of a headline:
// "Ministers to meet in Bergen".
func HeadlineInfinitive(doc *language.Document, verb int) bool {
	if doc.Child(verb, "mark") < 0 {
		return false
	}
	t := doc.Tokens[verb]
	return t.Has("root") || t.Has("acl") && doc.Tokens[t.Head].Has("root")
}

// Subjunctive reports whether a bare verb has "he", "she" or "it" for its subject:
// "insists that he meet them".
func Subjunctive(doc *language.Document, verb int) bool {
	s := doc.Child(verb, "nsubj")
	if s < 0 || doc.Child(verb, "aux") >= 0 {
		return false
	}
	return slices.Contains([]string{"he", "she", "it"}, strings.ToLower(doc.Tokens[s].Form))
}

// Inverted reports whether an auxiliary stands before the subject, which makes a
// condition or a question: "should they need help".
func Inverted(doc *language.Document, verb int) bool {
	a, s := doc.Child(verb, "aux"), doc.Child(verb, "nsubj")
	return a >= 0 && s > a
}

// Supposed reports whether an auxiliary before the subject makes a clause a condition of
// the one behind it: "had they paid, the ship would have sailed".
func Supposed(doc *language.Document, verb int) bool {
	if !Inverted(doc, verb) || Questioned(doc, verb) {
		return false
	}
	a := doc.Child(verb, "aux")
	if begins := a == Sentence(doc, verb).First || doc.Tokens[a-1].UPOS == "PUNCT"; !begins && !doc.Tokens[verb].Has("advcl") {
		return false
	}
	switch strings.ToLower(doc.Tokens[a].Form) {
	case "had", "should", "were":
		return true
	}
	return false
}

// Auxiliary gives the first auxiliary of a verb with a lemma, -1 for none.
func Auxiliary(doc *language.Document, verb int, lemma string) int {
	for c := range doc.Children(verb) {
		if t := doc.Tokens[c]; t.Has("aux") && t.Lemma == lemma {
			return c
		}
	}
	return -1
}

// HasAuxiliary reports whether a verb has an auxiliary that is written in one of
// some ways, given in small letters: "could" and "can" are told apart.
func HasAuxiliary(doc *language.Document, verb int, forms ...string) bool {
	for c := range doc.Children(verb) {
		if t := doc.Tokens[c]; t.Has("aux") && slices.Contains(forms, strings.ToLower(t.Form)) {
			return true
		}
	}
	return false
}

// Mood is what a modal auxiliary adds to its verb.
type Mood string

// The moods. Would counts as will, could as can, should as must.
const (
	NoMood      Mood = ""
	Volition    Mood = "will"
	Possibility Mood = "can"
	Obligation  Mood = "must"
)

// MoodOf gives the mood of a verb by its first modal auxiliary, or by the "need" or
// "have" that governs it: "has to leave" is an obligation.
func MoodOf(doc *language.Document, verb int) Mood {
	for c := range doc.Children(verb) {
		t := doc.Tokens[c]
		if !t.Has("aux") {
			continue
		}
		switch t.Lemma {
		case "will", "would", "wo", "shall":
			return Volition
		case "can", "could", "ca":
			return Possibility
		case "must", "should", "ought":
			return Obligation
		}
	}
	if h := doc.Tokens[verb].Head; h >= 0 && doc.Tokens[verb].Has("xcomp") && (doc.Tokens[h].Lemma == "need" || doc.Tokens[h].Lemma == "have") {
		return Obligation
	}
	return NoMood
}
