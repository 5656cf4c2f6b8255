package reading

import (
	"strings"

	"rapporteur"
	"rapporteur/frames"
)

// spokenFor gives the state or body in whose name the speaker of a statement speaks.
// Members of a party speak for the state whose politics they make, and so does who has
// held an office of it: a former prime minister is heard as one of his country. Whose
// officials without a name are is told by what stands around.
func (l *links) spokenFor(f *frames.Frame, speaker int) string {
	a := l.Actor(speaker)
	if party := l.base.Actor(a.For); party != nil && party.Sector == "party" && party.State != "" {
		return party.State
	}
	switch {
	case a.For != "":
		return a.For
	case a.Known && a.Kind == rapporteur.Person:
		return a.State
	case !a.Known && a.Kind != rapporteur.Person && l.actsForState(f.Head(frames.Source)):
		return l.StateAround(f.Trigger)
	}
	return ""
}

// actsForState reports whether a token is a word for people or organs of a state, whose
// a report need not tell: "officials said", "a senior aide".
func (l *links) actsForState(token int) bool {
	return token >= 0 && l.base.Is(strings.ToLower(l.doc.Tokens[token].Lemma), "official of a state")
}
