package service

import (
	"rapporteur"
	"rapporteur/record"
)

// news tells what is new in a brief's days from what reports tell beside it as
// background.
type news struct {
	from, to int
	// bounded says that there are days.
	bounded bool
	objects *objects
}

// The first letters of a report, in which it tells what is new; what happened without
// a day further down is mostly what happened before.
const (
	headLength = 600
	leadLength = 1500
)

// widest is the number of days to which something must be known to be news of a day.
const widest = 45

func newsOf(b *Brief, o *objects) *news {
	n := &news{objects: o}
	if from, _, ok := record.DaysOf(b.Since); ok {
		n.from, n.bounded = from, true
	}
	n.to = int(^uint(0) >> 2)
	if _, to, ok := record.DaysOf(b.Until); ok {
		n.to = to
	}
	return n
}

// has reports whether an entry is news: reported within the days, and either dated to
// them or told where reports tell what is new.
func (n *news) has(e *record.Entry) bool {
	if !n.reported(e) {
		return false
	}
	from, to, dated := record.DaysOf(dateOf(e))
	if dated {
		return to-from <= widest && (!n.bounded || to >= n.from-1)
	}
	switch {
	case e.Meeting != nil:
		return planned(e.Meeting.Status) || begins(e, leadLength) || len(e.Meeting.Evidence) > 2
	case e.Event == nil:
		return true
	case spokenDeeds[e.Event.Plover.Type]:
		return begins(e, leadLength) || n.uttered(e)
	}
	return begins(e, headLength)
}

// spokenDeeds are done by speaking.
var spokenDeeds = map[string]bool{"AGREE": true, "SUPPORT": true, "CONCEDE": true, "REQUEST": true, "ACCUSE": true, "REJECT": true, "THREATEN": true}

// uttered reports whether an event is done by a statement that the same words report.
func (n *news) uttered(e *record.Entry) bool {
	for i := range e.Members {
		m := &e.Members[i]
		for _, s := range n.objects.sayings[m.Report] {
			if st := s.member.Statement; st != nil && overlapping(m.Evidence(), st.Evidence) && (len(st.Speakers) == 0 || ofParty(e, st.Speakers[0], string(st.For))) {
				return true
			}
		}
	}
	return false
}

// reported reports whether a report of the days that is no opinion piece tells it.
func (n *news) reported(e *record.Entry) bool {
	for i := range e.Members {
		m := &e.Members[i]
		day, _, ok := record.DaysOf(m.Published)
		if m.Genre != rapporteur.Opinion && (!ok || !n.bounded || day >= n.from && day <= n.to) {
			return true
		}
	}
	return false
}

// begins reports whether a report tells it within its first so many letters.
func begins(e *record.Entry, letters int) bool {
	for i := range e.Members {
		for _, s := range e.Members[i].Evidence() {
			if s.Start < letters {
				return true
			}
		}
	}
	return false
}

// dateOf is the day of an entry's content.
func dateOf(e *record.Entry) rapporteur.Date {
	switch {
	case e.Meeting != nil:
		return e.Meeting.Date
	case e.Event != nil:
		return e.Event.Date
	case e.Position != nil:
		return e.Position.Date
	case e.Statement != nil:
		return e.Statement.Date
	}
	return ""
}
