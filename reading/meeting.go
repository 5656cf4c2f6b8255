package reading

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/language"
)

// meetings joins the encounters that are one meeting and writes them down. A
// meeting needs two sides, or one side and a place or a date, and something
// that says more than that people meet.
func (r *reading) meetings() {
	var all []gathering
	for _, e := range r.encounters() {
		if i := r.find(all, &e); i >= 0 {
			all[i].join(r, &e)
			continue
		}
		if r.substantial(&e) {
			all = append(all, gathering{encounters: []encounter{e}, lead: e})
		}
	}
	told := slices.Clone(all)
	all = slices.DeleteFunc(all, func(g gathering) bool { return r.onTheWay(told, &g) })
	r.uninvite(all)
	for i := range all {
		r.unseat(&all[i].lead)
		r.settleMeeting(&all[i].lead)
		r.seatHost(&all[i].lead)
		r.out.Meetings = append(r.out.Meetings, r.meeting(&all[i]))
	}
}

// settleMeeting brings status and date together: what lies behind the report's day
// is still to come.
func (r *reading) settleMeeting(m *encounter) {
	published := r.doc.Report.Published
	n := min(len(m.date), len(published))
	if n < len("2006-01") || m.date[:n] <= published[:n] {
		return
	}
	if m.status == rapporteur.Held || m.status == rapporteur.UnderWayMeeting {
		m.status = rapporteur.PlannedMeeting
	}
}

// seatHost makes those at home the hosts where others have come to them.
func (r *reading) seatHost(m *encounter) {
	if m.place == nil || m.place.Country == "" || m.kind == "call" || len(r.sides(m)) < 2 {
		return
	}
	for i := range m.seats {
		if s := &m.seats[i]; s.role == rapporteur.Host && s.presence == "" {
			return
		}
	}
	for i := range m.seats {
		if s := &m.seats[i]; s.presence == "" && s.role == rapporteur.Participant && r.side(s.actor) == string(m.place.Country) {
			s.role = rapporteur.Host
		}
	}
}

// gathering is a meeting while its mentions are being joined.
type gathering struct {
	encounters []encounter
	// lead is what is known of it so far.
	lead encounter
}

