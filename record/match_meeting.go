package record

import (
	"slices"

	"rapporteur"
)

// traceMeeting finds sides, persons, place and days of a meeting.
func (p *piece) traceMeeting(m *rapporteur.Meeting) {
	for _, a := range m.Attendance {
		if !a.Presence.LeftOut() {
			p.take(a.Actor, a.For, &p.sides)
		}
	}
	if m.Place != nil {
		p.place, p.country = fold(m.Place.Name), string(m.Place.Country)
		if m.Place.Vague() {
			p.place = ""
		}
	}
	if d, ok := daysOf(m.Date); ok {
		p.when, p.dated = []days{d}, true
	}
	for _, h := range m.History {
		if d, ok := daysOf(h.Date); ok {
			p.when, p.dated = append(p.when, d), true
		}
	}
	if p.dated && m.Status == rapporteur.Postponed && p.published != 0 {
		p.when = append(p.when, days{p.published, p.published + near - 1}) // what is put off was to be soon
	}
	if !p.dated && p.published != 0 {
		p.when = []days{window(m.Status, p.published)}
	}
	p.bound()
	p.words = stems(said(m.Evidence))
}

// window is when a meeting without a date may have been or may be to come.
func window(s rapporteur.Status, published int) days {
	switch s {
	case rapporteur.Held, rapporteur.UnderWayMeeting:
		return days{published - 2, published}
	case rapporteur.PlannedMeeting:
		return days{published, published + 7}
	}
	return days{published - 2, published + 2}
}

// remote reports whether people only talked from afar.
func remote(m *rapporteur.Meeting) bool { return m.Kind == "call" }

// meetingKeys are pairs of sides, or a side and a place, in a few days.
func (p *piece) meetingKeys() []uint64 {
	var out []uint64
	sides := chosen(p.sides)
	for _, when := range buckets(p.when) {
		for i, a := range sides {
			if p.place != "" {
				out = append(out, keyed(when, hash("meeting", a, "at", p.place)))
			}
			for _, b := range sides[i+1:] {
				out = append(out, keyed(when, hash("meeting", a, b)))
			}
		}
	}
	return out
}

// sameMeeting asks that the days agree and the sides; the less exact the days
// are, the more else must be the same.
func sameMeeting(a, b *piece) verdict {
	sides := shared(a.sides, b.sides)
	gap := apart(a, b)
	persons, others := clash(a, b, sides)
	here, elsewhere := placed(a, b)
	equal := len(sides) == len(a.sides) && len(sides) == len(b.sides)
	within := len(sides) == min(len(a.sides), len(b.sides))
	more := here || len(persons) > 0
	switch {
	case gap > 1 || len(sides) == 0:
		return verdict{}
	case remote(a.fixed.Meeting) != remote(b.fixed.Meeting) && (len(persons) < 2 || more && here):
		return verdict{}
	case others && len(persons) == 0:
		return verdict{}
	case len(sides) == 1 && !(here && a.soon && b.soon && gap == 0 && within):
		return verdict{}
	case !within && !more:
		return verdict{}
	case elsewhere && (slices.Contains(a.apart, b.place) || slices.Contains(b.apart, a.place)):
		return verdict{} // the report knows the other one too
	case elsewhere && (gap > 0 || !equal || len(sides) < 2 || !a.soon || !b.soon || !sameRank(a, b, persons)):
		return verdict{}
	case gap == 1 && !(more && a.soon && b.soon):
		return verdict{}
	}
	if !a.soon || !b.soon {
		if !vague(a, b, within, here, len(persons)) {
			return verdict{}
		}
	}
	return verdict{true, "meeting", because(sides, persons, here, gap, a, b)}
}

// vague decides where a report does not say when: the sides agree, and besides a
// person or the place. Plans are vaguer than memories: the same people often plan to
// meet again, so a plan without a day needs the place.
func vague(a, b *piece, within, here bool, persons int) bool {
	x, y := over(a.fixed.Meeting.Status), over(b.fixed.Meeting.Status)
	switch {
	case !within:
		return false
	case !a.dated && !b.dated:
		return x == y && (here || persons > 0 || overlap(a.words, b.words) >= 0.4)
	case !a.dated && !x || !b.dated && !y:
		return here
	}
	return here || persons > 0
}

// sameRank reports whether two reports that name different places can mean the
// same people: they name a person in common, or neither names any.
func sameRank(a, b *piece, persons []string) bool {
	return len(persons) > 0 || len(a.persons) == 0 && len(b.persons) == 0
}
