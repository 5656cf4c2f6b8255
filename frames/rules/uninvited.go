package rules

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// SentencesBehind is the number of sentences after that of a meeting within which somebody is
// said to be left out of it without saying of what.
const SentencesBehind = 3

// exclusionWordOf gives the word at the head of a sentence that leaves its subject out of
// something that it does not name, -1 if there is none.
func exclusionWordOf(x *text, s language.Sentence) (int, exclusionWord) {
	for i := s.First; i < s.Last; i++ {
		if x.doc.Tokens[i].Head >= 0 {
			continue
		}
		for _, w := range x.lexicon.exclusions[x.doc.Tokens[i].Lemma] {
			_, object, passive := argumentsOf(x, i)
			if w.alone && passive && object < 0 && syntax.FollowedBy(x.doc, i, w.rest) && syntax.Negated(x.doc, i) == w.negated && !isComplemented(x, i) {
				return i, w
			}
		}
	}
	return -1, exclusionWord{}
}

// isComplemented reports whether a verb says to what or from what: "to the wedding".
func isComplemented(x *text, verb int) bool {
	for c := range x.doc.Children(verb) {
		if x.doc.Tokens[c].Has("xcomp", "ccomp") || x.doc.Tokens[c].Has("obl") && (syntax.HasPreposition(x.doc, c, "to") || syntax.HasPreposition(x.doc, c, "from") || syntax.HasPreposition(x.doc, c, "of") || syntax.HasPreposition(x.doc, c, "in")) {
			return true
		}
	}
	return false
}

// tellsOfMeeting reports whether a sentence has a word for a meeting itself.
func tellsOfMeeting(x *text, s language.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		t := x.doc.Tokens[i]
		_, verb := x.lexicon.verbs[t.Lemma]
		_, noun := x.lexicon.nouns[lower(t.Lemma)]
		if verb && t.UPOS == "VERB" || noun && (t.UPOS == "NOUN" || t.UPOS == "PROPN") {
			return true
		}
	}
	return false
}
