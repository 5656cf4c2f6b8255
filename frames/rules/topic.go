package rules

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// topicOf gives what a meeting is about: "on the future of Ukraine".
func topicOf(x *text, n int) frames.Tokens {
	for c := range x.doc.Children(n) {
		if x.doc.Tokens[c].Has("nmod", "acl", "obl") && syntax.HasPreposition(x.doc, c, "on", "about", "over", "regarding", "concerning") && !actorAt(x, c).some() {
			first, last := x.doc.Yield(c)
			for first < last && x.doc.Tokens[first].Has("case") {
				first++
			}
			if last-first <= 15 && !dateOf(x, c).known() {
				return frames.Tokens{First: first, Last: last}
			}
		}
	}
	return frames.Tokens{}
}

// statusOf gives what a modality means for a meeting; a denied or conditional
// one is no meeting.
func statusOf(m rapporteur.Modality) rapporteur.Status {
	switch m {
	case rapporteur.Happened:
		return rapporteur.Held
	case rapporteur.UnderWay:
		return rapporteur.UnderWayMeeting
	case rapporteur.Planned:
		return rapporteur.PlannedMeeting
	case proposed:
		return rapporteur.Proposed
	case rapporteur.Refused:
		return rapporteur.RefusedMeeting
	}
	return ""
}
