package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// meetingMention is a frame of a meeting with who its fillers are, before mentions of
// the same meeting are joined.
type meetingMention struct {
	trigger    int
	kind, rule string
	attendees  []attendee
	// sides are those of the attendees, nil until they are asked for.
	sides  map[string]bool
	place  *rapporteur.Place
	date   rapporteur.Date
	status rapporteur.Status
	// about and outcome are words of the text.
	about, outcome string
	// before is what it had been where it was moved, nil else.
	before *earlier
	// definite mentions may take up a meeting that was told before: "the talks"; part
	// mentions tell of somebody's part in one, or of a part of it; past mentions tell
	// what was before the rest; fresh mentions are of a further meeting.
	definite, part, past, fresh bool
	claimedBy                   int
	evidence                    language.Range
	// frame is what it was made of.
	frame *frames.Frame
}

// attendee is one actor's part in a meeting.
type attendee struct {
	actor int
	role  rapporteur.Text
	// presence is set for who is left out.
	presence rapporteur.Presence
	evidence language.Range
}

// mentionOf resolves a frame of a meeting.
func mentionOf(l *links, f *frames.Frame, absent presences) meetingMention {
	said := func(a frames.Attribute) bool { return f.Attribute(a) == "yes" }
	m := meetingMention{
		trigger: f.Trigger, kind: f.Type, rule: f.Maker, place: l.place(f), date: frames.When(l.doc, f, frames.Date),
		frame: f, status: statusOf(f), claimedBy: l.claimant(f), evidence: around(l.doc, f.Trigger),
		definite: said(frames.Definite), part: said(frames.Part), past: said(frames.Background), fresh: said(frames.Further),
	}
	if words := frames.Ranges(l.doc, f, frames.Topic); len(words) > 0 {
		m.about = l.doc.Words(words[0])
	}
	if words := frames.Ranges(l.doc, f, frames.Outcome); len(words) > 0 {
		m.outcome = phrase(l.doc.Words(words[0]))
	}
	if s := f.Attribute(frames.Earlier); s != "" {
		m.before = &earlier{rapporteur.Status(s), frames.When(l.doc, f, frames.Formerly), m.evidence}
	}
	for _, x := range f.Fillers {
		switch x.Role {
		case frames.Participant, frames.Host, frames.Mediator, frames.Observer:
			m.add(attendee{actor: l.filler(x), role: rapporteur.Text(x.Role)})
		case frames.Excluded:
			m.add(attendee{actor: l.filler(x), presence: absent.of(x, f.Trigger)})
		}
	}
	return m
}

// add takes in somebody who is known and not there yet; a host who is a participant as
// well is the host.
func (e *meetingMention) add(s attendee) {
	if s.actor < 0 {
		return
	}
	for i := range e.attendees {
		if have := &e.attendees[i]; have.actor == s.actor {
			switch {
			case s.presence != "":
				*have = s // who is left out takes no part
			case have.role == rapporteur.Participant && s.role != "":
				have.role = s.role
			}
			return
		}
	}
	e.attendees = append(e.attendees, s)
}

// statusOf gives how far a meeting has come, empty where the frame does not tell.
func statusOf(f *frames.Frame) rapporteur.Status {
	if f.Attribute(frames.Untold) == "yes" {
		return ""
	}
	if s := f.Attribute(frames.Status); s != "" {
		return rapporteur.Status(s)
	}
	return rapporteur.Held
}

// missing is a word for somebody in the absence from the meeting of a trigger.
type missing struct {
	trigger, head int
	by            frames.Denotation
}

// presences are how those who are left out of meetings are absent from them.
type presences map[missing]rapporteur.Presence

// presencesIn reads the frames of absences; the first counts.
func presencesIn(absent []frames.Frame) presences {
	out := presences{}
	for i := range absent {
		a := &absent[i]
		for _, x := range a.Of(frames.Party) {
			key := missing{a.Head(frames.MissedMeeting), x.Head, x.By}
			if _, known := out[key]; !known {
				out[key] = rapporteur.Presence(a.Type)
			}
		}
	}
	return out
}

// of gives how somebody is absent from the meeting of a trigger.
func (p presences) of(who frames.Filler, trigger int) rapporteur.Presence {
	if how, known := p[missing{trigger, who.Head, who.By}]; known {
		return how
	}
	return rapporteur.Excluded
}
