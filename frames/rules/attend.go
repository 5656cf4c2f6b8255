package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language/syntax"
)

// addAttendees adds the actors of a noun phrase.
func addAttendees(x *text, e *meeting, head int, role rapporteur.Text) {
	for _, i := range attendees(x, head) {
		addAttendee(e, i, role, "")
	}
}

// addBehindMeans adds who stands behind a means: "by telephone with X".
func addBehindMeans(x *text, e *meeting, means int, role rapporteur.Text) {
	for c := range x.doc.Children(means) {
		if x.doc.Tokens[c].Has("nmod") && syntax.HasPreposition(x.doc, c, "with") {
			addAttendees(x, e, c, role)
		}
	}
}

// addButNot adds as absent who is joined with "but not".
func addButNot(x *text, e *meeting, head int) {
	if head < 0 {
		return
	}
	for c := range x.doc.Children(head) {
		if x.doc.Tokens[c].Has("nmod") && syntax.HasPreposition(x.doc, c, "from", "of") {
			addButNot(x, e, c)
		}
		if !x.doc.Tokens[c].Has("conj") || !syntax.ButNot(x.doc, c) {
			continue
		}
		for _, i := range attendees(x, c) {
			addAttendee(e, i, "", rapporteur.Absent)
		}
	}
}

func addAttendee(e *meeting, who referent, role rapporteur.Text, presence rapporteur.Presence) {
	for k := range e.attendees {
		if e.attendees[k].actor == who.actor {
			if presence != "" {
				e.attendees[k].presence, e.attendees[k].role = presence, role
			}
			return
		}
	}
	e.attendees = append(e.attendees, attendee{referent: who, role: role, presence: presence})
}

// takesPart reports whether the same sentence has an actor take part.
func takesPart(e *meeting, actor int) bool {
	for _, s := range e.attendees {
		if s.actor == actor && s.presence == "" {
			return true
		}
	}
	return false
}

// allOfficial reports whether all attendees act for a state or body.
func allOfficial(x *text, e *meeting) bool {
	return !slices.ContainsFunc(e.attendees, func(s attendee) bool { return x.actors.Actor(s.actor).For == "" })
}

func sides(x *text, e *meeting) map[string]bool {
	out := map[string]bool{}
	for _, s := range e.attendees {
		if !s.presence.LeftOut() || s.presence == "" {
			out[x.actors.Actor(s.actor).Side()] = true
		}
	}
	return out
}

// addModifier adds the sides that an adjective or compound names: "US-Russia
// talks", "the European meeting". A place name is where, not who.
func addModifier(x *text, e *meeting, token int, role rapporteur.Text) {
	m := x.actors.Mention(token)
	if m == nil || m.Actor < 0 {
		for c := range x.doc.Children(token) {
			if k := x.actors.Mention(c); k != nil && k.Actor >= 0 && k.Place == nil {
				addAttendee(e, actorAt(x, c), role, "")
			}
		}
		return
	}
	addAttendee(e, actorAt(x, token), role, "")
	for c := range x.doc.Children(token) {
		if i := actorAt(x, c); i.some() {
			addAttendee(e, i, role, "")
		}
	}
}

// allAnchored reports whether everybody is named or known.
func allAnchored(x *text, e *meeting) bool {
	return !slices.ContainsFunc(e.attendees, func(s attendee) bool {
		a := x.actors.Actor(s.actor)
		return !a.Known && a.Kind != rapporteur.Person && a.Kind != rapporteur.Organisation
	})
}
