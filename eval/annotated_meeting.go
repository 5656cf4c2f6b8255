package eval

import (
	"strings"

	"rapporteur"
)

// seats gives who sits at a meeting, or who is left out of it.
func seats(m *rapporteur.Meeting, leftOut bool) []rapporteur.Attendance {
	var out []rapporteur.Attendance
	for _, a := range m.Attendance {
		if left := a.Presence.LeftOut() && a.Presence != ""; left == leftOut {
			out = append(out, a)
		}
	}
	return out
}

func (c *comparison) meetings() {
	gold, read := c.gold.Meetings, c.read.Meetings
	p := pairUp(len(gold), len(read), func(g, s int) float64 { return c.sameMeeting(&gold[g], &read[s]) })
	c.tallies["meeting"].add(len(p.matched), len(p.invented), len(p.missed))
	for _, m := range p.matched {
		c.meetingFields(&gold[m[0]], &read[m[1]])
		c.leftOut(&gold[m[0]], &read[m[1]])
	}
	for _, g := range p.missed {
		c.tallies["excluded"].add(0, 0, len(gold[g].Excluded))
		c.miss("meeting: %v %s %s", gold[g].Participants, gold[g].Place, gold[g].Date)
	}
	for _, s := range p.invented {
		c.tallies["excluded"].add(0, len(seats(&read[s], true)), 0)
		c.invent(read[s].Basis, "meeting: %s %s", placeName(&read[s]), read[s].Date)
	}
}

// sameMeeting is the share of the participants, or of their states, that are
// there, and one for each of place, day and words; 0 without half of the former
// or any of the latter.
func (c *comparison) sameMeeting(g *AnnotatedMeeting, s *rapporteur.Meeting) float64 {
	here := map[string]bool{}
	for _, a := range seats(s, false) {
		for w := range c.actors.codesOf(a.Actor) {
			here[w] = true
		}
		here[plain(string(a.For))] = true
	}
	delete(here, "")
	states, people := map[string]bool{}, map[string]bool{}
	for _, x := range g.States {
		states[plain(x)] = true
	}
	for _, x := range g.Participants {
		people[lastWord(x)] = true
	}
	share := max(shareOf(states, here), shareOf(people, here))
	signs := 0
	if contained(g.Place, placeName(s)) && plain(placeName(s)) != "" {
		signs++
	}
	if dayOrPart(g.Date, s.Date) {
		signs++
	}
	if shows(s.Basis, g.Anchor, g.places()) {
		signs++
	}
	if share < 0.5 || signs == 0 {
		return 0
	}
	return share + float64(signs)
}

func shareOf(wanted, here map[string]bool) float64 {
	n := 0
	for w := range wanted {
		if here[w] {
			n++
		}
	}
	return ratio(n, len(wanted))
}

func placeName(m *rapporteur.Meeting) string {
	if m.Place == nil {
		return ""
	}
	return m.Place.Name
}

// contained reports whether one of two names is part of the other.
func contained(gold, read string) bool {
	a, b := plain(gold), plain(read)
	return a != "" && (strings.Contains(b, a) || strings.Contains(a, b))
}

// meetingFields counts status, date, place, host and mediator. A place that is
// not given does not count as a wrong one.
func (c *comparison) meetingFields(g *AnnotatedMeeting, s *rapporteur.Meeting) {
	t := c.tallies["meeting"]
	t.field("status", plain(g.Status) == plain(string(s.Status)))
	if g.Date != "" {
		t.field("date", s.Date != "" && plain(g.Date) == plain(firstDay(s.Date)))
	}
	if g.Place != "" {
		t.field("place", contained(g.Place, placeName(s)))
	}
	for _, role := range []struct {
		name string
		who  string
	}{{"host", g.Host}, {"mediator", g.Mediator}} {
		if role.who == "" {
			continue
		}
		var ids []string
		for _, a := range s.Attendance {
			if string(a.Role) == role.name {
				ids = append(ids, a.Actor)
			}
		}
		t.field(role.name, shareWord(named(role.who), c.actors.codesOf(ids...)))
	}
}

// leftOut counts the pairs of a meeting and an actor that is left out of it.
func (c *comparison) leftOut(g *AnnotatedMeeting, s *rapporteur.Meeting) {
	out := seats(s, true)
	hit := 0
	for _, name := range g.Excluded {
		for _, a := range out {
			if likeOne(named(name), c.actors.codesOf(a.Actor)) {
				hit++
				break
			}
		}
	}
	c.tallies["excluded"].add(hit, max(0, len(out)-hit), len(g.Excluded)-hit)
}

// likeOne reports whether two sets share a word, or the first five letters of one.
func likeOne(a, b map[string]bool) bool {
	for x := range a {
		for y := range b {
			if x[:min(5, len(x))] == y[:min(5, len(y))] {
				return true
			}
		}
	}
	return false
}
