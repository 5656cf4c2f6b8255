package rules

import (
	"maps"
	"regexp"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// suppose makes a deed of the model conditional where its own clause is a condition or what
// would have come of one: "if Oslo attacked Bergen", "had they signed".
func suppose(x *text, f *frames.Frame) {
	t := f.Trigger
	if k := x.doc.Tokens[t]; k.UPOS == "NOUN" && k.Has("obj", "nsubj:pass") && k.Head >= 0 {
		t = k.Head // had they signed the pact
	}
	if x.doc.Tokens[t].UPOS != "VERB" || syntax.FormModality(x.doc, t) != rapporteur.Conditional && !(isOpenCondition(x, t) && x.doc.Tokens[t].Has("advcl")) {
		return
	}
	switch rapporteur.Modality(f.Attribute(frames.Modality)) {
	case "", rapporteur.Happened, rapporteur.UnderWay, rapporteur.Planned:
		f.Attributes = maps.Clone(f.Attributes)
		f.Set(frames.Modality, string(rapporteur.Conditional))
	}
}

// score is the result of a game: "30-19".
var score = regexp.MustCompile(`^\d{1,3}[-–]\d{1,3}$`)

// isPlayed reports whether what is told as an attack or its blame happens in a game: who does it
// is a player, or the score stands with it.
func isPlayed(x *text, trigger int, typ string) bool {
	if typ != "ASSAULT" && typ != "ACCUSE" || x.doc.Tokens[trigger].UPOS != "VERB" {
		return false
	}
	subject, _, _ := argumentsOf(x, trigger)
	if subject >= 0 && x.lexicon.classes["athlete"][lower(x.doc.Tokens[subject].Lemma)] && assaults(x, trigger) {
		return true
	}
	for c := range x.doc.Children(trigger) {
		if score.MatchString(x.doc.Tokens[c].Form) {
			return true
		}
	}
	return false
}

// assaults reports whether a verb is one of violence in some construction.
func assaults(x *text, verb int) bool {
	for _, c := range x.lexicon.constructions[lower(x.doc.Tokens[verb].Lemma)] {
		if c.plover.Type == "ASSAULT" {
			return true
		}
	}
	return false
}
