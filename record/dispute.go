package record

import (
	"slices"

	"rapporteur"
)

// meetingDisputes lists what reports of one meeting disagree on: those that tell
// of it as past, and those that tell of one plan. The day is that of the meeting. One
// report is not at odds with itself.
func meetingDisputes(pieces, current []*piece, on rapporteur.Date) []Dispute {
	if len(pieces) < 2 {
		return nil
	}
	var out []Dispute
	for _, past := range []bool{true, false} {
		class := slices.DeleteFunc(slices.Clone(current), func(p *piece) bool { return over(p.fixed.Meeting.Status) != past })
		if dates := apartDates(poll(class, dateOf)); len(dates) > 1 {
			out = append(out, dispute("date", dates))
		}
		if places := poll(class, placeName); len(places) > 1 {
			out = append(out, dispute("place", places))
		}
		for _, actor := range union(class, func(p *piece) []string { return seated(p.fixed.Meeting) }) {
			if values := poll(class, presence(actor)); contradict(values) {
				out = append(out, dispute("presence:"+actor, values))
			}
		}
		if len(out) > 0 {
			break // what the plan was no longer matters
		}
	}
	if took := poll(pieces, tookPlace(pieces, on)); len(took) > 1 {
		out = append(out, dispute("status", took))
	}
	return append(out, numberDisputes(pieces)...)
}

// apartDates leaves out the dates that another one includes.
func apartDates(ballots []ballot) []ballot {
	return slices.DeleteFunc(slices.Clone(ballots), func(b ballot) bool {
		x, _ := daysOf(rapporteur.Date(b.value))
		return slices.ContainsFunc(ballots, func(o ballot) bool {
			y, _ := daysOf(rapporteur.Date(o.value))
			return x != y && x.from <= y.from && y.to <= x.to
		})
	})
}

func seated(m *rapporteur.Meeting) []string {
	var out []string
	for _, a := range m.Attendance {
		out = append(out, a.Actor)
	}
	return out
}

// contradict reports whether some say that a seat is taken and others that it is
// empty.
func contradict(ballots []ballot) bool {
	taken, left := false, false
	for _, b := range ballots {
		if rapporteur.Presence(b.value).LeftOut() {
			left = true
		} else {
			taken = true
		}
	}
	return taken && left
}

// tookPlace gives what a report says of whether the meeting was. Only reports count
// that come after its day, or, where that is not known, after the first that says
// that it was held: before, it may have been put off.
func tookPlace(pieces []*piece, on rapporteur.Date) func(*piece) string {
	since := farFuture
	if day, ok := daysOf(on); ok && day.width() <= near {
		since = day.to
	}
	for _, p := range pieces {
		if since == farFuture && p.fixed.Meeting.Status == rapporteur.Held {
			since = p.published
		}
	}
	return func(p *piece) string {
		switch s := p.fixed.Meeting.Status; s {
		case rapporteur.Held:
			return string(s)
		case rapporteur.Cancelled, rapporteur.RefusedMeeting, rapporteur.Postponed:
			if p.published > since || p.published == since && s != rapporteur.Postponed {
				return string(s)
			}
		}
		return ""
	}
}

// eventDisputes lists what reports of one event disagree on.
func eventDisputes(pieces []*piece) []Dispute {
	if len(pieces) < 2 {
		return nil
	}
	var out []Dispute
	happened := poll(pieces, func(p *piece) string {
		switch m := p.fixed.Event.Modality; m {
		case rapporteur.Happened, rapporteur.UnderWay:
			return string(rapporteur.Happened)
		case rapporteur.Denied:
			return string(m)
		}
		return ""
	})
	if len(happened) > 1 {
		out = append(out, dispute("modality", happened))
	}
	dates := apartDates(poll(pieces, func(p *piece) string {
		d, ok := daysOf(p.fixed.Event.Date)
		if !ok || d.width() > near || p.fixed.Event.Date == p.Published {
			return "" // what is told on the day may be of the day before
		}
		return string(p.fixed.Event.Date)
	}))
	if len(dates) > 1 {
		out = append(out, dispute("date", dates))
	}
	return append(out, numberDisputes(pieces)...)
}
