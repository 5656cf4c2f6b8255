package reading

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/frames/learned"
	"rapporteur/frames/rules"
)

// cluster is a meeting while its mentions are being joined.
type cluster struct {
	mentions []meetingMention
	// lead is what is known of it so far.
	lead meetingMention
}

// join takes in a further mention.
func (g *cluster) join(l *links, e *meetingMention) {
	g.mentions = append(g.mentions, *e)
	lead := &g.lead
	for _, s := range e.attendees {
		s.evidence = e.evidence
		g.attend(l, s)
	}
	if lead.place == nil || e.place != nil && rules.Finer(e.place, lead.place) {
		lead.place = e.place
	}
	if lead.date == "" || len(e.date) == 10 && strings.HasPrefix(string(e.date), string(lead.date)) {
		lead.date = cmpDate(e.date, lead.date)
	}
	if lead.about == "" {
		lead.about = e.about
	}
	if lead.outcome == "" {
		lead.outcome = e.outcome
	}
	attested := lead.claimedBy >= 0 && e.claimedBy < 0 && e.status != "" && len(sidesOf(l, e)) > 0
	if lead.status == "" || attested || lead.overtaken(e) {
		if overrides(e.status) && e.date != "" {
			lead.date = e.date // put off to another day
		}
		lead.status = e.status
	}
	if e.claimedBy < 0 {
		lead.claimedBy = -1
	}
}

// attend adds somebody unless the actor, or a person of the same side, has it.
func (g *cluster) attend(l *links, s attendee) {
	defer func() { g.lead.sides = nil }() // they are others now
	for k := range g.lead.attendees {
		have := &g.lead.attendees[k]
		if have.actor == s.actor {
			if s.presence != "" && have.presence != rapporteur.Excluded && (s.presence != rapporteur.Absent || have.role == "") {
				// who is shut out is also absent, and who takes part is not
				have.presence = s.presence
			}
			if s.role == rapporteur.Host {
				have.role = s.role
			}
			return
		}
	}
	if s.presence == "" && l.Actor(s.actor).Kind != rapporteur.Person && g.sides(l)[l.Actor(s.actor).Side()] {
		return
	}
	g.lead.attendees = append(g.lead.attendees, s)
}

// sidesOf are the sides that take part.
func (g *cluster) sides(l *links) map[string]bool { return sidesOf(l, &g.lead) }

func cmpDate(a, b rapporteur.Date) rapporteur.Date {
	if a == "" {
		return b
	}
	return a
}

// headWords is how many words of a report its headline and first sentence have.
const headWords = 40

// overtaken reports whether a further mention tells a later state of a plan:
// that it has come to nothing, or, where a headline told the plan, that people
// did meet.
func (e *meetingMention) overtaken(later *meetingMention) bool {
	if overrides(e.status) { // put off, and later in the text until when
		return overrides(later.status) && later.date != "" && !later.past
	}
	if e.status != rapporteur.PlannedMeeting && e.status != rapporteur.Proposed {
		return false
	}
	return overrides(later.status) && !later.past || later.status == rapporteur.Held && later.rule == rules.VerbOfMeeting && e.trigger < headWords
}

// overrides are statuses that end what was planned before.
func overrides(s rapporteur.Status) bool {
	return s == rapporteur.Cancelled || s == rapporteur.Postponed
}

// settleStatus brings status and date together: what lies behind the report's day
// is still to come, and what lies before it is over.
func settleStatus(l *links, m *meetingMention) {
	published := l.published
	if m.status == rapporteur.UnderWayMeeting && over(m.date, published) {
		m.status = rapporteur.Held
	}
	n := min(len(m.date), len(published))
	if n < len("2006-01") || m.date[:n] <= published[:n] {
		return
	}
	if m.status == rapporteur.Held || m.status == rapporteur.UnderWayMeeting {
		m.status = rapporteur.PlannedMeeting
	}
}

// over reports whether the last day of a date lies before a report's.
func over(d, published rapporteur.Date) bool {
	_, last, span := strings.Cut(string(d), "/")
	if !span {
		last = string(d)
	}
	n := min(len(last), len(published))
	return n >= len("2006") && last[:n] < string(published[:n])
}

