package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// meetingFrames gives the meetings of a text, and who is left out of them.
func meetingFrames(x *text) []frames.Frame {
	var out []frames.Frame
	found := meetingsIn(x)
	for k := range found {
		out = append(out, meetingFrame(&found[k]))
		out = append(out, missing(&found[k])...)
	}
	return append(append(out, absences(x, found)...), leavings(x)...)
}

// meetingFrame makes the frame of a meeting. Who is left out stands where the text
// tells of them; how is told by the frames of absences.
func meetingFrame(m *meeting) frames.Frame {
	b := newFrame(frames.Meeting, m.kind, m.trigger, m.rule)
	for _, a := range m.attendees {
		role := frames.Role(a.role)
		if a.presence != "" {
			role = frames.Excluded
		}
		b.point(role, a.referent)
	}
	b.pointAt(frames.Place, m.place)
	b.date(m.date)
	if m.formerly.known() {
		b.pointAt(frames.Formerly, m.formerly.token)
	}
	b.span(frames.Topic, m.topic)
	b.span(frames.Outcome, m.outcome)
	b.claimedBy(m.claimedBy)
	switch m.status {
	case rapporteur.Held:
	case "":
		b.Set(frames.Untold, "yes")
	default:
		b.Set(frames.Status, string(m.status))
	}
	if m.moved {
		b.Set(frames.Earlier, string(rapporteur.PlannedMeeting))
	}
	b.flag(frames.Definite, m.definite)
	b.flag(frames.Part, m.part)
	b.flag(frames.Background, m.past)
	b.flag(frames.Further, m.fresh)
	return b.Frame
}

// missing gives a frame for each who is left out in the sentence of a meeting.
func missing(m *meeting) []frames.Frame {
	var out []frames.Frame
	for _, a := range m.attendees {
		if a.presence == "" {
			continue
		}
		b := newFrame(frames.Absence, string(a.presence), m.trigger, m.rule)
		b.point(frames.Party, a.referent)
		b.pointAt(frames.MissedMeeting, m.trigger)
		out = append(out, b.Frame)
	}
	return out
}

// absences finds who is left out in a sentence of its own: "The ministers met in
// Arusha. Chad was not invited." It speaks of the last meeting before it.
func absences(x *text, found []meeting) []frames.Frame {
	var out []frames.Frame
	for n, s := range x.doc.Sentences {
		word, w := exclusionWordOf(x, s)
		if word < 0 || inQuotation(x, word) || tellsOfMeeting(x, s) || !meetingBefore(x, found, n) {
			continue
		}
		b := newFrame(frames.Absence, string(w.presence), word, "word of exclusion")
		for _, a := range leftOut(x, word, w) {
			if x.actors.Actor(a.actor).Identified() {
				b.point(frames.Party, a)
			}
		}
		if len(b.Fillers) > 0 {
			out = append(out, b.Frame)
		}
	}
	return out
}

// meetingBefore reports whether a meeting is told in the few sentences before one.
func meetingBefore(x *text, found []meeting, sentence int) bool {
	k, _ := slices.BinarySearchFunc(found, sentence, func(m meeting, sentence int) int { return x.doc.SentenceOf(m.trigger) - sentence })
	return k > 0 && x.doc.SentenceOf(found[k-1].trigger) >= sentence-SentencesBehind
}

// inQuotation reports whether a token stands in a quotation.
func inQuotation(x *text, token int) bool {
	at := x.doc.Tokens[token].Range
	k, _ := slices.BinarySearchFunc(x.quotations, at.Start+1, func(q syntax.Quotation, end int) int { return q.End - end })
	return k < len(x.quotations) && x.quotations[k].Overlaps(at)
}
