package service

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// Within how many days two entries are of one meeting that was called off: of two that
// say so, of one that says it was held nevertheless at the same place, and of one by which
// somebody who was expected there did not come.
const (
	offTwice   = 3
	heldBeside = 3
	heldAlone  = 7
)

// isOff reports whether a meeting was called off or put off.
func isOff(s rapporteur.Status) bool {
	return s == rapporteur.Cancelled || s == rapporteur.Postponed
}

// foldOff puts together the encounters that are one meeting which was called off or put
// off: other words of that, its plans, and reports by which it was held. The one by which
// it stands last stays, the others become what is told of it besides.
func foldOff(all []Gathering) []Gathering {
	told := make([]occasion, len(all))
	for i := range all {
		told[i] = occasionOf(all[i].Meeting)
	}
	in := make([]int, len(all)) // the group of each, 0 for none
	groups := 0
	for i := range all {
		if in[i] != 0 || !isOff(told[i].Meeting.Status) {
			continue
		}
		groups++
		for _, k := range meetingOff(i, told, in) {
			in[k] = groups
		}
	}
	var out []Gathering
	for i := range all {
		if in[i] == 0 {
			out = append(out, all[i])
		}
	}
	for g := 1; g <= groups; g++ {
		var some []Gathering
		for i := range all {
			if in[i] == g {
				some = append(some, all[i])
			}
		}
		out = append(out, asItStands(some))
	}
	return out
}

// meetingOff gives the entries of the meeting that one of them says was called off, none
// of which is in a group yet: those that it is one with, those that they are one with if
// they too say that it is off, and so on, while all may have been at one place.
func meetingOff(first int, told []occasion, in []int) []int {
	some := []int{first}
	for at := 0; at < len(some); at++ {
		if !isOff(told[some[at]].Meeting.Status) {
			continue
		}
		for k := range told {
			if in[k] == 0 && !slices.Contains(some, k) && told[some[at]].wasOff(&told[k]) &&
				!slices.ContainsFunc(some, func(o int) bool { return told[o].elsewhere(&told[k]) }) {
				some = append(some, k)
			}
		}
	}
	return some
}

// elsewhere reports whether two meetings were at two places.
func (o *occasion) elsewhere(other *occasion) bool {
	return o.Meeting.Place != nil && other.Meeting.Place != nil && !o.at(other)
}

// wasOff reports whether another entry tells of the meeting that one says was called off.
func (o *occasion) wasOff(other *occasion) bool {
	a, b := o.Meeting, other.Meeting
	here := a.Place != nil && b.Place != nil && o.at(other)
	both := common(partiesOf(o.Entry), partiesOf(other.Entry))
	if (a.Kind == "call") != (b.Kind == "call") || o.elsewhere(other) || both == 0 || both == 1 && !here {
		return false
	}
	dated := o.dated && other.dated
	apart := max(o.first, other.first) - min(o.first, other.first)
	if dated {
		apart = max(0, other.from-o.to, o.from-other.to)
	}
	switch {
	case isOff(b.Status):
		return apart <= offTwice || !dated && apart <= heldAlone
	case planned(b.Status):
		last, _, _ := record.DaysOf(o.Last)
		return other.first <= last && (apart <= 1 || !dated && apart <= soon)
	case b.Status != rapporteur.Held && b.Status != rapporteur.UnderWayMeeting:
		return false
	case dated && apart == 0 && other.to-other.from <= heldBeside:
		return true
	}
	return here && both > 1 && (apart <= heldBeside || apart <= heldAlone && (!dated || other.missed()))
}

// missed reports whether somebody did not come to a meeting.
func (o *occasion) missed() bool {
	return slices.ContainsFunc(o.Meeting.Attendance, func(a rapporteur.Attendance) bool { return a.Presence.LeftOut() })
}

// partiesOf are the sides of a meeting, those included that did not come, without persons
// whom no table knows and who speak for nobody.
func partiesOf(e *record.Entry) []string {
	var out []string
	for i := range e.Meeting.Attendance {
		side := sideOf(&e.Meeting.Attendance[i])
		if !strings.HasPrefix(side, "~") && !slices.Contains(out, side) {
			out = append(out, side)
		}
	}
	return out
}

// asItStands makes one encounter of several: held where that was told later than that it
// was off, or by more, else off, by the entry that knows most.
func asItStands(some []Gathering) Gathering {
	var off, held []int
	offSources, heldSources := 0, 0
	var offLast, heldFirst rapporteur.Date
	for i := range some {
		switch e := some[i].Meeting; {
		case isOff(e.Meeting.Status):
			off, offSources, offLast = append(off, i), offSources+e.Sources, max(offLast, e.Last)
		case !planned(e.Meeting.Status):
			held, heldSources = append(held, i), heldSources+e.Sources
			if heldFirst == "" || e.First < heldFirst {
				heldFirst = e.First
			}
		}
	}
	stands := off
	if len(held) > 0 && (heldFirst > offLast || heldSources > offSources) {
		stands = held
	}
	best := slices.MaxFunc(stands, func(a, b int) int { return knowsMore(some[a].Meeting, some[b].Meeting) })
	out := some[best]
	for i := range some {
		if i != best {
			out.Plans = append(append(out.Plans, some[i].Meeting), some[i].Plans...)
		}
	}
	return out
}

// knowsMore compares two entries of one meeting by what they rest on and what they tell.
func knowsMore(a, b *record.Entry) int {
	own, day, place := func(e *record.Entry) int { return truth(e.Meeting.ClaimedBy == "") }, func(e *record.Entry) int { return truth(e.Meeting.Date != "") },
		func(e *record.Entry) int { return truth(e.Meeting.Place != nil) }
	return cmp.Or(cmp.Compare(own(a), own(b)), cmp.Compare(a.Sources, b.Sources), cmp.Compare(day(a)+place(a), day(b)+place(b)),
		cmp.Compare(a.Meeting.Confidence, b.Meeting.Confidence), cmp.Compare(b.ID, a.ID))
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
