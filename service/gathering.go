package service

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// Gathering is one encounter with all the record's entries of it: the meeting as it
// stands, and the plans of which it came.
type Gathering struct {
	// Meeting is the entry that says how it stands.
	Meeting *record.Entry
	// Plans are entries that told of it before it was held, and of one that was called off
	// what else is told of it.
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
// A plan that became nothing stands alone. A meeting that was called off is one, with its
// plans, and does not stand beside a report by which it was held. They come in the order of time.
func gatherings(meetings []record.Entry) []Gathering {
	var out []Gathering
	var held []occasion
	for i := range meetings {
		if e := &meetings[i]; e.Meeting != nil && !planned(e.Meeting.Status) {
			out, held = append(out, Gathering{Meeting: e}), append(held, occasionOf(e))
		}
	}
	for i := range meetings {
		e := &meetings[i]
		if e.Meeting == nil || !planned(e.Meeting.Status) {
			continue
		}
		plan := occasionOf(e)
		best, nearest := -1, 0
		for k := range held {
			if apart, ok := became(&plan, &held[k]); ok && (best < 0 || apart < nearest) {
				best, nearest = k, apart
			}
		}
		if best >= 0 {
			out[best].Plans = append(out[best].Plans, e)
		} else {
			out = append(out, Gathering{Meeting: e})
		}
	}
	out = foldOff(out)
	slices.SortStableFunc(out, func(a, b Gathering) int {
		return cmp.Or(cmp.Compare(dayOf(a.Meeting), dayOf(b.Meeting)), cmp.Compare(a.Meeting.ID, b.Meeting.ID))
	})
	return out
}

// occasion is a meeting with what every plan or meeting beside it is compared by.
type occasion struct {
	*record.Entry
	sides []string
	// place is a name in the form in which it is found, empty where it is not known.
	place string
	// from and to are its days, if dated; first is the day of its first report.
	from, to int
	dated    bool
	first    int
}

func occasionOf(e *record.Entry) occasion {
	o := occasion{Entry: e, sides: sidesOf(e), first: firstTold(e)}
	o.from, o.to, o.dated = record.DaysOf(e.Meeting.Date)
	if e.Meeting.Place != nil {
		town, _, _ := strings.Cut(e.Meeting.Place.Name, ",") // "Bergen, Norway" is Bergen
		o.place = record.FoldPlace(strings.TrimSpace(town))
	}
	return o
}

func planned(s rapporteur.Status) bool {
	return s == rapporteur.Proposed || s == rapporteur.PlannedMeeting || s == rapporteur.Postponed
}

// soon is the number of days after a report of a plan without a day within which a
// meeting may be the one that was planned.
const soon = 21

// became reports whether a plan may have become a meeting, and how many days lie between
// what is known of when they were.
func became(plan, meeting *occasion) (apart int, ok bool) {
	p, m := plan.Meeting, meeting.Meeting
	if m.Status != rapporteur.Held && m.Status != rapporteur.UnderWayMeeting || (p.Kind == "call") != (m.Kind == "call") || plan.first > meeting.first {
		return 0, false
	}
	apart, known := daysBetween(plan, meeting)
	if !known || apart > soon {
		return 0, false
	}
	here := p.Place != nil && m.Place != nil && plan.at(meeting)
	if p.Place != nil && m.Place != nil && !here {
		return 0, false
	}
	sides := common(plan.sides, meeting.sides)
	if sides == 0 || sides == 1 && !here || sharedReport(plan.Entry, meeting.Entry) {
		return 0, false // a report that tells of both keeps them apart
	}
	if plan.dated {
		return apart, apart <= 1 || here && (p.Status == rapporteur.Postponed || !meeting.dated && meeting.first >= plan.from)
	}
	return apart, here || sides >= 2
}

// daysBetween gives how many days lie between a plan, or where it has no day its first
// report, and a meeting that was not before that.
func daysBetween(plan, meeting *occasion) (apart int, known bool) {
	on, end := meeting.from, meeting.to
	if !meeting.dated {
		if on, end, known = record.DaysOf(meeting.First); !known {
			return 0, false
		}
		on -= 2 // what was held without a day was so shortly before it was told
	}
	if plan.dated {
		return max(0, plan.from-end, on-plan.to), true
	}
	first, _, known := record.DaysOf(plan.First)
	return max(0, on-first), known && end >= first
}

// firstTold is the day of the first report of an entry.
func firstTold(e *record.Entry) int {
	day, _, _ := record.DaysOf(e.First)
	return day
}

// at reports whether two places may be one: the same name, or a state and a town in it.
func (o *occasion) at(other *occasion) bool {
	a, b := o.Meeting.Place, other.Meeting.Place
	return o.place == other.place || (a.State || b.State) && a.Country != "" && a.Country == b.Country
}

// common counts the sides that two meetings have in common.
func common(a, b []string) int {
	n := 0
	for _, side := range a {
		if slices.Contains(b, side) {
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
