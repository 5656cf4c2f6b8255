package rules

import (
	"strings"

	"rapporteur"
	"rapporteur/language/syntax"
)

// onIssue reports whether a proposal is on something that parties negotiate:
// its words show an issue, or it is what somebody vows or refuses to do.
func onIssue(x *text, s stance) bool {
	if s.rule == moodInStatement && !s.needy { // what a party must do, in a sentence on an issue
		return x.lexicon.codes.IssueOf(x.doc.Words(syntax.SentenceRange(x.doc, s.trigger))) != nil
	}
	return !s.needy || x.lexicon.codes.IssueOf(x.doc.Words(s.proposal)) != nil || besideIssue(x, s)
}

// ofState reports whether a state or a body that the tables know wants something
// of more than one word: in a report of positions what states want is to be
// settled, whatever it is.
func ofState(x *text, s stance) bool {
	a := x.actors.Actor(s.holder.actor)
	return s.around && s.stance != rapporteur.Undecided && a.Known && a.Kind != rapporteur.Person && len(ContentWords(x.doc.Words(s.proposal))) >= 2
}

// besideIssue reports whether a stance counts because its sentence names the issue
// that its proposal, longer than a word or two, does not.
func besideIssue(x *text, s stance) bool {
	return s.around && s.stance != rapporteur.Undecided && x.actors.Actor(s.holder.actor).For != "" && len(ContentWords(x.doc.Words(s.proposal))) >= 2 &&
		x.lexicon.codes.IssueOf(x.doc.Words(syntax.SentenceRange(x.doc, s.trigger))) != nil
}

// ContentWords gives the words of a phrase that tell what it is about: those of more than
// three letters, small.
func ContentWords(text string) []string {
	var out []string
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		if w = strings.Trim(w, ".,;:“”\"'’"); len(w) > 3 {
			out = append(out, w)
		}
	}
	return out
}