// nameHost makes those at home the hosts where others have come to them.
func nameHost(l *links, m *meetingMention) {
	if m.place == nil || m.place.Country == "" || m.kind == "call" || len(sidesOf(l, m)) < 2 {
		return
	}
	for i := range m.attendees {
		if s := &m.attendees[i]; s.role == rapporteur.Host && s.presence == "" {
			return
		}
	}
	for i := range m.attendees {
		if s := &m.attendees[i]; s.presence == "" && s.role == rapporteur.Participant && l.Actor(s.actor).Side() == string(m.place.Country) {
			s.role = rapporteur.Host
		}
	}
}

// dropRepresented drops a state where a person attends for it.
func dropRepresented(l *links, m *meetingMention) {
	manned := map[string]bool{}
	for _, s := range m.attendees {
		if isPerson(l, s) && l.Actor(s.actor).Anchored() {
			manned[l.Actor(s.actor).Side()] = true
		}
	}
	m.sides = nil
	m.attendees = slices.DeleteFunc(m.attendees, func(s attendee) bool {
		a := l.Actor(s.actor)
		return s.presence == "" && a.Kind == rapporteur.State && manned[a.ID]
	})
}

// remembered is how many meetings a mention looks back over: far more than a report
// tells of, so that a list of thousands is not compared each with each.
const remembered = 200

// crowded is how many attendees a meeting has that no further mention is joined to:
// more than the longest list of who takes part.
const crowded = 250

// compared is how many mentions of a meeting a further one is compared with, the
// latest.
const compared = 8

// likeliest gives the meeting that a mention is most likely another mention of, -1
// where none is more likely than not: on the average of its mentions.
func (t together) likeliest(l *links, all []cluster, e *meetingMention) int {
	best, highest := -1, 0.0
	for i := max(0, len(all)-remembered); i < len(all); i++ {
		told := all[i].mentions[max(0, len(all[i].mentions)-compared):]
		sum := 0.0
		for k := range told {
			sum += t.logit(l, &told[k], e)
		}
		if mean := sum / float64(len(told)); mean > highest {
			best, highest = i, mean
		}
	}
	return best
}

// findCluster gives the meeting that a mention is another mention of, the latest
// that fits, -1 for none.
func findCluster(l *links, all []cluster, e *meetingMention) int {
	for i := len(all) - 1; i >= max(0, len(all)-remembered); i-- {
		if len(all[i].lead.attendees) < crowded && sameMeeting(l, &all[i].lead, e) {
			return i
		}
	}
	return -1
}

// substantial reports whether a mention says enough to stand alone.
func substantial(l *links, e *meetingMention) bool {
	if e.status == "" || slices.ContainsFunc(e.attendees, func(s attendee) bool { return l.press(s.actor) }) {
		return false
	}
	n := len(sidesOf(l, e))
	if slices.ContainsFunc(e.attendees, func(s attendee) bool { return generic(l, s) }) && e.place == nil && e.date == "" && e.status != rapporteur.Held && !e.leavesOut() {
		return false // no talks with terrorists
	}
	if len(e.attendees) == 1 && (e.kind == "call" || e.kind == "visit" && e.place != nil && sidesOf(l, e)[string(e.place.Country)]) && !e.leavesOut() {
		return false // nobody is called, or someone is at home
	}
	if e.rule == learned.Maker {
		return n >= 2 || len(e.attendees) > 0 && (e.place != nil || e.date != "") && !slices.ContainsFunc(e.attendees, func(s attendee) bool { return !l.Actor(s.actor).Identified() })
	}
	if e.kind == "visit" && n == 1 && e.place != nil && e.place.Country != "" && !sidesOf(l, e)[string(e.place.Country)] && allOfficial(l, e) {
		return true
	}
	return n >= 2 || n == 1 && e.place != nil && (hasCollective(l, e) || e.date != "" && e.kind != "visit" && len(e.attendees) > 1)
}

// leavesOut reports whether somebody is said to be left out.
func (e *meetingMention) leavesOut() bool {
	return slices.ContainsFunc(e.attendees, func(s attendee) bool { return s.presence.LeftOut() && s.presence != "" })
}
