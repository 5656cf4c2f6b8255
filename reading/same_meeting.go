package reading

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/frames/rules"
)

// sameMeeting tells whether a mention is a meeting told before: nothing of the two
// contradicts, and the sides they share, their place or their date hold them
// together.
func sameMeeting(l *links, m, e *meetingMention) bool {
	if m.date != "" && e.date != "" && !compatible(m.date, e.date) && !overrides(e.status) {
		return false
	}
	if m.place != nil && e.place != nil && !samePlace(m.place, e.place) {
		return false
	}
	if (m.kind == "call") != (e.kind == "call") {
		return false
	}
	if e.fresh && !m.fresh || otherTime(l, m, e) || anotherJourney(m, e) || beside(m, e) {
		return false
	}
	a, b := sidesOf(l, m), sidesOf(l, e)
	shared := 0
	for s := range b {
		if a[s] {
			shared++
		}
	}
	placed := m.place != nil && e.place != nil || hostsAtHome(l, m, e)
	if shared < 2 && len(b) > 0 && m.place == nil && e.place != nil && differ(m, e) {
		return false // one is to come, and the other took place elsewhere
	}
	switch {
	case otherPersons(l, m, e):
		return false
	case e.part && e.place == nil && e.date == "" && shared == 0:
		return true
	case len(b) == 0:
		return e.definite && (placed || e.place == nil && (e.date == "" || overrides(e.status)) || e.date != "" && e.date == m.date)
	case shared == len(b) && shared >= 2:
		return true
	case shared < len(b) && shared < len(a) && len(a) >= 2 && len(b) >= 2:
		return placed && m.date != "" && e.date == m.date && m.kind == "summit"
	case shared >= 1:
		return placed || m.date != "" && e.date == m.date || e.definite && len(b) == 1
	}
	if e.kind == "summit" && len(a) == 2 && len(b) == 1 && hasCollective(l, e) {
		return false // on the sidelines of a body's summit
	}
	return placed && (e.definite || m.date != "" && e.date == m.date)
}

// differ reports whether of two mentions one tells of a meeting that takes place and the
// other of one to come.
func differ(m, e *meetingMention) bool {
	told := m.status != "" && e.status != "" && !overrides(m.status) && !overrides(e.status)
	return told && took(m) != took(e)
}

// hostsAtHome reports whether a mention's host is at home at the meeting's
// place.
func hostsAtHome(l *links, m, e *meetingMention) bool {
	if m.place == nil {
		return false
	}
	for _, s := range e.attendees {
		if s.role == rapporteur.Host && l.Actor(s.actor).Side() == string(m.place.Country) {
			return true
		}
	}
	return false
}

// otherTime reports whether one meeting has been held, on a day that is known
// and past, while the other is still to come.
func otherTime(l *links, m, e *meetingMention) bool {
	past := func(x *meetingMention) bool {
		return x.status == rapporteur.Held && x.date != "" && string(x.date) < string(l.published)
	}
	ahead := func(x *meetingMention) bool {
		return x.status == rapporteur.PlannedMeeting || x.status == rapporteur.Proposed
	}
	if m.status == rapporteur.Held && ahead(e) && e.rule == rules.VerbOfMeeting && (m.date != "" || e.date == "") {
		return true
	}
	if vague := vaguelyPast(l, e.date); m.date == "" && vague || e.date == "" && !e.definite && vaguelyPast(l, m.date) {
		return true
	}
	return past(m) && ahead(e) && !e.definite || ahead(m) && past(e) && m.date == ""
}

// vaguelyPast reports whether a date is a month, a season or a year before the
// report's: a meeting without a date is news, and another.
func vaguelyPast(l *links, d rapporteur.Date) bool {
	published := string(l.published)
	return d != "" && len(d) < len("2006-01-02") && string(d) < published && !strings.HasPrefix(published, string(d))
}

// otherPersons reports whether both name persons for one side, and no one of them
// is the same.
func otherPersons(l *links, m, e *meetingMention) bool {
	for _, s := range e.attendees {
		if !isPerson(l, s) {
			continue
		}
		rival := false
		for _, o := range m.attendees {
			rival = rival || isPerson(l, o) && l.Actor(o.actor).Side() == l.Actor(s.actor).Side()
		}
		if rival && !sharePerson(l, m, e, l.Actor(s.actor).Side()) {
			return true
		}
	}
	return false
}

func isPerson(l *links, s attendee) bool {
	return l.Actor(s.actor).Kind == rapporteur.Person && s.presence == ""
}

// sharePerson reports whether somebody of a side attends both.
func sharePerson(l *links, m, e *meetingMention, side string) bool {
	for _, s := range e.attendees {
		if isPerson(l, s) && l.Actor(s.actor).Side() == side && slices.ContainsFunc(m.attendees, func(o attendee) bool { return o.actor == s.actor }) {
			return true
		}
	}
	return false
}

// hasCollective reports whether a side is many: "European leaders".
func hasCollective(l *links, e *meetingMention) bool {
	for _, s := range e.attendees {
		a := l.Actor(s.actor)
		if generic(l, s) {
			continue // ministers of nobody in particular
		}
		if a.Kind == rapporteur.Collective || a.Plural || a.Kind == rapporteur.Organisation && a.State == "" {
			return true
		}
	}
	return false
}

func samePlace(a, b *rapporteur.Place) bool {
	if a.Name == b.Name || strings.HasPrefix(a.Name, b.Name+",") || strings.HasPrefix(b.Name, a.Name+",") {
		return true
	}
	if a.Country == "" || a.Country != b.Country {
		return false
	}
	return a.State || b.State
}

// compatible reports whether two dates can be the same: one lies in the other.
func compatible(a, b rapporteur.Date) bool {
	x, y := string(a), string(b)
	return x == y || strings.HasPrefix(x, y) || strings.HasPrefix(y, x) || strings.Contains(x, "/") && strings.Contains(x, y) || strings.Contains(y, "/") && strings.Contains(y, x)
}

// sidesOf gives the sides that take part. They are kept: each mention is compared with
// many meetings.
func sidesOf(l *links, e *meetingMention) map[string]bool {
	if e.sides == nil {
		e.sides = map[string]bool{}
		for _, s := range e.attendees {
			if !s.presence.LeftOut() || s.presence == "" {
				e.sides[l.Actor(s.actor).Side()] = true
			}
		}
	}
	return e.sides
}

// allOfficial reports whether all who attend act for a state or body.
func allOfficial(l *links, e *meetingMention) bool {
	return !slices.ContainsFunc(e.attendees, func(s attendee) bool { return l.Actor(s.actor).For == "" })
}

// generic reports whether somebody is a bare plural that nobody is known by.
func generic(l *links, s attendee) bool {
	a := l.Actor(s.actor)
	return !a.Anchored() && !strings.Contains(a.Name, " ")
}
