package service

import (
	"cmp"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// meetings tells the meetings that were held, begun, put off or refused, the central
// ones first, and those to come.
func (d *desk) meetings(entries []record.Entry) {
	d.accords(entries)
	var told []record.Entry
	for i := range entries {
		if e := &entries[i]; e.Meeting != nil && !e.OpinionOnly() {
			told = append(told, *e)
		}
	}
	all := gatherings(told)
	slices.SortStableFunc(all, func(a, b Gathering) int {
		return cmp.Or(cmp.Compare(central(&b), central(&a)), cmp.Compare(dayOf(b.Meeting), dayOf(a.Meeting)))
	})
	for i := range all {
		g := &all[i]
		m := g.Meeting.Meeting
		if !d.long && (!sided(g.Meeting) || g.Meeting.Sources < 2 && (m.Confidence < doubtful || m.Place == nil && m.Date == "")) {
			continue
		}
		line := meetingLine(g)
		if line.Outcome == "" && (m.Status == rapporteur.Held || m.Status == rapporteur.UnderWayMeeting) {
			line.Outcome = d.cameOf(g)
		}
		switch {
		case !d.news.has(g.Meeting):
			d.add(Background, line)
		case m.Status == rapporteur.PlannedMeeting || m.Status == rapporteur.Proposed:
			if d.ahead(m.Date, g.Meeting.Last) {
				if d.long || m.Date != "" || !heldSince(all, g) {
					d.add(Next, line)
				}
			} else if m.Date != "" {
				line.Overdue = true
				d.add(Met, line)
			}
		default:
			d.add(Met, line)
		}
	}
}

// heldSince reports whether a plan without a day has been carried out: reports from its
// last one on tell of a meeting of the same sides at its place.
func heldSince(all []Gathering, plan *Gathering) bool {
	p := plan.Meeting
	return slices.ContainsFunc(all, func(g Gathering) bool {
		e := g.Meeting
		if planned(e.Meeting.Status) || e.Last < p.Last || p.Meeting.Place == nil || e.Meeting.Place == nil || e.Meeting.Place.Name != p.Meeting.Place.Name {
			return false
		}
		shared, here := 0, sidesOf(e)
		for _, s := range sidesOf(p) {
			if slices.Contains(here, s) {
				shared++
			}
		}
		return shared > 1
	})
}

// central is how much a meeting is what the reports are about: how many tell of it and
// how often, who came, and whether day and place are known.
func central(g *Gathering) int {
	e := g.Meeting
	n := 3*e.Sources + min(len(e.Meeting.Evidence), 6) + 2*min(len(sidesOf(e)), 4) + len(g.Plans)
	if !planned(e.Meeting.Status) {
		n += 3
	}
	if e.Meeting.Place != nil {
		n += 2
	}
	if e.Meeting.Date != "" {
		n += 2
	}
	if e.Meeting.Outcome != "" || len(leftOut(e)) > 0 {
		n += 2
	}
	if begins(e, headLength) {
		n += 3
	}
	return n
}

// sided reports whether a meeting has two sides, or one and somebody who was kept away,
// of which one at least has a name.
func sided(e *record.Entry) bool {
	here, away, named := sidesOf(e), 0, false
	for i := range e.Meeting.Attendance {
		a := &e.Meeting.Attendance[i]
		named = named || e.IsNamed(a.Actor) || e.IsNamed(sideOf(a))
		if a.Presence.LeftOut() {
			away++
		}
	}
	return named && len(here)+away > 1
}

// meetingLine says when and where a meeting was, who came and who did not.
func meetingLine(g *Gathering) BriefLine {
	e, head := g.Meeting, headOf(g)
	line := lineOf(e)
	line.Entries = g.ids()
	line.When, line.Where, line.Kind, line.Status = head.Date, string(head.Place), head.Kind, head.Status
	line.What, line.Outcome = string(head.About), string(head.Outcome)
	if e.Meeting.ClaimedBy != "" {
		line.ClaimedBy = e.Called(string(e.Meeting.ClaimedBy))
	}
	line.Who, line.Left = whoCame(e), leftOut(e)
	return line
}

// whoCame names those who came or are to come, hosts and mediators marked. A state is
// not named beside the people who came for it, nor are those without a name beside
// those who have one.
func whoCame(e *record.Entry) []string {
	var named, all []string
	often := toldOften(e)
	for i := range e.Meeting.Attendance {
		a := &e.Meeting.Attendance[i]
		if a.Presence.LeftOut() || represented(e.Meeting, a) || often != nil && !often[sideOf(a)] {
			continue
		}
		who := a.Actor
		if !e.IsNamed(who) && a.For != "" && e.IsNamed(string(a.For)) {
			who = string(a.For) // "its representatives" are those of somebody
		}
		name := e.Called(who)
		if a.Role == rapporteur.Mediator || a.Role == rapporteur.Host || a.Role == rapporteur.Observer {
			name += " (" + string(a.Role) + ")"
		}
		if slices.Contains(all, name) {
			continue
		}
		all = append(all, name)
		if e.IsNamed(who) {
			named = append(named, name)
		}
	}
	switch {
	case len(named) > 1 || len(named) == len(all):
		return append([]string{}, named...)
	case len(named) == 1:
		return append(named, "others who are not named")
	}
	return all
}

// toldOften gives those who came by more than one of the reports of a meeting, where three
// or more tell of it and two at least are left so: whom one report alone has there was
// mostly near its words only. Nil for everybody.
func toldOften(e *record.Entry) map[string]bool {
	if len(e.Members) < 3 || e.IsCorrected() {
		return nil
	}
	reports, often := map[string]int{}, map[string]bool{}
	for i := range e.Members {
		if m := e.Members[i].Meeting; m != nil {
			sides := map[string]bool{}
			for k := range m.Attendance {
				if a := &m.Attendance[k]; !a.Presence.LeftOut() {
					sides[sideOf(a)] = true
				}
			}
			for side := range sides {
				reports[side]++
			}
		}
	}
	for id, n := range reports {
		if n > 1 {
			often[id] = true
		}
	}
	if len(often) < 2 {
		return nil
	}
	return often
}

// represented reports whether somebody else at a meeting acts for a side, so that the
// side need not be named beside them.
func represented(m *rapporteur.Meeting, side *rapporteur.Attendance) bool {
	if side.Actor != string(side.For) || side.Role == rapporteur.Mediator {
		return false
	}
	return slices.ContainsFunc(m.Attendance, func(a rapporteur.Attendance) bool {
		return a.For == side.For && a.Actor != side.Actor && !a.Presence.LeftOut()
	})
}

// actedFor reports whether a side missed a meeting as somebody did who acts for it, so
// that it need not be named beside them.
func actedFor(m *rapporteur.Meeting, side *rapporteur.Attendance) bool {
	return side.Actor == string(side.For) && slices.ContainsFunc(m.Attendance, func(a rapporteur.Attendance) bool {
		return a.For == side.For && a.Actor != side.Actor && a.Presence == side.Presence
	})
}

// leftOut names those who were not at a meeting, by the way in which they were not.
func leftOut(e *record.Entry) []Absence {
	var out []Absence
	for _, p := range []rapporteur.Presence{rapporteur.Excluded, rapporteur.Declined, rapporteur.Absent, rapporteur.WalkedOut} {
		var who []string
		for i := range e.Meeting.Attendance {
			a := &e.Meeting.Attendance[i]
			if name := e.Called(a.Actor); a.Presence == p && !actedFor(e.Meeting, a) && !slices.Contains(who, name) {
				who = append(who, name)
			}
		}
		if len(who) > 0 {
			out = append(out, Absence{p, who})
		}
	}
	return out
}

// cameOf is what sides of a meeting agreed by a report of it, empty for nothing.
func (d *desk) cameOf(g *Gathering) string {
	sides := sidesOf(g.Meeting)
	var told []*record.Entry
	for i := range g.Meeting.Members {
		told = append(told, d.agreed[g.Meeting.Members[i].Report]...)
	}
	slices.SortStableFunc(told, func(a, b *record.Entry) int { return cmp.Compare(d.place[a], d.place[b]) })
	for _, e := range told {
		if slices.ContainsFunc(e.Event.Actors, func(id string) bool { return !slices.Contains(sides, id) }) {
			continue
		}
		if found := d.objects.of(e); found.text != "" {
			return "agreed: " + found.text
		}
	}
	return ""
}

// accords finds the new deeds by which several agree, so that meetings find what came of
// them in their own reports.
func (d *desk) accords(entries []record.Entry) {
	d.agreed, d.place = map[string][]*record.Entry{}, map[*record.Entry]int{}
	for i := range entries {
		e := &entries[i]
		if e.Event == nil || !sureOf(e) || len(e.Event.Actors) < 2 || sectionOf(e.Event) != Agreed || !d.news.has(e) {
			continue
		}
		d.place[e] = i
		for k := range e.Members {
			report := e.Members[k].Report
			d.agreed[report] = append(d.agreed[report], e)
		}
	}
}