// join takes in a further mention.
func (g *gathering) join(r *reading, e *encounter) {
	g.encounters = append(g.encounters, *e)
	lead := &g.lead
	for _, s := range e.seats {
		s.evidence = e.evidence
		g.seat(r, s)
	}
	if lead.place == nil || e.place != nil && finer(e.place, lead.place) {
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
	if lead.status == "" || lead.claimedBy >= 0 && e.claimedBy < 0 && e.status != "" || lead.overtaken(e) {
		if overrides(e.status) && e.date != "" {
			lead.date = e.date // put off to another day
		}
		lead.status = e.status
	}
	if e.claimedBy < 0 {
		lead.claimedBy = -1
	}
}

// seat adds a seat unless the actor, or a person of the same side, has it.
func (g *gathering) seat(r *reading, s seat) {
	for k := range g.lead.seats {
		have := &g.lead.seats[k]
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
	if s.presence == "" && r.cast.Actors[s.actor].Kind != rapporteur.Person && g.sides(r)[r.side(s.actor)] {
		return
	}
	g.lead.seats = append(g.lead.seats, s)
}

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
func (e *encounter) overtaken(later *encounter) bool {
	if overrides(e.status) { // put off, and later in the text until when
		return overrides(later.status) && later.date != "" && !later.past
	}
	if e.status != rapporteur.PlannedMeeting && e.status != rapporteur.Proposed {
		return false
	}
	return overrides(later.status) && !later.past || later.status == rapporteur.Held && later.rule == verbOfMeeting && e.trigger < headWords
}

// overrides are statuses that end what was planned before.
func overrides(s rapporteur.Status) bool {
	return s == rapporteur.Cancelled || s == rapporteur.Postponed
}

// side gives whom an actor counts for at a meeting.
func (r *reading) side(actor int) string {
	if f := r.cast.Actors[actor].For; f != "" {
		return f
	}
	return r.cast.Actors[actor].ID
}

// sides are the sides that take part.
func (g *gathering) sides(r *reading) map[string]bool { return r.sides(&g.lead) }

func (r *reading) sides(e *encounter) map[string]bool {
	out := map[string]bool{}
	for _, s := range e.seats {
		if !s.presence.LeftOut() || s.presence == "" {
			out[r.side(s.actor)] = true
		}
	}
	return out
}

// substantial reports whether an encounter says enough to stand alone.
func (r *reading) substantial(e *encounter) bool {
	if e.status == "" || slices.ContainsFunc(e.seats, func(s seat) bool { return r.press(s.actor) }) {
		return false
	}
	n := len(r.sides(e))
	if slices.ContainsFunc(e.seats, r.generic) && e.place == nil && e.date == "" && e.status != rapporteur.Held && !e.leavesOut() {
		return false // no talks with terrorists
	}
	if e.kind == "visit" && n == 1 && e.place != nil && e.place.Country != "" && !r.sides(e)[string(e.place.Country)] && r.allOffice(e) {
		return true
	}
	return n >= 2 || n == 1 && e.place != nil && (r.collective(e) || e.date != "" && e.kind != "visit" && len(e.seats) > 1)
}

// collective reports whether a side is many: "European leaders".
func (r *reading) collective(e *encounter) bool {
	for _, s := range e.seats {
		a := r.cast.Actors[s.actor]
		if r.generic(s) {
			continue // ministers of nobody in particular
		}
		if a.Kind == rapporteur.Collective || a.Plural || a.Kind == rapporteur.Organisation && a.State == "" {
			return true
		}
	}
	return false
}

// find gives the meeting that an encounter is another mention of, the latest
// that fits, -1 for none.
func (r *reading) find(all []gathering, e *encounter) int {
	for i := len(all) - 1; i >= 0; i-- {
		if r.sameMeeting(&all[i].lead, e) {
			return i
		}
	}
	return -1
}

// sameMeeting tells whether an encounter is a meeting told before: nothing of the two
// contradicts, and the sides they share, their place or their date hold them
// together.
func (r *reading) sameMeeting(m, e *encounter) bool {
	if m.date != "" && e.date != "" && !compatible(m.date, e.date) && !overrides(e.status) {
		return false
	}
	if m.place != nil && e.place != nil && !samePlace(m.place, e.place) {
		return false
	}
	if (m.kind == "call") != (e.kind == "call") {
		return false
	}
	if e.fresh && !m.fresh || r.otherTime(m, e) || anotherJourney(m, e) || beside(m, e) {
		return false
	}
	a, b := r.sides(m), r.sides(e)
	shared := 0
	for s := range b {
		if a[s] {
			shared++
		}
	}
	placed := m.place != nil && e.place != nil || r.hosts(m, e)
	switch {
	case r.otherPeople(m, e):
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
	if e.kind == "summit" && len(a) == 2 && len(b) == 1 && r.collective(e) {
		return false // on the sidelines of a body's summit
	}
	return placed && (e.definite || m.date != "" && e.date == m.date)
}

// hosts reports whether the encounter's host is at home at the meeting's
// place.
func (r *reading) hosts(m, e *encounter) bool {
	if m.place == nil {
		return false
	}
	for _, s := range e.seats {
		if s.role == rapporteur.Host && r.side(s.actor) == string(m.place.Country) {
			return true
		}
	}
	return false
}

// otherTime reports whether one meeting has been held, on a day that is known
// and past, while the other is still to come.
func (r *reading) otherTime(m, e *encounter) bool {
	past := func(x *encounter) bool {
		return x.status == rapporteur.Held && x.date != "" && string(x.date) < string(r.doc.Report.Published)
	}
	ahead := func(x *encounter) bool {
		return x.status == rapporteur.PlannedMeeting || x.status == rapporteur.Proposed
	}
	if m.status == rapporteur.Held && ahead(e) && e.rule == verbOfMeeting && (m.date != "" || e.date == "") {
		return true
	}
	if vague := r.vaguelyPast(e.date); m.date == "" && vague || e.date == "" && !e.definite && r.vaguelyPast(m.date) {
		return true
	}
	return past(m) && ahead(e) && !e.definite || ahead(m) && past(e) && m.date == ""
}

// vaguelyPast reports whether a date is a month, a season or a year before the
// report's: a meeting without a date is news, and another.
func (r *reading) vaguelyPast(d rapporteur.Date) bool {
	published := string(r.doc.Report.Published)
	return d != "" && len(d) < len("2006-01-02") && string(d) < published && !strings.HasPrefix(published, string(d))
}

// otherPeople reports whether both name persons for one side, and no one of them
// is the same.
func (r *reading) otherPeople(m, e *encounter) bool {
	for _, s := range e.seats {
		if !r.personThere(s) {
			continue
		}
		rival := false
		for _, o := range m.seats {
			rival = rival || r.personThere(o) && r.side(o.actor) == r.side(s.actor)
		}
		if rival && !r.sharePerson(m, e, r.side(s.actor)) {
			return true
		}
	}
	return false
}

func (r *reading) personThere(s seat) bool {
	return r.cast.Actors[s.actor].Kind == rapporteur.Person && s.presence == ""
}

// sharePerson reports whether somebody of a side sits in both.
func (r *reading) sharePerson(m, e *encounter, side string) bool {
	for _, s := range e.seats {
		if r.personThere(s) && r.side(s.actor) == side && slices.ContainsFunc(m.seats, func(o seat) bool { return o.actor == s.actor }) {
			return true
		}
	}
	return false
}

// unseat takes a state's seat away where somebody sits there for it.
func (r *reading) unseat(m *encounter) {
	manned := map[string]bool{}
	for _, s := range m.seats {
		if r.personThere(s) && r.anchored(s.actor) {
			manned[r.side(s.actor)] = true
		}
	}
	m.seats = slices.DeleteFunc(m.seats, func(s seat) bool {
		a := &r.cast.Actors[s.actor]
		return s.presence == "" && a.Kind == rapporteur.State && manned[a.ID]
	})
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

// meeting writes a meeting down.
func (r *reading) meeting(g *gathering) rapporteur.Meeting {
	lead := &g.lead
	m := rapporteur.Meeting{Kind: lead.kind, Place: lead.place, Date: lead.date, Status: lead.status, About: rapporteur.Text(lead.about), Outcome: rapporteur.Text(lead.outcome), History: r.history(g), Attendance: []rapporteur.Attendance{}}
	if lead.claimedBy >= 0 {
		m.ClaimedBy = rapporteur.Text(r.cast.Actors[lead.claimedBy].ID)
	}
	for _, s := range lead.seats {
		m.Attendance = append(m.Attendance, r.attendance(lead, s))
	}
	evidence := []language.Range{lead.evidence}
	m.Basis = r.basis("meeting", lead.rule, r.meetingSurety(lead), evidence, r.doc.Tokens[lead.trigger].Range)
	for i := range g.encounters {
		if span := r.doc.Span(g.encounters[i].evidence); !slices.Contains(m.Evidence, span) {
			m.Evidence = append(m.Evidence, span) // the id rests on the first alone
		}
	}
	return m
}

// meetingSurety is how far a meeting is to be trusted, by its rule, by whether
// all who sit there are named, and by whether it has a day or a place.
func (r *reading) meetingSurety(m *encounter) float64 {
	trait := "named"
	for _, s := range m.seats {
		a := &r.cast.Actors[s.actor]
		if a.Known == nil && a.Kind != rapporteur.Person {
			trait = "unnamed"
		}
	}
	if m.place == nil && m.date == "" {
		return r.tables.confidences.of("meeting", m.rule, trait+" bare")
	}
	return r.tables.confidences.of("meeting", m.rule, trait+" placed")
}

func (r *reading) attendance(m *encounter, s seat) rapporteur.Attendance {
	a := rapporteur.Attendance{Actor: r.cast.Actors[s.actor].ID, For: rapporteur.Text(r.cast.Actors[s.actor].For), Role: s.role, Presence: s.presence}
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
	a.Evidence = []rapporteur.Span{r.doc.Span(evidence)}
	return a
}
