package rules

import "rapporteur"

// isPersonal reports whether a noun names or describes people, so that it can be
// met, welcomed or received.
func isPersonal(x *text, token int) bool {
	if m := x.actors.Mention(token); m != nil && m.Actor >= 0 {
		switch x.actors.Actor(m.Actor).Kind {
		case rapporteur.Person, rapporteur.Unnamed, rapporteur.Collective, rapporteur.Group:
			return true
		case rapporteur.State, rapporteur.Organisation:
			return m.Own && m.Head == token || m.Pronoun
		}
	}
	i := described(x, token)
	return i.some() && x.actors.Actor(i.actor).Kind != rapporteur.State
}

// unclearThey reports whether a token is a "they" that no actor was found for:
// beside a meeting, those named side by side before it.
func unclearThey(x *text, token int) bool {
	return x.doc.Tokens[token].Lemma == "they" && x.actors.Mention(token) == nil
}

// somePerson reports whether a noun is somebody who can be rung up.
func somePerson(x *text, token int) bool {
	i := actorAt(x, token)
	if !i.some() {
		i = described(x, token)
	}
	return i.some() && x.actors.Actor(i.actor).Kind != rapporteur.State && x.actors.Actor(i.actor).Kind != rapporteur.Organisation
}

// inProperName reports whether a token stands in the name of an actor.
func inProperName(x *text, token int) bool {
	m := x.actors.Mention(token)
	return m != nil && m.Actor >= 0 && m.Named
}
