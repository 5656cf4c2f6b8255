package reading

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/learned"
	"rapporteur/frames/rules"
	"rapporteur/language"
)

// meetings writes meetings down.
func (r *reading) meetings(found, absent []frames.Frame) {
	all := joined(r, found, absent)
	if r.precedence[frames.Meeting] == RulesFirst {
		statuses(r, all)
	}
	for i := range all {
		lead := &all[i].lead
		dropRepresented(r.links, lead)
		settleStatus(r.links, lead)
		nameHost(r.links, lead)
		r.out.Meetings = append(r.out.Meetings, r.meeting(&all[i]))
	}
}

// joined joins the mentions that are one meeting. A meeting needs two sides, or one side
// and a place or a date, and something that says more than that people meet.
func joined(r *reading, found, absent []frames.Frame) []cluster {
	l := r.links
	presences := presencesIn(absent)
	var all []cluster
	for i := range found {
		e := mentionOf(r.links, &found[i], presences)
		if i := meetingOf(l, r.together, all, &e); i >= 0 {
			all[i].join(l, &e)
			continue
		}
		if e.rule == learned.Maker || substantial(l, &e) {
			all = append(all, cluster{mentions: []meetingMention{e}, lead: e})
		}
	}
	all = slices.DeleteFunc(all, func(g cluster) bool { return !substantial(l, &g.lead) })
	all = r.together.rejoin(l, all)
	reached := destinations(l, all)
	all = slices.DeleteFunc(all, func(g cluster) bool { return onTheWay(l, reached, &g) })
	return withAbsent(r.links, all, absent)
}

// meetingOf gives the meeting that a mention is of, -1 for a new one.
func meetingOf(l *links, score together, all []cluster, e *meetingMention) int {
	if e.rule == learned.Maker {
		return score.likeliest(l, all, e)
	}
	return findCluster(l, all, e)
}

// meeting writes a meeting down.
func (r *reading) meeting(g *cluster) rapporteur.Meeting {
	l, lead := r.links, &g.lead
	m := rapporteur.Meeting{Kind: lead.kind, Place: lead.place, Date: l.dateOf(lead), Status: lead.status, About: rapporteur.Text(lead.about), Outcome: rapporteur.Text(lead.outcome), History: history(r.doc, g), Attendance: []rapporteur.Attendance{}}
	if lead.claimedBy >= 0 {
		m.ClaimedBy = rapporteur.Text(l.Actor(lead.claimedBy).ID)
	}
	for _, s := range lead.attendees {
		m.Attendance = append(m.Attendance, attendance(r.links, lead, s))
	}
	evidence := []language.Range{lead.evidence}
	shown := map[language.Range]bool{lead.evidence: true}
	also := modelToo(r, lead)
	m.Basis = r.basis("meeting", lead.rule, r.meetingSurety(lead, also != ""), evidence, r.doc.Tokens[lead.trigger].Range)
	confirm(&m.Basis, also)
	m.Told = toldBy(r, lead.frame)
	words := len(strings.Fields(m.Evidence[0].Text))
	for i := range g.mentions { // the id rests on the first alone
		span := r.doc.Span(g.mentions[i].evidence)
		if n := len(strings.Fields(span.Text)); words+n <= most && !shown[g.mentions[i].evidence] {
			m.Evidence, words = append(m.Evidence, span), words+n
			shown[g.mentions[i].evidence] = true
		}
	}
	return m
}

// dateOf gives the date of a meeting. Where no words tell it, what a report says was, is or
// will be is supposed to be in the month of the report, unless it is told as what was
// before the rest.
func (l *links) dateOf(m *meetingMention) rapporteur.Date {
	const month = len("2006-01")
	current := m.status == rapporteur.Held || m.status == rapporteur.UnderWayMeeting || m.status == rapporteur.PlannedMeeting
	if m.date != "" || !current || m.past || len(l.published) < month {
		return m.date
	}
	return l.published[:month] + "?"
}

// meetingSurety is how far a meeting is to be trusted, by its rule, by whether all
// attendees are named, and by whether it has a day or a place; where the model reads
// meetings as well, by its rule and whether the model finds it too.
func (r *reading) meetingSurety(m *meetingMention, agreed bool) float64 {
	if m.rule == learned.Maker {
		return r.calibration.surety(m.frame, frames.Participant)
	}
	kind, trait := "meeting", r.links.naming(m)
	if r.precedence[frames.Meeting] == RulesFirst && m.rule != rules.WordOfLeaving { // that tells of who does not come
		kind, trait = "lone meeting", "any"
		if agreed {
			kind = "agreed meeting"
		}
		if r.seatedAt[m.trigger] {
			trait = "seated"
		}
	}
	if m.place == nil && m.date == "" {
		return r.confidences.of(kind, m.rule, trait+" bare")
	}
	return r.confidences.of(kind, m.rule, trait+" placed")
}

// naming is how those who sit at a meeting are told of: all by name, or not.
func (l *links) naming(m *meetingMention) string {
	for _, s := range m.attendees {
		if a := l.Actor(s.actor); !a.Known && a.Kind != rapporteur.Person {
			return "unnamed"
		}
	}
	return "named"
}

func attendance(l *links, m *meetingMention, s attendee) rapporteur.Attendance {
	who := l.Actor(s.actor)
	a := rapporteur.Attendance{Actor: who.ID, For: rapporteur.Text(who.For), Role: s.role, Presence: s.presence}
	if a.Presence == "" {
		a.Presence = rapporteur.Expected
		if slices.Contains([]rapporteur.Status{rapporteur.Held, rapporteur.UnderWayMeeting}, m.status) {
			a.Presence = rapporteur.Present
		}
	}
	if a.Presence.LeftOut() {
		a.Role = ""
	}
	evidence := s.evidence
	if evidence.Len() == 0 {
		evidence = m.evidence
	}
	a.Evidence = []rapporteur.Span{l.doc.Span(evidence)}
	return a
}
