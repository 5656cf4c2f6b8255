package service

import (
	"cmp"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// Gathering is one encounter with all the record's entries of it: the meeting as it
// stands, and the plans of which it came.
type Gathering struct {
	// Meeting is the entry that says how it stands.
	Meeting *record.Entry
	// Plans are entries that told of it before it was held.
	Plans []*record.Entry
}

// ids are those of the entries, the meeting's own first.
func (g *Gathering) ids() []string {
	out := []string{g.Meeting.ID}
	for _, p := range g.Plans {
		out = append(out, p.ID)
	}
	return out
}

// gatherings joins each plan with the meeting that it became: the nearest one in time
// that was held or has begun, of the same sides, at no other place and on no other day.
// A plan that became nothing stands alone. They come in the order of time.
func gatherings(meetings []record.Entry) []Gathering {
	var out []Gathering
	for i := range meetings {
		if e := &meetings[i]; e.Meeting != nil && !planned(e.Meeting.Status) {
			out = append(out, Gathering{Meeting: e})
		}
	}
	held := len(out)
	for i := range meetings {
		e := &meetings[i]
		if e.Meeting == nil || !planned(e.Meeting.Status) {
			continue
		}
		best, nearest := -1, 0
		for k := range out[:held] {
			if apart, ok := became(e, out[k].Meeting); ok && (best < 0 || apart < nearest) {
				best, nearest = k, apart
			}
		}
		if best >= 0 {
			out[best].Plans = append(out[best].Plans, e)
		} else {
			out = append(out, Gathering{Meeting: e})
		}
	}
	slices.SortStableFunc(out, func(a, b Gathering) int {
		return cmp.Or(cmp.Compare(dayOf(a.Meeting), dayOf(b.Meeting)), cmp.Compare(a.Meeting.ID, b.Meeting.ID))
	})
	return out
}

func planned(s rapporteur.Status) bool {
	return s == rapporteur.Proposed || s == rapporteur.PlannedMeeting || s == rapporteur.Postponed
}

// soon is the number of days after a report of a plan without a day within which a
// meeting may be the one that was planned.
const soon = 21

// became reports whether a plan may have become a meeting, and how many days lie between
// what is known of when they were.
func became(plan, meeting *record.Entry) (apart int, ok bool) {
	p, m := plan.Meeting, meeting.Meeting
	if m.Status != rapporteur.Held && m.Status != rapporteur.UnderWayMeeting || (p.Kind == "call") != (m.Kind == "call") {
		return 0, false
	}
	here := p.Place != nil && m.Place != nil && samePlace(p.Place, m.Place)
	if p.Place != nil && m.Place != nil && !here {
		return 0, false
	}
	sides := common(plan, meeting)
	if sharedReport(plan, meeting) {
		return 0, false // a report that tells of both keeps them apart
	}
	if sides == 0 || sides == 1 && !here || firstTold(plan) > firstTold(meeting) {
		return 0, false
	}
	from, to, dated := record.DaysOf(p.Date)
	on, end, known := record.DaysOf(m.Date)
	if !known {
		on, end, known = record.DaysOf(meeting.First)
		on -= 2 // what was held without a day was so shortly before it was told
	}
	switch {
	case !known:
		return 0, false
	case dated:
		apart = max(0, from-end, on-to)
		return apart, apart <= 1 || here && p.Status == rapporteur.Postponed && apart <= soon
	}
	first, _, known := record.DaysOf(plan.First)
	apart = max(0, on-first)
	return apart, known && end >= first && apart <= soon && (here || sides >= 2)
}

// firstTold is the day of the first report of an entry.
func firstTold(e *record.Entry) int {
	day, _, _ := record.DaysOf(e.First)
	return day
}

// samePlace reports whether two places may be one: the same name, or a state and a town
// in it.
func samePlace(a, b *rapporteur.Place) bool {
	if record.FoldPlace(a.Name) == record.FoldPlace(b.Name) {
		return true
	}
	return (a.State || b.State) && a.Country != "" && a.Country == b.Country
}

// common counts the sides that two meetings have in common.
func common(a, b *record.Entry) int {
	n := 0
	theirs := sidesOf(b)
	for _, side := range sidesOf(a) {
		if slices.Contains(theirs, side) {
			n++
		}
	}
	return n
}

// sidesOf are the sides of a meeting that came or are to come, each once.
func sidesOf(e *record.Entry) []string {
	var out []string
	for i := range e.Meeting.Attendance {
		if a := &e.Meeting.Attendance[i]; !a.Presence.LeftOut() && !slices.Contains(out, sideOf(a)) {
			out = append(out, sideOf(a))
		}
	}
	return out
}

// sideOf is the state or body that a seat is for, or the actor itself.
func sideOf(a *rapporteur.Attendance) string {
	if a.For != "" {
		return string(a.For)
	}
	return a.Actor
}

// dayOf is the day by which a meeting is put in order: its own, or that of its first
// report.
func dayOf(e *record.Entry) int {
	if from, to, ok := record.DaysOf(e.Meeting.Date); ok {
		return max(from, min(to, firstTold(e)))
	}
	return firstTold(e)
}

// sharedReport reports whether a report tells of both entries.
func sharedReport(a, b *record.Entry) bool {
	return slices.ContainsFunc(a.Members, func(m record.Member) bool {
		return slices.ContainsFunc(b.Members, func(o record.Member) bool { return o.Report == m.Report })
	})
}
