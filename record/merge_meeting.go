package record

import (
	"slices"

	"rapporteur"
)

// mergeMeeting makes one meeting of what several reports say.
func mergeMeeting(pieces []*piece) (rapporteur.Meeting, []Dispute) {
	current := sinceMoved(pieces)
	best := fullest(pieces)
	m := *best.fixed.Meeting
	m.Status = lastStatus(pieces)
	m.Kind = winner(poll(pieces, func(p *piece) string { return specific(p.fixed.Meeting.Kind) }))
	if m.Kind == "" {
		m.Kind = best.fixed.Meeting.Kind
	}
	m.Date = rapporteur.Date(winner(poll(told(current, m.Status), dateOf)))
	if m.Date == "" {
		m.Date = rapporteur.Date(winner(poll(current, anyDate)))
	}
	m.Place = placeOf(pieces, winner(poll(pieces, placeName)))
	m.Attendance = seats(pieces, m.Status)
	m.History = formerly(pieces, m.Status, m.Date)
	m.About = rapporteur.Text(winner(poll(pieces, func(p *piece) string { return string(p.fixed.Meeting.About) })))
	m.Outcome = rapporteur.Text(winner(poll(pieces, func(p *piece) string { return string(p.fixed.Meeting.Outcome) })))
	m.ClaimedBy = onWord(pieces, func(p *piece) rapporteur.Text { return p.fixed.Meeting.ClaimedBy })
	m.Evidence, m.Confidence = evidence(pieces), confidence(pieces)
	return m, meetingDisputes(pieces, current, m.Date)
}

// specific leaves out the kind that says least.
func specific(kind string) string {
	if kind == "meeting" {
		return ""
	}
	return kind
}

// lastStatus is where the meeting stands: what was reported last counts, but what
// was held stays held, and of reports of one day the one that has come furthest.
func lastStatus(pieces []*piece) rapporteur.Status {
	var last *piece
	for _, p := range pieces {
		s := p.fixed.Meeting.Status
		switch {
		case last == nil || progress(s) >= progress(rapporteur.UnderWayMeeting) && progress(s) >= progress(last.fixed.Meeting.Status):
			last = p
		case last.fixed.Meeting.Status == rapporteur.Held || last.fixed.Meeting.Status == rapporteur.UnderWayMeeting:
		case p.Published > last.Published || progress(s) > progress(last.fixed.Meeting.Status):
			last = p
		}
	}
	return last.fixed.Meeting.Status
}

// sinceMoved leaves out what was said before the meeting was put off, and what is
// still said of the former day on the day on which that is told.
func sinceMoved(pieces []*piece) []*piece {
	moved, to := rapporteur.Date(""), rapporteur.Date("")
	for _, p := range pieces {
		if puts(p) && p.Published >= moved {
			moved, to = p.Published, max(rapporteur.Date(dateOf(p)), to)
		}
	}
	var out []*piece
	for _, p := range pieces {
		former := p.Published == moved && !over(p.fixed.Meeting.Status) && !puts(p) && rapporteur.Date(dateOf(p)) < to
		if p.Published >= moved && !former {
			out = append(out, p)
		}
	}
	return out
}

// puts reports whether a piece says that the meeting is put off.
func puts(p *piece) bool {
	m := p.fixed.Meeting
	return m.Status == rapporteur.Postponed || slices.ContainsFunc(m.History, func(h rapporteur.StatusChange) bool {
		return h.Date != "" && m.Date != "" && h.Date != m.Date
	})
}

// seats gives every actor that a report names its seat. What is said of the
// meeting as it stands counts more than what was expected.
func seats(pieces []*piece, status rapporteur.Status) []rapporteur.Attendance {
	var out []rapporteur.Attendance
	for _, p := range slices.Concat(told(pieces, status), pieces) {
		for _, a := range p.fixed.Meeting.Attendance {
			at := slices.IndexFunc(out, func(have rapporteur.Attendance) bool { return have.Actor == a.Actor })
			if at < 0 {
				a.Evidence = slices.Clone(a.Evidence)
				out = append(out, a)
				continue
			}
			addTo(&out[at], a, pieces, status)
		}
	}
	return out
}

// addTo adds what another report says of a seat.
func addTo(seat *rapporteur.Attendance, a rapporteur.Attendance, pieces []*piece, status rapporteur.Status) {
	if seat.For == "" {
		seat.For = a.For
	}
	if seat.Role == "" || seat.Role == rapporteur.Participant && a.Role != "" {
		seat.Role = a.Role
	}
	if a.ClaimedBy == "" {
		seat.ClaimedBy = ""
	}
	for _, e := range a.Evidence {
		if !slices.Contains(seat.Evidence, e) {
			seat.Evidence = append(seat.Evidence, e)
		}
	}
	seat.Presence = rapporteur.Presence(winner(poll(told(pieces, status), presence(a.Actor))))
	if seat.Presence == "" {
		seat.Presence = rapporteur.Presence(winner(poll(pieces, presence(a.Actor))))
	}
}

// formerly lists the statuses that the meeting had before, each with its date.
func formerly(pieces []*piece, status rapporteur.Status, on rapporteur.Date) []rapporteur.StatusChange {
	out := []rapporteur.StatusChange{}
	add := func(c rapporteur.StatusChange) {
		known := func(h rapporteur.StatusChange) bool {
			return h.Status == c.Status && (h.Date == c.Date || c.Date == "" || h.Date == "")
		}
		if (c.Status != status || c.Date != on && c.Date != "" && on != "" && c.Status == rapporteur.PlannedMeeting) && !slices.ContainsFunc(out, known) {
			out = append(out, c)
		}
	}
	for _, p := range pieces {
		m := p.fixed.Meeting
		for _, h := range m.History {
			add(h)
		}
		add(rapporteur.StatusChange{Status: m.Status, Date: m.Date, Evidence: m.Evidence[:1]})
	}
	return out
}
