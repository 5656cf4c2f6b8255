package reading

import (
	"strings"

	"rapporteur"
	"rapporteur/entities"
	"rapporteur/frames/rules"
)

// settleSides finds whom actors act for of whom linking does not know it: the state or
// body that words before them name ("Palestinian Authority's foreign ministry", "the
// Kostrel central bank"), and for organs and officials of a state whose state is not
// named the one that the report is about, if it is about one.
func (l *links) settleSides() {
	l.side = make([]string, l.Actors())
	subject := l.subject()
	byID := map[string]int{}
	for i := range l.Actors() {
		byID[l.Links.Actor(i).ID] = i
	}
	ofState := func(id string) bool {
		i, ok := byID[id]
		return ok && l.Links.Actor(i).Kind == rapporteur.State
	}
	for k := range l.Mentions() {
		m := l.Links.Mention(k)
		if m.Actor < 0 || m.Form == entities.ByPronoun || l.side[m.Actor] != "" {
			continue
		}
		a := l.Links.Actor(m.Actor)
		switch state, body := l.namedBefore(&m); {
		case a.Kind == rapporteur.State:
		case a.Known != nil:
			if a.State != "" && l.base.Is(strings.ToLower(a.ID), "state outlet") {
				l.side[m.Actor] = string(a.State)
			}
		case state != "" && (a.For == "" || ofState(a.For)) && l.serves(&a, &m):
			l.side[m.Actor] = state // the Kostrel speaker of what is a house of Veldria's parliament as well
		case a.For != "":
		case a.State != "" && (a.Kind != rapporteur.Unnamed || l.serves(&a, &m)):
			l.side[m.Actor] = string(a.State) // a tourist or a singer of a land speaks for nobody
		case body != "":
			l.side[m.Actor] = body
		case subject != "" && l.official(&a, &m):
			l.side[m.Actor] = subject
		}
	}
}

// namedBefore gives the state and the body that words of a mention's phrase name: its
// adjectives, what it is compounded with, and whose it is.
func (l *links) namedBefore(m *entities.Mention) (state, body string) {
	for _, i := range rules.Modifiers(l.doc, m.Head) {
		at := l.MentionAt(i)
		if at < 0 {
			continue
		}
		o := l.Links.Mention(at)
		if o.Head != i || o.Actor == m.Actor {
			continue
		}
		if o.Actor < 0 {
			if o.Place != nil && state == "" {
				state = string(o.Place.Country)
			}
			continue
		}
		switch a := l.Links.Actor(o.Actor); {
		case a.Kind == rapporteur.State:
			state = a.ID
		case a.Kind != rapporteur.Organisation:
		case a.State != "":
			body = string(a.State)
		case a.Known != nil && a.Known.Sector == "international":
			body = a.ID
		}
	}
	return state, body
}

// serves reports whether somebody is an organ, or people who act for the state that is
// named with them: a ministry, soldiers, a minister; no singer and no fisherman.
func (l *links) serves(a *entities.Actor, m *entities.Mention) bool {
	return a.Kind == rapporteur.Organisation || l.inOffice(a) ||
		m.Form == entities.ByDescription && (l.is(m, "official group") || l.is(m, "state organ"))
}

// official reports whether somebody is an organ or an official of a state that need
// not be named.
func (l *links) official(a *entities.Actor, m *entities.Mention) bool {
	return l.inOffice(a) || m.Form == entities.ByDescription && !a.Plural && l.is(m, "state organ")
}

func (l *links) is(m *entities.Mention, class string) bool {
	return l.base.Is(l.doc.Tokens[m.Head].Lemma, class)
}

// inOffice reports whether somebody has an office of a state.
func (l *links) inOffice(a *entities.Actor) bool {
	for _, r := range a.Roles {
		if r.Sector == "government" || r.Sector == "military" || r.Sector == "legislature" || r.Sector == "judiciary" {
			return true
		}
	}
	return false
}

// A report is about a state that has this part of at least so many mentions of states
// and of those who act for them.
const (
	subjectShare    = 0.6
	subjectMentions = 4
)

// subject gives the state that a report is about, empty for several.
func (l *links) subject() string {
	count, all := map[string]int{}, 0
	for k := range l.Mentions() {
		m := l.Links.Mention(k)
		if m.Actor < 0 {
			continue
		}
		a := l.Links.Actor(m.Actor)
		switch {
		case a.Kind == rapporteur.State:
			count[a.ID]++
		case a.For != "" && string(a.State) == a.For:
			count[a.For]++
		default:
			continue
		}
		all++
	}
	for state, n := range count {
		if n >= subjectMentions && float64(n) >= subjectShare*float64(all) {
			return state
		}
	}
	return ""
}
